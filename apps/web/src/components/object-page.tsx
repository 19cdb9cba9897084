import { ActionIcon, Anchor, Group, Menu, Tabs, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../shell/icon.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { useFormats } from '../use-formats.ts';
import { Moment } from './moment.tsx';
import classes from './object-page.module.css';
import { PhoneActBar } from './phone-act-bar.tsx';

export interface PageTab {
  readonly key: string;
  readonly label: string;
  readonly count?: number | string | undefined;
  readonly content: ReactNode;
}

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  /** A sentence: "Noa decided by consent". */
  readonly text: ReactNode;
}

export interface ObjectPageProps {
  /** State first, then kinds: `StateBadge` and `KindBadge`. */
  readonly badges: ReactNode;
  /** The running number, where the reader may know it: `P-118`. */
  readonly label?: string | undefined;
  readonly title: string;
  /** The language of the title, when it is not the reader's. */
  readonly titleLanguage?: string;
  /** One line of facts, each a link or a text. */
  readonly facts?: readonly ReactNode[];
  /** At most one filled button, and one beside it; a bar at the foot of a phone. */
  readonly act?: ReactNode;
  /** `Menu.Item`s under ⋯. */
  readonly menu?: ReactNode;
  /** What must never be folded away: overtaken, open objections, overdue acknowledgements. */
  readonly notice?: ReactNode;
  readonly tabs?: readonly PageTab[];
  /** From the address; the first tab unless said. */
  readonly tab?: string | undefined;
  readonly onTab?: (tab: string | undefined) => void;
  /** The body of a page without tabs. */
  readonly children?: ReactNode;
  /** Origin and links, at the right on a desktop, below on a phone. */
  readonly margin?: ReactNode;
  /** Complete, newest first. */
  readonly history?: readonly HistoryEntry[];
}

/** Entries beyond these are folded. */
const historyShown = 50;

/** The common shape of every object's page, the same for both sides. */
export function ObjectPage(props: ObjectPageProps) {
  const { badges, label, title, titleLanguage, facts = [], act, menu, notice, tabs = [], margin, history } = props;
  const { t } = useTranslation();
  const tab = tabs.find(({ key }) => key === props.tab) ?? tabs[0];
  return (
    <article>
      <div className={classes.top}>
        <Group gap="sm">
          {badges}
          {label === undefined ? null : <Text c="dimmed">{label}</Text>}
        </Group>
        <div className={classes.acts}>
          {menu ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={t('more')}>
                  <Icon of={IconDots} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>{menu}</Menu.Dropdown>
            </Menu>
          ) : null}
          {act ? <PhoneActBar>{act}</PhoneActBar> : null}
        </div>
      </div>
      <PageTitle mt="xs" label={label} lang={titleLanguage}>
        {title}
      </PageTitle>
      {facts.length > 0 ? (
        <ul className={classes.facts} aria-label={t('page.facts')}>
          {facts.map((fact, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- facts have no identity but their place
            <li key={place}>{fact}</li>
          ))}
        </ul>
      ) : null}
      {notice ? <div className={classes.notice}>{notice}</div> : null}
      {tab ? (
        <Tabs
          value={tab.key}
          onChange={(key) => props.onTab?.(key === tabs[0]?.key ? undefined : (key ?? undefined))}
          mt="md"
        >
          <Tabs.List className={classes.tabs}>
            {tabs.map(({ key, label: name, count }) => (
              <Tabs.Tab
                key={key}
                value={key}
                rightSection={count === undefined ? null : <span className={classes.count}>{count}</span>}
              >
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      ) : null}
      <div className={classes.body} data-margin={margin !== undefined || undefined}>
        <div className={classes.content} {...(tab ? { role: 'tabpanel', 'aria-label': tab.label } : {})}>
          {tab ? tab.content : props.children}
        </div>
        {margin === undefined ? null : (
          <aside className={classes.margin} aria-label={t('page.margin')}>
            {margin}
          </aside>
        )}
      </div>
      {history && history.length > 0 ? <History entries={history} /> : null}
    </article>
  );
}

function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, historyShown);
  const folded = entries.length - shown.length;
  return (
    <section className={classes.history} aria-labelledby="history">
      <h2 id="history">{t('page.history')}</h2>
      <ol>
        {shown.map(({ id, at, text }) => (
          <li key={id}>
            <Moment at={at} plain />
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {folded > 0 ? (
        <Anchor component="button" type="button" onClick={() => setAll(true)} title={formats.number(folded)}>
          {t('page.showAll', { count: folded })}
        </Anchor>
      ) : null}
    </section>
  );
}
