import { Group, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListSearch } from '../../components/list-search.ts';
import { Peek } from '../../components/peek.tsx';
import { RefusalOf } from '../../components/refusal.tsx';
import { keyInFocus, useListKeys } from '../../components/use-list-keys.ts';
import { usePreferences } from '../../preferences.ts';
import { waitingQuery } from '../../queries.ts';
import { useKeys } from '../../shell/keys.ts';
import { useMember } from '../../shell/member.ts';
import { useNeighbours } from '../../shell/neighbours.ts';
import { PageTitle } from '../../shell/page-title.tsx';
import { CustomerHome } from './customer-home.tsx';
import { DoneToday } from './done-today.tsx';
import { groupOf, groups, isShown, type Line, nameOf } from './home-lines.ts';
import { LaterLines } from './later-lines.tsx';
import { LinePeek } from './line-peek.tsx';
import { ShowChips } from './show-chips.tsx';
import { useRead } from './use-read.ts';
import { addressOfLine, WaitingLine } from './waiting-line.tsx';
import classes from './home-page.module.css';

/** The first page: what waits for the reader; on a customer's side also what became of his words. */
export function HomePage() {
  const { side } = useMember();
  return side === 'customer' ? <CustomerHome /> : <ForMe />;
}

/** "For me": what waits for the reader, by term; what he put off; what he did today. */
function ForMe() {
  const { t } = useTranslation('core');
  const { slug } = useMember();
  const navigate = useNavigate();
  const [search, onSearch] = useListSearch();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { data, error, refetch } = useQuery(waitingQuery(slug));
  const [putting, setPutting] = useState<string>();
  const read = useRead();
  const lines = data?.lines.filter((line) => isShown(line, search['show'])) ?? [];
  const peeked = phone ? undefined : lines.find((line) => nameOf(line) === search.peek);
  const withLine = (act: (line: Line) => void): void => {
    const line = lines.find((each) => nameOf(each) === keyInFocus());
    if (line !== undefined) act(line);
  };
  useNeighbours(() => lines.map((line) => addressOfLine(slug, line)));
  const open = (line: Line): void => void navigate({ href: addressOfLine(slug, line) });
  useListKeys({ onPeek: (key) => onSearch({ peek: search.peek === key ? undefined : key }) });
  useKeys({
    e: () => withLine((line) => (line.act === 'read' ? read.mutate(line) : open(line))),
    h: () => withLine((line) => setPutting(nameOf(line))),
  });
  return (
    <div className={classes.page}>
      <div className={classes.list}>
        <Group gap="sm" align="baseline">
          <PageTitle>{t('home.title')}</PageTitle>
          {data === undefined ? null : (
            <Text c="dimmed" fz="lg">
              {data.lines.length}
            </Text>
          )}
        </Group>
        <ShowChips lines={data?.lines ?? []} shown={search['show']} onShow={(show) => onSearch({ show })} />
        <RefusalOf error={error ?? read.error} onRetry={() => void refetch()} />
        {data !== undefined && lines.length === 0 ? (
          <div className={classes.empty}>
            <Text fw={550}>{t('home.empty')}</Text>
            <Text c="dimmed">{t('home.emptyNext')}</Text>
          </div>
        ) : null}
        {groups.map((group) => {
          const inGroup = lines.filter(
            (line) => data !== undefined && groupOf(line.due, data.now, Temporal.Now.timeZoneId()) === group,
          );
          return inGroup.length === 0 ? null : (
            <section key={group} className={classes.group} aria-labelledby={`group-${group}`}>
              <Title order={2} id={`group-${group}`} className={classes.when}>
                {t(`home.${group}`)}
              </Title>
              <ul className={classes.lines}>
                {inGroup.map((line) => (
                  <WaitingLine
                    key={nameOf(line)}
                    line={line}
                    now={data?.now}
                    putting={putting === nameOf(line)}
                    onPutting={(on) => setPutting(on ? nameOf(line) : undefined)}
                    onRead={() => read.mutate(line)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        <LaterLines later={data?.later ?? []} />
        <DoneToday />
        {lines.length > 0 ? <KeysLine /> : null}
      </div>
      {peeked === undefined ? null : (
        <Peek name={peeked.title} address={addressOfLine(slug, peeked)} onClose={() => onSearch({ peek: undefined })}>
          <LinePeek line={peeked} />
        </Peek>
      )}
    </div>
  );
}

/** The keys of this page, for who has them on and a keyboard before him. */
function KeysLine() {
  const { t } = useTranslation('core');
  const [{ keys }] = usePreferences();
  return keys ? <p className={classes.keys}>{t('home.keys')}</p> : null;
}
