import { Button, Group, SegmentedControl, Stack, Tabs, Text } from '@mantine/core';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { ListExport } from '../../../components/list-export.tsx';
import { PhoneActBar } from '../../../components/phone-act-bar.tsx';
import { RefusalOf } from '../../../components/refusal.tsx';
import { keyOf } from '../../../queries.ts';
import { Icon } from '../../../shell/icon.tsx';
import { ButtonLink } from '../../../shell/link.tsx';
import { useMember } from '../../../shell/member.ts';
import { PageTitle } from '../../../shell/page-title.tsx';
import { useLanguage } from '../../../texts/language.ts';
import { EditRefusal } from './edit-refusal.tsx';
import { GapsOfPlant } from './gaps-of-plant.tsx';
import { plantQuery, sheetQuery } from './plant-queries.ts';
import { cellText, type Column, isSheet, type Row, type SheetName, type Tab, tabNames, tabOf, tabs } from './sheets.ts';
import { SheetGrid } from './sheet-grid.tsx';
import { useSheetEdits } from './use-sheet-edits.ts';

/** The plant, sheet by sheet: what a plan is made of, and what is missing. */
export function PlantPage() {
  const { t } = useTranslation('plant');
  const { slug, has } = useMember();
  const navigate = useNavigate();
  const { sheet: asked = 'items' } = useParams({ strict: false });
  const sheet = isSheet(asked) ? asked : 'items';
  const plant = useQuery(plantQuery(slug));
  const { data, error, refetch } = useQuery(sheetQuery(slug, sheet));
  const open = (to: SheetName): void =>
    void navigate({ to: '/o/$organization/plant/$sheet', params: { organization: slug, sheet: to } });
  const count = (name: SheetName): number => plant.data?.sheets.find((one) => one.sheet === name)?.rows ?? 0;
  const isEmpty = plant.data?.sheets.every(({ rows }) => rows === 0) === true;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <PageTitle>{t('title')}</PageTitle>
          <Text c="dimmed">{isEmpty ? `${t('empty')} ${t('emptyNext')}` : t('explained')}</Text>
        </div>
        {has('planner') ? <PlanAnew disabled={plant.data?.plannable !== true} isFilled={!isEmpty} /> : null}
      </Group>
      {plant.data === undefined ? null : (
        <GapsOfPlant gaps={plant.data.gaps} plannable={plant.data.plannable} onOpen={open} />
      )}
      <Tabs value={tabOf(sheet)} onChange={(tab) => tab !== null && open(tabs[tab as Tab][0])}>
        <Tabs.List>
          {tabNames.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tabs.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div style={{ overflowX: 'auto' }}>
        <SegmentedControl
          aria-label={t('sheets')}
          value={sheet}
          onChange={(name) => isSheet(name) && open(name)}
          data={tabs[tabOf(sheet)].map((name) => ({ value: name, label: `${t(`sheet.${name}`)} ${count(name)}` }))}
        />
      </div>
      <RefusalOf error={error ?? plant.error} onRetry={() => void refetch()} />
      {data === undefined ? null : (
        <Sheet key={sheet} sheet={sheet} columns={data.columns} rows={data.rows} gaps={plant.data?.gaps ?? []} />
      )}
    </Stack>
  );
}

interface SheetProps {
  readonly sheet: SheetName;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly gaps: Parameters<typeof GapsOfPlant>[0]['gaps'];
}

function Sheet({ sheet, columns, rows, gaps }: SheetProps) {
  const { t } = useTranslation('plant');
  const { slug, has } = useMember();
  const language = useLanguage();
  const edits = useSheetEdits(sheet, columns, rows);
  const canWrite = has('planner');
  const exported = columns.map((column) => ({
    key: column.name,
    label: column.label,
    render: () => null,
    plain: (row: Row) => {
      const value = row.cells[column.name];
      return typeof value === 'number' ? value : cellText(column, value, language, t('yes'), t('no'));
    },
  }));
  return (
    <Stack gap="sm">
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {canWrite ? t('keys') : t('rows', { count: rows.length })}
        </Text>
        <Group gap="xs">
          <ListExport name={`plant-${sheet}`} title={t(`sheet.${sheet}`)} columns={exported} rows={rows} />
          {canWrite ? (
            <>
              <Button
                variant="subtle"
                color="gray"
                leftSection={<Icon of={IconArrowBackUp} />}
                disabled={!edits.canUndo}
                onClick={edits.undo}
              >
                {t('undo')}
              </Button>
              <Button leftSection={<Icon of={IconPlus} />} onClick={() => edits.begin()}>
                {t('add')}
              </Button>
              <ButtonLink
                variant="default"
                to="/o/$organization/plant/$sheet/import"
                params={{ organization: slug, sheet }}
              >
                {t('takeIn')}
              </ButtonLink>
            </>
          ) : null}
        </Group>
      </Group>
      <EditRefusal error={edits.error} columns={columns} rows={edits.rows} />
      {edits.rows.length === 0 ? (
        <Text c="dimmed" py="lg">
          {t('noRows')}
        </Text>
      ) : (
        <SheetGrid
          label={t(`sheet.${sheet}`)}
          columns={columns}
          edits={edits}
          gaps={gaps.filter((gap) => gap.sheet === sheet)}
          canWrite={canWrite}
        />
      )}
    </Stack>
  );
}

/** A draft from the plant as it stands; it opens when it is made. */
function PlanAnew({ disabled, isFilled }: { readonly disabled: boolean; readonly isFilled: boolean }) {
  const { t } = useTranslation('plant');
  const { slug } = useMember();
  const client = useQueryClient();
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/organizations/{organization}/plans', { params: { path: { organization: slug } }, body: {} })),
    onSuccess: async ({ plan }) => {
      await client.invalidateQueries({ queryKey: keyOf(slug, 'plan') });
      await navigate({ href: `/o/${slug}/plan/drafts/${plan}` });
    },
  });
  if (!isFilled) return null;
  return (
    <PhoneActBar>
      <Stack gap={4} align="flex-end">
        <Button variant="filled" loading={make.isPending} disabled={disabled} onClick={() => make.mutate()}>
          {t('plan')}
        </Button>
        {disabled ? (
          <Text size="sm" c="dimmed">
            {t('gaps.notPlannable')}
          </Text>
        ) : null}
        <RefusalOf error={make.error} />
      </Stack>
    </PhoneActBar>
  );
}
