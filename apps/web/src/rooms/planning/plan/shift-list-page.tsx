import { Button, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RefusalOf } from '../../../components/refusal.tsx';
import { formatsFor } from '../../../formats.ts';
import { Icon } from '../../../shell/icon.tsx';
import { useMember } from '../../../shell/member.ts';
import { PageTitle } from '../../../shell/page-title.tsx';
import { useLanguage } from '../../../texts/language.ts';
import { planQuery, type ShiftRow, shiftListQuery } from './queries.ts';
import classes from './shift-list-page.module.css';
import { keyOfToday } from './today-in.ts';

const route = getRouteApi('/o/$organization/plan/shift-list/$plan');

/** What the floor makes on one day, a table for each line and shift, to be printed and ticked off. */
export function ShiftListPage() {
  const { t } = useTranslation('plan');
  const { plan } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { slug } = useMember();
  const language = useLanguage();
  const whole = useQuery(planQuery(slug, plan));
  const problem = whole.data?.problem;
  const day = search['day'] ?? (problem ? keyOfToday(problem) : Temporal.Now.plainDateISO().toString());
  const line = search['line'];
  const list = useQuery(shiftListQuery(slug, plan, day, line));
  const change = (next: { day?: string; line?: string | undefined }): void =>
    void navigate({ to: '.', search: () => ({ day, line, ...next }), replace: true, resetScroll: false });
  if (problem === undefined || whole.data === undefined)
    return <RefusalOf error={whole.error} onRetry={() => void whole.refetch()} />;
  // The floor reads the clock of the plant.
  const formats = formatsFor(language, problem.timeZone);
  const rows = list.data?.rows ?? [];
  const dayOf = (at: string): Temporal.PlainDate =>
    Temporal.Instant.from(at).toZonedDateTimeISO(problem.timeZone).toPlainDate();
  /** The time, with the day where it is another one than that of the list. */
  const timeIn = (at: string): string =>
    dayOf(at).toString() === day ? formats.time(at) : `${formats.weekday(dayOf(at))} ${formats.time(at)}`;
  const sheets = sheetsOf(rows, (row) => dayOf(row.start).toString() < day);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle>{t('shiftList.title')}</PageTitle>
        <Button
          variant="filled"
          leftSection={<Icon of={IconPrinter} />}
          data-not-printed
          onClick={() => window.print()}
        >
          {t('shiftList.print')}
        </Button>
      </Group>
      <Group align="end" data-not-printed>
        <TextInput
          type="date"
          label={t('list.day')}
          value={day}
          onChange={(event) => event.currentTarget.value !== '' && change({ day: event.currentTarget.value })}
        />
        <Select
          label={t('list.line')}
          value={line ?? ''}
          allowDeselect={false}
          onChange={(value) => change({ line: value === null || value === '' ? undefined : value })}
          data={[
            { value: '', label: t('shiftList.allLines') },
            ...problem.lines.map(({ id }) => ({ value: id, label: id })),
          ]}
        />
      </Group>
      <RefusalOf error={list.error} onRetry={() => void list.refetch()} />
      {list.data !== undefined && sheets.length === 0 ? <Text c="dimmed">{t('shiftList.nothing')}</Text> : null}
      {sheets.map((sheet) => (
        <section key={`${sheet.line} ${sheet.shift} ${sheet.before}`} className={classes.sheet}>
          <Title order={2} mb="xs">
            {t('shiftList.for', { line: sheet.line, day: formats.day(day) })}
            {sheet.before ? ` · ${t('shiftList.before')}` : sheet.shift ? ` · ${sheet.shift}` : ''}
          </Title>
          <div className={classes.scroll}>
            <Table
              aria-label={`${sheet.line} ${sheet.before ? t('shiftList.before') : (sheet.shift ?? '')}`}
              className={classes.table}
            >
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('shiftList.item')}</Table.Th>
                  <Table.Th ta="end">{t('shiftList.pieces')}</Table.Th>
                  <Table.Th ta="end">{t('shiftList.containers')}</Table.Th>
                  <Table.Th>{t('shiftList.setup')}</Table.Th>
                  <Table.Th>{t('shiftList.start')}</Table.Th>
                  <Table.Th>{t('shiftList.end')}</Table.Th>
                  <Table.Th>{t('shiftList.done')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sheet.rows.map((row) => (
                  <Table.Tr key={`${row.item} ${row.start}`}>
                    <Table.Td fw={550}>
                      {row.item}
                      {row.tool === null ? null : (
                        <Text span c="dimmed">
                          {' '}
                          · {row.tool}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td ta="end">{formats.number(row.pieces)}</Table.Td>
                    <Table.Td ta="end">{formats.number(row.containers)}</Table.Td>
                    <Table.Td>{row.setupStart === row.start ? '' : timeIn(row.setupStart)}</Table.Td>
                    <Table.Td>{timeIn(row.start)}</Table.Td>
                    <Table.Td>{timeIn(row.end)}</Table.Td>
                    <Table.Td>
                      <span className={classes.box} aria-hidden />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </section>
      ))}
      <Text size="sm" c="dimmed">
        {t('shiftList.printedFrom', { number: whole.data.number, when: formats.moment(Temporal.Now.instant()) })}
      </Text>
    </Stack>
  );
}

interface Sheet {
  readonly line: string;
  readonly shift: string | null;
  /** Its lots began before the day and still run. */
  readonly before: boolean;
  readonly rows: ShiftRow[];
}

/** One sheet for each line and shift; what began before the day stands first, on a sheet of its own. */
const sheetsOf = (rows: readonly ShiftRow[], began: (row: ShiftRow) => boolean): Sheet[] => {
  const sheets: Sheet[] = [];
  for (const row of rows.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const before = began(row);
    const known = sheets.find(
      (sheet) => sheet.line === row.line && sheet.before === before && (before || sheet.shift === row.shift),
    );
    if (known) known.rows.push(row);
    else sheets.push({ line: row.line, shift: row.shift, before, rows: [row] });
  }
  const lines = [...new Set(rows.map(({ line }) => line))];
  // Sheets were begun in the order of time, and stay in it within a line.
  return lines.flatMap((line) => sheets.filter((sheet) => sheet.line === line));
};
