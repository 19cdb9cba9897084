import { Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { customersQuery } from '../core/queries.ts';
import { partnersQuery } from './queries.ts';

/** By which identification each customer signs his files. */
export function PartnersPage() {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(partnersQuery(slug));
  const customers = useQuery(customersQuery(slug));
  const [customer, setCustomer] = useState<string | null>(null);
  const [sender, setSender] = useState('');
  const [qualifier, setQualifier] = useState('');
  const changed = () =>
    Promise.all(
      ['partner', 'interchange', 'release'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })),
    );
  const add = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/partners', {
          params: { path: { organization: slug } },
          body: { customer: customer ?? '', sender, qualifier },
        }),
      ),
    onSuccess: () => {
      setSender('');
      return changed();
    },
  });
  const end = useMutation({
    mutationFn: (partner: string) =>
      ask(
        api.DELETE('/api/organizations/{organization}/partners/{partner}', {
          params: { path: { organization: slug, partner } },
        }),
      ),
    onSuccess: changed,
  });
  return (
    <Stack gap="lg">
      <PageTitle>{t('partners.title')}</PageTitle>
      <Text c="dimmed">{t('partners.explained')}</Text>
      <RefusalOf error={error} onRetry={() => void refetch()} />
      {data === undefined || data.rows.length === 0 ? null : (
        <Table aria-label={t('partners.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('releases.customer')}</Table.Th>
              <Table.Th>{t('messages.sender')}</Table.Th>
              <Table.Th>{t('partners.qualifier')}</Table.Th>
              <Table.Th>{t('partners.act')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((partner) => (
              <Table.Tr key={partner.id}>
                <Table.Td>{partner.customer}</Table.Td>
                <Table.Td>{partner.sender}</Table.Td>
                <Table.Td>{partner.qualifier}</Table.Td>
                <Table.Td>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t('partners.endOf', { sender: partner.sender })}
                    onClick={() => end.mutate(partner.id)}
                  >
                    {t('partners.end')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Group align="end" gap="sm">
          <Select
            label={t('releases.customer')}
            required
            searchable
            data={(customers.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={customer}
            onChange={setCustomer}
          />
          <TextInput
            label={t('messages.sender')}
            required
            value={sender}
            onChange={(e) => setSender(e.currentTarget.value)}
          />
          <TextInput
            label={t('partners.qualifier')}
            value={qualifier}
            onChange={(e) => setQualifier(e.currentTarget.value)}
          />
          <Button type="submit" variant="filled" loading={add.isPending} disabled={customer === null}>
            {t('partners.add')}
          </Button>
        </Group>
      </form>
      <RefusalOf error={add.error ?? end.error} />
    </Stack>
  );
}
