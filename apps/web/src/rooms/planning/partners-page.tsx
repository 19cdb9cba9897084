import { Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { IdentificationForm } from './identification-form.tsx';
import { partnersQuery } from './queries.ts';

/** How each customer signs his files; his page says by which ways they come and how he is answered. */
export function PartnersPage() {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(partnersQuery(slug));
  const add = useMutation({
    mutationFn: (body: { customer: string; sender: string; qualifier: string }) =>
      ask(
        api.POST('/api/organizations/{organization}/partners', {
          params: { path: { organization: slug } },
          body: { ...body, kind: 'interchange' },
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['partner', 'interchange', 'release'].map((kind) => client.invalidateQueries({ queryKey: keyOf(slug, kind) })),
      ),
  });
  return (
    <Stack gap="lg">
      <PageTitle>{t('partners.title')}</PageTitle>
      <Text c="dimmed">{t('partners.explained')}</Text>
      <RefusalOf error={error} onRetry={() => void refetch()} />
      {data?.rows.length === 0 ? <Text>{t('partners.none')}</Text> : null}
      {data === undefined || data.rows.length === 0 ? null : (
        <Table aria-label={t('partners.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('releases.customer')}</Table.Th>
              <Table.Th>{t('messages.sender')}</Table.Th>
              <Table.Th>{t('partner.mode')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((partner) => (
              <Table.Tr key={partner.id}>
                <Table.Td>
                  <TextLink
                    underline="always"
                    to="/o/$organization/partners/$partner"
                    params={{ organization: slug, partner: partner.id }}
                  >
                    {partner.customer}
                  </TextLink>
                </Table.Td>
                <Table.Td>
                  {partner.identifications
                    .map(({ sender, qualifier }) => (qualifier === '' ? sender : `${sender} (${qualifier})`))
                    .join(', ')}
                </Table.Td>
                <Table.Td>
                  <ToneBadge tone={partner.mode === 'test' ? 'grey' : 'green'}>
                    {t(`partners.mode.${partner.mode}`)}
                  </ToneBadge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <IdentificationForm act={t('partners.add')} isPending={add.isPending} onAdd={(body) => add.mutateAsync(body)} />
      <RefusalOf error={add.error} />
    </Stack>
  );
}
