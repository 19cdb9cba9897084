import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChannelMark } from '../../components/channel-mark.tsx';
import { WordsLine } from '../../components/customer-words.tsx';
import { Icon } from '../../shell/icon.tsx';
import { useMember } from '../../shell/member.ts';
import { PathLink } from '../../shell/path-link.tsx';
import { pathOfSubject } from '../../subject.ts';
import { useFormats } from '../../use-formats.ts';
import { type Line, nameOf } from './home-lines.ts';
import { PutOff } from './put-off.tsx';
import classes from './home-page.module.css';

interface WaitingLineProps {
  readonly line: Line;
  /** The server's clock: what is late is late by it. */
  readonly now: string | undefined;
  readonly putting: boolean;
  readonly onPutting: (on: boolean) => void;
  readonly onRead: () => void;
}

/** One line: verb, object, reason, term; beside it what can be done without opening it. */
export function WaitingLine({ line, now, putting, onPutting, onRead }: WaitingLineProps) {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const late = line.due !== null && now !== undefined && Temporal.Instant.compare(line.due, now) < 0;
  return (
    <li className={classes.row} data-row={nameOf(line)}>
      <PathLink className={classes.line} path={addressOfLine(slug, line)} data-row-link>
        <LineText line={line} late={late} />
      </PathLink>
      <span className={classes.tools}>
        {line.act === 'read' ? (
          <Tooltip label={t('rule.haveRead')}>
            <ActionIcon aria-label={t('rule.haveRead')} onClick={onRead}>
              <Icon of={IconCheck} />
            </ActionIcon>
          </Tooltip>
        ) : null}
        {/* What is late stays in sight, whatever was put off. */}
        {late || line.subject.kind === 'first-step' ? null : <PutOff line={line} open={putting} onOpen={onPutting} />}
      </span>
    </li>
  );
}

/** Verb, object with the customer's words, reason, term. */
export function LineText({ line, late }: { readonly line: Line; readonly late: boolean }) {
  const { t } = useTranslation('core');
  const formats = useFormats();
  const reason = useReason(line);
  return (
    <>
      <span className={classes.act}>
        {line.act === 'write' && line.subject.kind === 'first-step'
          ? t('home.firstRule')
          : line.act === 'take-in' && line.subject.kind === 'interchange'
            ? t('home.decideFile')
            : t(`home.act.${line.act}`)}
      </span>
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
    </>
  );
}

function useReason(line: Line): string {
  const { t } = useTranslation('core');
  if (line.act === 'answer' && line.subject.kind === 'proposal')
    return t('home.objections', { count: Number(line.reason) });
  if (line.act === 'cover') return t('home.gaps', { count: line.count ?? 1 });
  if (line.act === 'rebase') return t('home.moved', { version: line.reason });
  if (line.act === 'read') return t('rule.changed', { count: Number(line.reason) });
  return line.reason;
}

/** Where the line is done: the page of its subject; for the first steps the room where they are taken. */
export function addressOfLine(slug: string, line: Line): string {
  if (line.subject.kind !== 'first-step') return pathOfSubject(slug, line.subject);
  const rooms: Record<string, string> = {
    invite: 'settings/people',
    'add-customer': 'customers',
    write: 'rules/new',
    'take-in': 'interventions',
  };
  return `/o/${slug}/${rooms[line.act] ?? ''}`;
}
