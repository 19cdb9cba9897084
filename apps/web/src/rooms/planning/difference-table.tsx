import { Anchor, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shell/icon.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import type { Formats } from '../../formats.ts';
import { useFormats } from '../../use-formats.ts';
import classes from './difference-table.module.css';
import type { ReleaseLine, Week } from './queries.ts';
import { RuleChip } from './rule-chip.tsx';

/** The near weeks stand alone, what lies further in blocks of four. */
const nearWeeks = 6;

interface Column {
  readonly from: string;
  readonly to: string;
}

interface DifferenceTableProps {
  readonly lines: readonly ReleaseLine[];
  readonly chosen: number;
  readonly onChoose: (line: number) => void;
}

/** Per item and week what was asked and what is asked, and what the rule says; a click shows the item's cumulative below. */
export function DifferenceTable({ lines, chosen, onChoose }: DifferenceTableProps) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const columns = columnsOf(lines);
  if (phone) return <DifferenceCards lines={lines} columns={columns} chosen={chosen} onChoose={onChoose} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keys (WCAG 2.1.1)
    <section className={classes.scroll} aria-label={t('release.difference')} tabIndex={0}>
      <Table className={classes.table} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('release.item')}</Table.Th>
            {columns.map(({ from, to }) => (
              <Table.Th key={from} ta="end">
                {nameOf({ from, to }, formats)}
              </Table.Th>
            ))}
            <Table.Th>{t('release.ruleSays')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.line} className={line.line === chosen ? classes.chosen : undefined}>
              <Table.Th scope="row">
                <Anchor
                  component="button"
                  type="button"
                  aria-pressed={line.line === chosen}
                  onClick={() => onChoose(line.line)}
                >
                  {line.item}
                </Anchor>
              </Table.Th>
              {columns.map((column) => (
                <Cell key={column.from} weeks={weeksIn(line, column)} />
              ))}
              <Table.Td>
                <Says line={line} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** On a phone: a card for each item with what changes, and what the rule says; a tap shows its cumulative below. */
function DifferenceCards({
  lines,
  columns,
  chosen,
  onChoose,
}: DifferenceTableProps & { readonly columns: readonly Column[] }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  return (
    <ul className={classes.cards} aria-label={t('release.difference')}>
      {lines.map((line) => {
        const changed = columns.filter((column) => {
          const { was, asked } = amountsIn(weeksIn(line, column));
          return was !== null && was !== asked;
        });
        return (
          <li key={line.line} className={line.line === chosen ? `${classes.card} ${classes.chosen}` : classes.card}>
            <Anchor
              component="button"
              type="button"
              className={classes.cardTitle}
              aria-pressed={line.line === chosen}
              onClick={() => onChoose(line.line)}
            >
              {line.item}
            </Anchor>
            <Says line={line} />
            {changed.map((column) => (
              <div key={column.from} className={classes.cardLine}>
                <Text span c="dimmed">
                  {nameOf(column, formats)}
                </Text>
                <span>
                  <Change weeks={weeksIn(line, column)} />
                </span>
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function Cell({ weeks }: { readonly weeks: readonly Week[] }) {
  if (weeks.length === 0) return <Table.Td ta="end">–</Table.Td>;
  const frozen = weeks.some((w) => w.verdict?.by === 'frozen-days');
  return (
    <Table.Td ta="end" className={frozen ? classes.frozen : undefined}>
      <Change weeks={weeks} />
    </Table.Td>
  );
}

function Change({ weeks }: { readonly weeks: readonly Week[] }) {
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const { was, asked } = amountsIn(weeks);
  const outside = weeks.some((w) => w.verdict?.kind === 'outside');
  const difference = was === null ? 0 : Math.round((asked - was) * 1000) / 1000;
  const isSame = was !== null && difference === 0;
  return (
    <>
      {was === null ? (
        <>
          {formats.number(asked)}{' '}
          <Text span size="xs" c="dimmed">
            {t('release.new')}
          </Text>
        </>
      ) : isSame ? (
        `${formats.number(asked)} =`
      ) : (
        <>
          <span className={classes.was}>{formats.number(was)}</span>
          {' → '}
          {formats.number(asked)}
          <br />
          <span className={`${difference > 0 ? classes.more : classes.less} ${outside ? classes.outside : ''}`}>
            {outside ? <Icon of={IconAlertTriangle} size={14} /> : null} {formats.signed(difference)}
          </span>
        </>
      )}
    </>
  );
}

/** The verdicts of one item, each rule once; what went beyond first. */
function Says({ line }: { readonly line: ReleaseLine }) {
  const { t } = useTranslation('planning');
  const { slug, side } = useMember();
  const verdicts = line.weeks.flatMap((w) => (w.verdict === null ? [] : [w.verdict]));
  const outside = verdicts.find((v) => v.kind === 'outside');
  const shown = outside ?? verdicts[0];
  if (shown === undefined)
    return (
      <Text size="sm" c="dimmed">
        {line.weeks.some((week) => week.was !== null && week.was !== week.asked)
          ? t('release.taken')
          : t('release.nothing')}
      </Text>
    );
  const opened = line.intervention;
  return (
    <Text span size="sm">
      <Icon of={shown.kind === 'passes' ? IconCheck : IconAlertTriangle} size={14} />{' '}
      {shown.rule !== null && shown.by !== null ? (
        <>
          <RuleChip rule={shown.rule} by={shown.by} />
          {', '}
        </>
      ) : null}
      {t(`release.verdict.${shown.kind}`)}
      {opened === null ? null : (
        <>
          {' · '}
          <TextLink
            underline="always"
            to="/o/$organization/interventions/$intervention"
            params={{ organization: slug, intervention: opened.id }}
          >
            <span className={classes.label}>
              {side === 'organization' && opened.number !== null ? `I-${opened.number}` : t('release.yourWords')}
            </span>
          </TextLink>
        </>
      )}
    </Text>
  );
}

function columnsOf(lines: readonly ReleaseLine[]): readonly Column[] {
  const all = new Map(lines.flatMap((line) => line.weeks.map((w) => [w.from, w.to] as const)));
  const weeks = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const near = weeks.slice(0, nearWeeks).map(([from, to]) => ({ from, to }));
  const far: Column[] = [];
  for (let at = nearWeeks; at < weeks.length; at += 4) {
    far.push({ from: weeks[at]![0], to: weeks[Math.min(at + 3, weeks.length - 1)]![1] });
  }
  return [...near, ...far];
}

const weeksIn = (line: ReleaseLine, { from, to }: Column): readonly Week[] =>
  line.weeks.filter((week) => week.from >= from && week.to <= to);

const nameOf = ({ from, to }: Column, formats: Formats): string =>
  Temporal.PlainDate.from(from).until(to).days > 7 ? `${formats.week(from)}–${formats.week(to)}` : formats.week(from);

/** What was asked for some weeks, null where the release before said nothing of one of them, and what is asked now. */
const amountsIn = (weeks: readonly Week[]): { readonly was: number | null; readonly asked: number } => ({
  was: weeks.every((week) => week.was !== null) ? sum(weeks.map((week) => week.was ?? 0)) : null,
  asked: sum(weeks.map((week) => week.asked)),
});

const sum = (values: readonly number[]): number => Math.round(values.reduce((a, b) => a + b, 0) * 1000) / 1000;
