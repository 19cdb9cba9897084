import { Button, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { Moment } from '../../components/moment.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyOf } from '../../queries.ts';

type Report = { kind: 'in-use' } | { kind: 'read' } | { kind: 'differently'; because: string };

/** Who works by the version in force, and who applies it differently, because: by team, never by person. */
export function RuleUse({ slug, rule }: { readonly slug: string; readonly rule: string }) {
  const { t } = useTranslation('core');
  const client = useQueryClient();
  const [because, setBecause] = useState<string>();
  const { data, error } = useQuery({
    queryKey: keyOf(slug, 'rule', rule, 'use'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/rules/{rule}/use', {
          params: { path: { organization: slug, rule } },
        }),
      ),
  });
  const report = useMutation({
    mutationFn: (body: Report) =>
      ask(
        api.POST('/api/organizations/{organization}/rules/{rule}/use', {
          params: { path: { organization: slug, rule } },
          body,
        }),
      ),
    onSuccess: () => {
      setBecause(undefined);
      return client.invalidateQueries({ queryKey: keyOf(slug, 'rule') });
    },
  });
  return (
    <Stack gap="md" maw={720}>
      <Group gap="sm">
        <Button onClick={() => report.mutate({ kind: 'in-use' })}>{t('rule.worksByIt')}</Button>
        <Button onClick={() => report.mutate({ kind: 'read' })}>{t('rule.haveRead')}</Button>
        <Button
          onClick={() => setBecause(because === undefined ? '' : undefined)}
          aria-expanded={because !== undefined}
        >
          {t('rule.differentlyAct')}
        </Button>
      </Group>
      {because === undefined ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            report.mutate({ kind: 'differently', because });
          }}
        >
          <Textarea
            label={t('rule.because')}
            autosize
            minRows={2}
            required
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
          <Button type="submit" mt="sm" loading={report.isPending}>
            {t('rule.send')}
          </Button>
        </form>
      )}
      <RefusalOf error={report.error ?? error} />
      {data?.rows.length === 0 ? (
        <div>
          <Text fw={550}>{t('rule.noUse')}</Text>
          <Text c="dimmed">{t('rule.noUseNext')}</Text>
        </div>
      ) : (
        <Table verticalSpacing="xs">
          <Table.Tbody>
            {data?.rows.map((row, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- a report has no identity that may be told
              <Table.Tr key={place}>
                <Table.Td>{row.team ?? t('rule.person')}</Table.Td>
                <Table.Td>{t(`rule.useKind.${row.kind}`)}</Table.Td>
                <Table.Td>{row.because}</Table.Td>
                <Table.Td>
                  <Moment at={row.at} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
