import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { RefusalOf } from '../../components/refusal.tsx';
import { ToneBadge } from '../../components/state-badge.tsx';
import { keyOf } from '../../queries.ts';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { useFormats } from '../../use-formats.ts';
import { type CumulativeRow, cumulativesQuery } from './queries.ts';

/** What is counted per item and place; where both sides cannot be right, both numbers and the act. */
export function CumulativesPage() {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(cumulativesQuery(slug));
  return (
    <Stack gap="lg">
      <PageTitle>{t('cumulatives.title')}</PageTitle>
      <RefusalOf error={error} onRetry={() => void refetch()} />
      {data?.rows.length === 0 ? <Text>{t('cumulatives.empty')}</Text> : null}
      {(data?.rows ?? []).flatMap((row) =>
        row.question === null ? [] : [<Question key={row.question.id} row={row} />],
      )}
      {data === undefined || data.rows.length === 0 ? null : (
        <Table.ScrollContainer minWidth={520}>
          <Table aria-label={t('cumulatives.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('release.item')}</Table.Th>
                <Table.Th>{t('releases.customer')}</Table.Th>
                <Table.Th>{t('shipments.shipTo')}</Table.Th>
                <Table.Th ta="right">{t('shipments.total')}</Table.Th>
                <Table.Th>{t('cumulatives.since')}</Table.Th>
                <Table.Th>{t('releases.stateFilter')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.rows.map((row) => (
                <Table.Tr key={`${row.customerId} ${row.shipTo} ${row.item}`}>
                  <Table.Td>{row.item}</Table.Td>
                  <Table.Td>{row.customer}</Table.Td>
                  <Table.Td>{row.shipTo}</Table.Td>
                  <Table.Td ta="right">{formats.number(row.shipped)}</Table.Td>
                  <Table.Td>{row.since === null ? '–' : formats.date(row.since)}</Table.Td>
                  <Table.Td>
                    <ToneBadge tone={row.question === null ? 'green' : 'amber'}>
                      {t(row.question === null ? 'cumulatives.agrees' : 'cumulatives.question')}
                    </ToneBadge>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function Question({ row }: { readonly row: CumulativeRow }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const answer = useMutation({
    mutationFn: (take: 'theirs' | 'ours') =>
      ask(
        api.POST('/api/organizations/{organization}/cumulatives/{question}/answer', {
          params: { path: { organization: slug, question: row.question?.id ?? '' } },
          body: { take, reason },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(slug, 'cumulative') }),
  });
  if (row.question === null) return null;
  const numbers = { shipped: formats.number(row.question.shipped), received: formats.number(row.question.received) };
  const who = { item: row.item, customer: row.customer };
  return (
    <Stack gap="sm" maw={720} component="section" aria-label={row.item}>
      <Text>
        {row.question.note === null
          ? t('cumulatives.differs', { ...who, ...numbers })
          : t('cumulatives.differsAt', { ...who, ...numbers, note: row.question.note })}{' '}
        <TextLink
          underline="always"
          to="/o/$organization/releases/$release"
          params={{ organization: slug, release: row.question.release }}
        >
          {t('promises.release')}
        </TextLink>
      </Text>
      <Group align="end" gap="sm">
        <TextInput
          label={t('cumulatives.reason')}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {(['theirs', 'ours'] as const).map((take) => (
          <Button
            key={take}
            variant="default"
            disabled={reason.trim() === ''}
            loading={answer.isPending}
            onClick={() => answer.mutate(take)}
          >
            {t(`cumulatives.take.${take}`, {
              quantity: take === 'theirs' ? numbers.received : numbers.shipped,
            })}
          </Button>
        ))}
      </Group>
      <RefusalOf error={answer.error} />
    </Stack>
  );
}
