import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../../components/refusal.tsx';
import { TextLink } from '../../../shell/link.tsx';
import { useMember } from '../../../shell/member.ts';
import { PageTitle } from '../../../shell/page-title.tsx';
import { useFormats } from '../../../use-formats.ts';
import { costTerms } from './plan-difference.ts';
import { comparisonQuery, planQuery } from './queries.ts';

const route = getRouteApi('/o/$organization/plan/compare/$a/$b');

/** Two plans side by side: costs by term, lots that stand elsewhere, promises that move. */
export function ComparePage() {
  const { t } = useTranslation('plan');
  const { a, b } = route.useParams();
  const { slug } = useMember();
  const formats = useFormats();
  const compared = useQuery(comparisonQuery(slug, a, b));
  const left = useQuery(planQuery(slug, a));
  const right = useQuery(planQuery(slug, b));
  const { data } = compared;
  if (data === undefined || left.data === undefined || right.data === undefined)
    return <RefusalOf error={compared.error ?? left.error ?? right.error} onRetry={() => void compared.refetch()} />;
  const { currency, timeZone } = right.data.problem;
  const moment = (at: string | null): string => {
    if (at === null) return t('compare.notAll');
    const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
    return `${formats.day(zoned.toPlainDate())} ${formats.time(zoned.toInstant())}`;
  };
  const names = [left.data, right.data].map(({ id, number, state }) => (
    <TextLink
      key={id}
      underline="always"
      to="/o/$organization/plan/drafts/$plan"
      params={{ organization: slug, plan: id }}
    >
      {state === 'in-force' ? t('inForce') : t(state === 'draft' ? 'draft' : 'number', { number })}
    </TextLink>
  ));
  const money = (cents: number): string => formats.money(cents / 100, currency);
  const lots = [
    ...data.moved.map(({ a: was, b: now }) => ({ id: now.id, item: now.item, was, now })),
    ...data.added.map((now) => ({ id: now.id, item: now.item, was: null, now })),
    ...data.removed.map((was) => ({ id: was.id, item: was.item, was, now: null })),
  ];
  const place = (lot: (typeof data.added)[number] | null, none: string): string =>
    lot === null ? none : `${lot.line}, ${moment(lot.start)}, ${formats.number(lot.pieces)}`;
  const heads = (
    <>
      {names.map((name, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- left and right have no identity but their place
        <Table.Th key={index} ta="end">
          {name}
        </Table.Th>
      ))}
    </>
  );
  return (
    <Stack gap="xl">
      <PageTitle>{t('compare.title')}</PageTitle>
      <section aria-labelledby="costs">
        <Title order={2} id="costs" mb="xs">
          {t('compare.costs')}
        </Title>
        {data.costs === null ? (
          <Text c="dimmed">{t('compare.noPrices')}</Text>
        ) : (
          <Table maw={820} aria-labelledby="costs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('compare.term')}</Table.Th>
                {heads}
                <Table.Th ta="end">{t('compare.difference')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...costTerms, 'total' as const].flatMap((term) => {
                const [was, now] = [data.costs?.a[term] ?? 0, data.costs?.b[term] ?? 0];
                if (was === 0 && now === 0 && term !== 'total') return [];
                const cents = now - was;
                return [
                  <Table.Tr key={term} h={36} fw={term === 'total' ? 620 : 400}>
                    <Table.Td>{t(`term.${term}`)}</Table.Td>
                    <Table.Td ta="end">{money(was)}</Table.Td>
                    <Table.Td ta="end">{money(now)}</Table.Td>
                    <Table.Td ta="end">
                      {cents === 0 ? t('compare.same') : `${cents > 0 ? '+' : '\u2212'}${money(Math.abs(cents))}`}
                    </Table.Td>
                  </Table.Tr>,
                ];
              })}
            </Table.Tbody>
          </Table>
        )}
      </section>
      <section aria-labelledby="promises">
        <Title order={2} id="promises" mb="xs">
          {t('compare.promises')}
        </Title>
        {data.promises.length === 0 ? (
          <Text c="dimmed">{t('compare.noPromises')}</Text>
        ) : (
          <Table maw={820} aria-labelledby="promises">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('list.item')}</Table.Th>
                <Table.Th>{t('compare.customer')}</Table.Th>
                {heads}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.promises.map((promise) => (
                <Table.Tr key={promise.demand} h={36}>
                  <Table.Td>{promise.item}</Table.Td>
                  <Table.Td>{promise.customer}</Table.Td>
                  <Table.Td ta="end">{moment(promise.a)}</Table.Td>
                  <Table.Td ta="end">{moment(promise.b)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
      <section aria-labelledby="lots">
        <Title order={2} id="lots" mb="xs">
          {t('compare.lots')} {formats.number(lots.length)}
        </Title>
        {lots.length === 0 ? (
          <Text c="dimmed">{t('compare.noLots')}</Text>
        ) : (
          <Table maw={820} aria-labelledby="lots">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('list.item')}</Table.Th>
                {heads}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lots.map(({ id, item, was, now }) => (
                <Table.Tr key={id} h={36}>
                  <Table.Td>{item}</Table.Td>
                  <Table.Td ta="end">{place(was, t('compare.added'))}</Table.Td>
                  <Table.Td ta="end">{place(now, t('compare.removed'))}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
    </Stack>
  );
}
