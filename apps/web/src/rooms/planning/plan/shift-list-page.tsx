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
import { planQuery, shiftListQuery } from './queries.ts';
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
  const sheets = [...new Set(rows.map((row) => JSON.stringify([row.line, row.shift])))].map((key) => {
    const [name, shift] = JSON.parse(key) as [string, string | null];
    return { name, shift, rows: rows.filter((row) => row.line === name && row.shift === shift) };
  });
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
        <section key={`${sheet.name} ${sheet.shift}`} className={classes.sheet}>
          <Title order={2} mb="xs">
            {t('shiftList.for', { line: sheet.name, day: formats.day(day) })}
            {sheet.shift === null || sheet.shift === '' ? '' : ` · ${sheet.shift}`}
          </Title>
          <div className={classes.scroll}>
            <Table aria-label={`${sheet.name} ${sheet.shift ?? ''}`} className={classes.table}>
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
                    <Table.Td>{row.setupStart === row.start ? '' : formats.time(row.setupStart)}</Table.Td>
                    <Table.Td>{formats.time(row.start)}</Table.Td>
                    <Table.Td>{endIn(row, day, problem.timeZone, formats, t('shiftList.goesOn'))}</Table.Td>
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

/** The time, with the day where it is another one: the lot goes on. */
const endIn = (
  { end }: { readonly end: string },
  day: string,
  zone: string,
  formats: ReturnType<typeof formatsFor>,
  goesOn: string,
): string => {
  const date = Temporal.Instant.from(end).toZonedDateTimeISO(zone).toPlainDate();
  return date.toString() === day ? formats.time(end) : `${goesOn}, ${formats.weekday(date)} ${formats.time(end)}`;
};
