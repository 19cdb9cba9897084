import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { offerUndo } from '../../components/undo-toast.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';

interface Wish {
  readonly name: string;
  readonly language: 'en' | 'fr';
  readonly conflictClass: string | null;
}

interface CustomerDrawerProps {
  /** The customer to change; a new one is added without. */
  readonly customer?: Wish & { readonly id: string };
  readonly onDone: (customer: string) => void;
  readonly onClose: () => void;
}

/** Adds a customer, or changes his name, his language and with whom he competes. */
export function CustomerDrawer({ customer, onDone, onClose }: CustomerDrawerProps) {
  const { t } = useTranslation('core');
  const { slug, organization } = useMember();
  const client = useQueryClient();
  const [name, setName] = useState(customer?.name ?? '');
  const [language, setLanguage] = useState(customer?.language ?? organization.language);
  const [conflictClass, setConflictClass] = useState(customer?.conflictClass ?? '');
  const refresh = () =>
    Promise.all(
      ['customer', 'customers', 'waiting'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })),
    );
  const change = (id: string, body: Wish) =>
    ask(
      api.PUT('/api/organizations/{organization}/customers/{customer}', {
        params: { path: { organization: slug, customer: id } },
        body,
      }),
    );
  const keep = useMutation({
    mutationFn: async () => {
      const body = { name: name.trim(), language, conflictClass: conflictClass.trim() || null };
      if (customer === undefined) {
        const params = { path: { organization: slug } };
        return (await ask(api.POST('/api/organizations/{organization}/customers', { params, body }))).id;
      }
      await change(customer.id, body);
      return customer.id;
    },
    onSuccess: async (id) => {
      await refresh();
      if (customer !== undefined) {
        offerUndo({
          done: t('customers.changed', { name: name.trim() }),
          undo: async () => {
            await change(id, {
              name: customer.name,
              language: customer.language,
              conflictClass: customer.conflictClass,
            });
            await refresh();
          },
        });
      }
      onDone(id);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <SideDrawer open title={customer === undefined ? t('customers.add') : t('customers.change')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('customers.name')}
            required
            withAsterisk={false}
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('customers.language')}
            description={t('customers.languageHelp')}
            allowDeselect={false}
            value={language}
            onChange={(value) => setLanguage(value === 'fr' ? 'fr' : 'en')}
            data={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
          />
          <TextInput
            label={t('customers.class')}
            description={t('customers.classHelp')}
            maxLength={100}
            value={conflictClass}
            onChange={(event) => setConflictClass(event.currentTarget.value)}
          />
          <RefusalOf error={keep.error} />
          <Button type="submit" variant="filled" loading={keep.isPending}>
            {customer === undefined ? t('customers.add') : t('customers.keep')}
          </Button>
        </Stack>
      </form>
    </SideDrawer>
  );
}
