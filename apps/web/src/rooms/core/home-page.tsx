import { Badge, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../api.gen.ts';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { WordsLine } from '../../components/customer-words.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { waitingQuery } from '../../queries.ts';
import { useKeys } from '../../shell/keys.ts';
import { useMember } from '../../shell/member.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { CustomerHome } from './customer-home.tsx';
import classes from './home-page.module.css';

type Line =
  paths['/api/organizations/{organization}/waiting']['get']['responses'][200]['content']['application/json']['lines'][number];

const groups = ['today', 'week', 'later', 'open'] as const;

/** The first page: what waits for the reader; on a customer's side also what became of his words. */
export function HomePage() {
  const { side } = useMember();
  return side === 'customer' ? <CustomerHome /> : <ForMe />;
}

/** "For me": what waits for the reader, by term. Each line is a verb, its object, a reason and a term. */
function ForMe() {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(waitingQuery(slug));
  const [at, setAt] = useState(0);
  const lines = data?.lines ?? [];
  const go = (step: number): void => {
    const next = Math.max(0, Math.min(lines.length - 1, at + step));
    setAt(next);
    document.getElementById(`line-${next}`)?.focus();
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    Enter: () => {
      const line = lines[at];
      if (line !== undefined) void navigate({ href: addressOf(slug, line) });
    },
  });
  return (
    <>
      <Group gap="sm" align="baseline">
        <PageTitle>{t('home.title')}</PageTitle>
        <Text c="dimmed">{lines.length}</Text>
      </Group>
      <RefusalOf error={error} onRetry={() => void refetch()} />
      {data !== undefined && lines.length === 0 ? (
        <div className={classes.empty}>
          <Text fw={550}>{t('home.empty')}</Text>
          <Text c="dimmed">{t('home.emptyNext')}</Text>
        </div>
      ) : null}
      {groups.map((group) => {
        const inGroup = lines.filter((line) => groupOf(line, data?.now) === group);
        return inGroup.length === 0 ? null : (
          <section key={group} className={classes.group} aria-labelledby={`group-${group}`}>
            <Title order={2} id={`group-${group}`} className={classes.when}>
              {t(`home.${group}`)}
            </Title>
            <ul className={classes.lines}>
              {inGroup.map((line) => (
                <WaitingLine
                  key={`${line.act}${line.subject.id}`}
                  line={line}
                  slug={slug}
                  place={lines.indexOf(line)}
                  now={data?.now}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function WaitingLine({
  line,
  slug,
  place,
  now,
}: {
  readonly line: Line;
  readonly slug: string;
  readonly place: number;
  readonly now: string | undefined;
}) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const late = line.due !== null && now !== undefined && Temporal.Instant.compare(line.due, now) < 0;
  const act =
    line.act === 'write' && line.subject.kind === 'first-step'
      ? t('home.firstRule')
      : line.act === 'take-in' && line.subject.kind === 'interchange'
        ? t('home.decideFile')
        : t(`home.act.${line.act}`);
  const reason =
    line.act === 'answer' && line.subject.kind === 'proposal'
      ? t('home.objections', { count: Number(line.reason) })
      : line.act === 'rebase'
        ? t('home.moved', { version: line.reason })
        : line.reason;
  return (
    <li>
      <PathLink id={`line-${place}`} className={classes.line} path={addressOf(slug, line)}>
        <span className={classes.act}>{act}</span>
        <span className={classes.what}>
          <span className={classes.title}>
            {line.label === '' ? null : (
              <Text span c="dimmed" mr={8}>
                {line.label}
              </Text>
            )}
            {line.title}
          </span>
          {line.words === null ? null : <WordsLine words={line.words.text} language={line.words.language} />}
          {reason === '' ? null : (
            <Text span c="dimmed" size="sm">
              {reason}
            </Text>
          )}
        </span>
        <span className={classes.term}>
          {line.channel === null ? null : <ChannelMark channel={line.channel} />}
          {line.due === null ? null : late ? (
            <Badge color="amber">{t('home.due', { when: formats.relative(line.due) })}</Badge>
          ) : (
            <Text span size="sm" c="dimmed">
              {t('home.due', { when: formats.relative(line.due) })}
            </Text>
          )}
        </span>
      </PathLink>
    </li>
  );
}

function addressOf(slug: string, line: Line): string {
  if (line.subject.kind !== 'first-step') return pathOfSubject(slug, line.subject);
  const rooms: Record<string, string> = {
    invite: 'settings/people',
    'add-customer': 'customers',
    write: 'rules/new',
    'take-in': 'interventions',
  };
  return `/o/${slug}/${rooms[line.act] ?? ''}`;
}

function groupOf(line: Line, now: string | undefined): (typeof groups)[number] {
  if (line.due === null || now === undefined) return 'open';
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
  const day = Temporal.Instant.from(line.due).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
  if (Temporal.PlainDate.compare(day, today) <= 0) return 'today';
  return Temporal.PlainDate.compare(day, today.add({ days: 7 - today.dayOfWeek })) <= 0 ? 'week' : 'later';
}
