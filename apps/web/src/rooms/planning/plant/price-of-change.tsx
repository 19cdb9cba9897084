import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { RefusalOf } from '../../../components/refusal.tsx';
import { keyOf } from '../../../queries.ts';
import { PathLink } from '../../../shell/path-link.tsx';
import { useMember } from '../../../shell/member.ts';
import { useFormats } from '../../../use-formats.ts';
import { draftOfReleaseQuery, priceQuery } from './plant-queries.ts';

/** What a release costs the plant, and what could be offered instead; for the planner, beside the release. */
export function PriceOfChange({ release, isOpen }: { readonly release: string; readonly isOpen: boolean }) {
  const { t } = useTranslation('plant');
  const { slug, has } = useMember();
  const formats = useFormats();
  const client = useQueryClient();
  const draft = useQuery(draftOfReleaseQuery(slug, release));
  const [made] = draft.data?.rows ?? [];
  const price = useQuery({ ...priceQuery(slug, release), enabled: made !== undefined });
  const offer = useMutation({
    mutationFn: (chosen: string) =>
      ask(
        api.POST('/api/organizations/{organization}/releases/{release}/offer', {
          params: { path: { organization: slug, release } },
          body: { chosen, words: t('price.words') },
        }),
      ),
    onSettled: () =>
      Promise.all(
        ['release', 'intervention', 'offer', 'waiting'].map((kind) =>
          client.invalidateQueries({ queryKey: keyOf(slug, kind) }),
        ),
      ),
  });
  if (made === undefined) return null;
  const money = (cents: number): string => formats.money(Math.round(cents / 100), 'EUR');
  const { data } = price;
  return (
    <section aria-labelledby="price">
      <Group justify="space-between" align="baseline" mb="xs">
        <Text component="h2" id="price" fw={620} fz="lg" m={0}>
          {t('price.title')}
        </Text>
        <Text size="sm">
          <PathLink style={{ color: 'var(--mantine-color-anchor)' }} path={`/o/${slug}/plan/drafts/${made.id}`}>
            {t('price.draft', { number: made.number })}
          </PathLink>
          {` · ${t('price.late', { count: made.late })} · ${t('price.draftLater', { when: formats.moment(made.madeAt) })}`}
        </Text>
      </Group>
      <RefusalOf error={price.error ?? offer.error} onRetry={() => void price.refetch()} />
      {price.isPending ? (
        <Group gap="sm">
          <Loader size="sm" />
          <Text c="dimmed">{t('price.working')}</Text>
        </Group>
      ) : null}
      {data?.price == null ? null : (
        <Stack gap="md">
          <Group gap="xl">
            <Figure label={t('price.cents')} value={money(data.price.cents)} />
            <Figure label={t('price.overtime')} value={formats.hours(data.price.overtimeMinutes / 60)} />
            <Figure label={t('price.extraShifts')} value={formats.signed(data.price.extraShifts)} />
            <Figure label={t('price.others')} value={formats.number(data.price.othersLater)} />
          </Group>
          <div>
            <Text fw={550}>{t('price.offers')}</Text>
            {data.offers.length === 0 ? (
              <Text c="dimmed">{isOpen ? t('price.noOffers') : t('price.answered')}</Text>
            ) : null}
            {data.offers.map((one) => (
              <Group key={one.id} justify="space-between" py="xs" wrap="wrap" gap="sm">
                <div>
                  {one.answers.map(({ intervention, item, lines }) => (
                    <Text key={intervention}>
                      <Text span fw={550}>
                        {item}
                      </Text>{' '}
                      {formats.list(
                        lines.map(({ on, quantity }) => `${formats.number(quantity)} · ${formats.day(on)}`),
                      )}
                    </Text>
                  ))}
                  <Text size="sm" c="dimmed">
                    {`${t(`price.kind.${one.kind}`)} · ${t('price.saves', { money: money(one.savesCents) })}`}
                  </Text>
                </div>
                {has('planner') ? (
                  <Button loading={offer.isPending} onClick={() => offer.mutate(one.id)}>
                    {t('price.offer')}
                  </Button>
                ) : null}
              </Group>
            ))}
          </div>
        </Stack>
      )}
    </section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <Text fz="lg" fw={620} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
    </div>
  );
}
