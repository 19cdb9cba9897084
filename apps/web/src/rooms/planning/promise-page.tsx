import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ObjectPage } from '../../components/object-page.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { LateBy } from './late-by.tsx';
import { promiseQuery } from './queries.ts';
import { RuleSentence } from './rule-chip.tsx';

const route = getRouteApi('/o/$organization/promises/$promise');

/** One promise: asked and promised on one line, and why. */
export function PromisePage() {
  const { t } = useTranslation('planning');
  const { promise: id } = route.useParams();
  const { slug, side } = useMember();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(promiseQuery(slug, id));
  if (data === undefined) return <RefusalOf error={error} onRetry={() => void refetch()} />;
  const amount = ({ on, quantity }: { on: string; quantity: number }): string =>
    t('promises.amount', { quantity: formats.number(quantity), day: formats.day(on) });
  return (
    <ObjectPage
      badges={<LateBy days={data.lateBy} />}
      title={`${data.item} · ${amount(data.promised)}`}
      facts={[
        ...(side === 'organization' ? [data.customer] : []),
        t('promises.askedFact', { amount: amount(data.asked) }),
        formats.moment(data.madeAt),
      ]}
    >
      <Stack gap="md" maw={720}>
        <Text lang={data.language} style={{ whiteSpace: 'pre-line' }}>
          {data.words}
        </Text>
        {data.rule === null ? null : <RuleSentence rule={data.rule} customer={data.customer} />}
        {data.reply === null ? (
          <Text c="dimmed">{t('promises.byPlan')}</Text>
        ) : (
          <Text>
            <TextLink
              underline="always"
              to="/o/$organization/offers/$offer"
              params={{ organization: slug, offer: data.reply }}
            >
              {t('promises.answer')}
            </TextLink>
            {data.release === null ? null : (
              <>
                {' · '}
                <TextLink
                  underline="always"
                  to="/o/$organization/releases/$release"
                  params={{ organization: slug, release: data.release }}
                >
                  {t('promises.release')}
                </TextLink>
              </>
            )}
          </Text>
        )}
        {data.endedAt === null ? null : (
          <Text c="dimmed">{t('promises.ended', { when: formats.moment(data.endedAt) })}</Text>
        )}
      </Stack>
    </ObjectPage>
  );
}
