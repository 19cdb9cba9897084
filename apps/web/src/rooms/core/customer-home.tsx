import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../api.ts';
import { WordsLine } from '../../components/customer-words.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keyOf, waitingQuery } from '../../queries.ts';
import { Icon } from '../../shell/icon.tsx';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { addressOf } from '../../shell/navigation.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { PathLink } from '../../shell/path-link.tsx';
import { useRooms } from '../../shell/use-rooms.ts';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import classes from './customer-home.module.css';

/** A customer's first page: what waits for him, what became of his words, and his rooms. */
export function CustomerHome() {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { slug, organization, customer } = useMember();
  const rooms = useRooms();
  return (
    <>
      <PageTitle>{t('portal.title', { organization: organization.name, customer: customer ?? '' })}</PageTitle>
      <div className={classes.columns}>
        <Waiting slug={slug} />
        <Said slug={slug} />
      </div>
      <section aria-label={t('portal.rooms')} className={classes.rooms}>
        {rooms
          .flatMap(({ items }) => items)
          .filter(({ path }) => path !== '')
          .map((item) => (
            <PathLink key={item.name} path={addressOf(slug, item)} className={classes.room}>
              <Icon of={item.icon} />
              {frame(`room.${item.name}`)}
            </PathLink>
          ))}
      </section>
    </>
  );
}

function Waiting({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const { data, error, refetch } = useQuery(waitingQuery(slug));
  return (
    <section aria-labelledby="waiting">
      <Title order={2} id="waiting">
        {t('portal.waiting')}{' '}
        <Text span c="dimmed">
          {data === undefined ? '' : formats.number(data.lines.length)}
        </Text>
      </Title>
      <RefusalOf error={error} onRetry={() => void refetch()} />
      {data?.lines.length === 0 ? <Text c="dimmed">{t('home.empty')}</Text> : null}
      <ul className={classes.lines}>
        {data?.lines.map((line) => (
          <li key={`${line.act}${line.subject.id}`}>
            <PathLink path={pathOfSubject(slug, line.subject)} className={classes.line}>
              <span>
                <strong>{t(`home.act.${line.act}`)}</strong> {line.title}
              </span>
              <Text span size="sm" c="dimmed">
                {line.due === null
                  ? t('home.since', { when: formats.relative(line.since) })
                  : t('home.due', { when: formats.relative(line.due) })}
              </Text>
            </PathLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** His last words and what became of each. */
function Said({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('core');
  const { t: frame } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(slug, 'intervention', 'last'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/interventions', {
          params: { path: { organization: slug }, query: { limit: 5 } },
        }),
      ),
  });
  return (
    <section aria-labelledby="became">
      <Title order={2} id="became">
        {t('portal.became')}
      </Title>
      <RefusalOf error={error} onRetry={() => void refetch()} />
      {data?.rows.length === 0 ? (
        <>
          <Text c="dimmed">{t('interventions.emptySaidNext')}</Text>
          <ButtonLink mt="sm" to="/o/$organization/said" params={{ organization: slug }}>
            {frame('speak.act')}
          </ButtonLink>
        </>
      ) : null}
      <ul className={classes.lines}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            <PathLink path={pathOfSubject(slug, { kind: 'intervention', id: row.id })} className={classes.line}>
              {row.words === '' ? (
                <Text span c="dimmed">
                  {t('interventions.notCited')}
                </Text>
              ) : (
                <WordsLine words={row.words} language={row.language} />
              )}
              <StateBadge state={row.state} />
            </PathLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
