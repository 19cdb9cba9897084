import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { asBytes } from '../../bytes.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { customersQuery } from '../core/queries.ts';
import type { KeptMapping } from './queries.ts';

/** Keeps a mapping that was pointed at, and takes the file in by it; or takes it in by the one that is known. */
export function TakeTable({
  file,
  sheet,
  known,
  mapping,
  sound,
  day,
  onDay,
  onDone,
}: {
  readonly file: File;
  readonly sheet: string | null;
  readonly known: KeptMapping | undefined;
  /** As JSON. */
  readonly mapping: string;
  /** Nothing in the file is wrong by this mapping. */
  readonly sound: boolean;
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const navigate = useNavigate();
  const client = useQueryClient();
  const customers = useQuery(customersQuery(slug));
  const [customer, setCustomer] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [document, setDocument] = useState(file.name.replace(/\.(csv|txt|xlsx)$/i, ''));
  const path = { organization: slug };
  const ofSheet = sheet === null ? {} : { sheet };
  const take = useMutation({
    mutationFn: async () => {
      const id =
        known?.id ??
        (
          await ask(
            api.POST('/api/organizations/{organization}/table-mappings', {
              params: { path, query: { customer: customer ?? '', name, mapping, ...ofSheet } },
              body: file,
              ...asBytes,
            }),
          )
        ).id;
      return ask(
        api.POST('/api/organizations/{organization}/tables', {
          params: { path, query: { mapping: id, name: file.name, day, document, by: 'page', ...ofSheet } },
          body: file,
          ...asBytes,
        }),
      );
    },
    onSettled: () =>
      Promise.all(
        ['table-mapping', 'interchange', 'release'].map((kind) =>
          client.invalidateQueries({ queryKey: keyOf(slug, kind) }),
        ),
      ),
    onSuccess: (taken) => {
      onDone();
      const [first] = taken.interchanges;
      if (first !== undefined)
        void navigate({
          to: '/o/$organization/messages/$message',
          params: { organization: slug, message: first.interchange },
        });
    },
  });
  const named = known !== undefined || (customer !== null && name.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate();
      }}
    >
      <Stack gap="sm">
        <Group align="end" gap="sm">
          {known === undefined ? (
            <>
              <Select
                label={t('releases.customer')}
                required
                searchable
                data={(customers.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
                value={customer}
                onChange={setCustomer}
              />
              <TextInput
                label={t('tables.name')}
                required
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
            </>
          ) : null}
          <TextInput
            label={t('tables.document')}
            required
            maxLength={100}
            value={document}
            onChange={(event) => setDocument(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('tables.day')}
            required
            value={day}
            onChange={(event) => event.currentTarget.value !== '' && onDay(event.currentTarget.value)}
          />
          <Button type="submit" variant="filled" loading={take.isPending} disabled={!named || !sound}>
            {t(known === undefined ? 'tables.keepAndTake' : 'tables.take')}
          </Button>
        </Group>
        <RefusalOf error={take.error} />
      </Stack>
    </form>
  );
}
