import { Button, Stack, Table, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { Moment } from '../../components/moment.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';
import { useMember } from '../../shell/member.ts';
import { ScrollRegion } from './scroll-region.tsx';
import type { KeptMapping } from './queries.ts';

/** The mappings in use, and how to end one. */
export function KeptMappings({ rows }: { readonly rows: readonly KeptMapping[] }) {
  const { t } = useTranslation('planning');
  const { slug, has } = useMember();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (mapping: string) =>
      ask(
        api.DELETE('/api/organizations/{organization}/table-mappings/{mapping}', {
          params: { path: { organization: slug, mapping } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'table-mapping') }),
  });
  if (rows.length === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('tables.kept')}
      </Title>
      <ScrollRegion label={t('tables.kept')}>
        <Table aria-label={t('tables.kept')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('releases.customer')}</Table.Th>
              <Table.Th>{t('tables.name')}</Table.Th>
              <Table.Th>{t('tables.since')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>{row.customer}</Table.Td>
                <Table.Td>{row.name}</Table.Td>
                <Table.Td>
                  <Moment at={row.addedAt} plain />
                </Table.Td>
                <Table.Td>
                  {has('planner') ? (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('tables.endOf', { name: row.name })}
                      onClick={() => end.mutate(row.id)}
                    >
                      {t('tables.end')}
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <RefusalOf error={end.error} />
    </Stack>
  );
}
