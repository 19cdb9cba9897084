import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../api.ts';
import { ObjectPage } from '../../../components/object-page.tsx';
import { Refusal, RefusalOf } from '../../../components/refusal.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { keyOf } from '../../../queries.ts';
import { ButtonLink, MenuLink } from '../../../shell/link.tsx';
import { useMember } from '../../../shell/member.ts';
import { useFormats } from '../../../use-formats.ts';
import { AdoptDrawer } from './adopt-drawer.tsx';
import { DraftList } from './draft-list.tsx';
import { PhonePlan } from './phone-plan.tsx';
import { PlanBoard } from './plan-board.tsx';
import { isLate } from './plan-difference.ts';
import { type Counted, PlanFigures } from './plan-figures.tsx';
import { keyOfToday } from './today-in.ts';
import type { WholePlan } from './queries.ts';
import { useBecause } from './use-because.ts';
import { usePlanEdits } from './use-plan-edits.ts';

interface PlanViewProps {
  readonly whole: WholePlan;
  /** The plan in force; null where there is none, the very same where it is shown. */
  readonly inForce: WholePlan | null;
}

const states = { draft: 'draft', 'in-force': 'inForce', replaced: 'replaced', discarded: 'withdrawn' } as const;

/** A plan on its page: what it was made for, its figures, the board, and what can be done with it. */
export function PlanView({ whole, inForce }: PlanViewProps) {
  const { t } = useTranslation('plan');
  const { slug, has } = useMember();
  const formats = useFormats();
  const because = useBecause();
  const navigate = useNavigate();
  const client = useQueryClient();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [adopting, setAdopting] = useState(false);
  // What was first shown stays on the board until somebody leaves it: another answer of the server must not take edits away.
  const [shown] = useState(whole);
  const edits = usePlanEdits(shown.problem, shown.plan, shown.pins);
  const { history, engine, failed } = edits;
  const planner = has('planner');
  const prices = shown.costs !== null;
  const changed = history !== null && history.past.length > 0;
  const against = inForce !== null && inForce.id !== whole.id ? inForce : null;
  const invalidate = (): void => void client.invalidateQueries({ queryKey: keyOf(slug, 'plan') });
  const save = useMutation({
    mutationFn: () => {
      const { plan, pins } = history!.present;
      return ask(
        api.POST('/api/organizations/{organization}/plans', {
          params: { path: { organization: slug } },
          body: { base: whole.id, plan: documentOf(plan, pins) },
        }),
      );
    },
    onSuccess: async ({ plan }) => {
      await navigate({ to: '/o/$organization/plan/drafts/$plan', params: { organization: slug, plan } });
      invalidate();
    },
  });
  const discard = useMutation({
    mutationFn: () =>
      ask(
        api.DELETE('/api/organizations/{organization}/plans/{plan}', {
          params: { path: { organization: slug, plan: whole.id } },
        }),
      ),
    onSuccess: async () => {
      notifications.show({ message: t('act.discarded', { number: whole.number }) });
      await navigate({ to: '/o/$organization/plan', params: { organization: slug } });
      invalidate();
    },
  });
  const draft = whole.state === 'draft';
  const present = history?.present ?? null;
  const counted: Counted = present
    ? {
        plan: present.plan,
        late: present.evaluation.deliveries.filter(isLate).length,
        costs: prices ? present.evaluation.costs : null,
      }
    : { plan: shown.plan, late: whole.late, costs: whole.costs };
  const first = history?.past[0];
  const held: Counted | null = against
    ? { plan: against.plan, late: against.late, costs: against.costs }
    : first
      ? {
          plan: first.plan,
          late: first.evaluation.deliveries.filter(isLate).length,
          costs: prices ? first.evaluation.costs : null,
        }
      : null;
  const broken = (present?.evaluation.violations ?? whole.violations).length > 0;
  return (
    <>
      <ObjectPage
        badges={<StateBadge state={states[whole.state]} />}
        title={
          draft
            ? t('draft', { number: whole.number })
            : whole.state === 'in-force'
              ? t('inForce')
              : t('number', { number: whole.number })
        }
        facts={[
          because(whole),
          ...(whole.adoptedAt === null
            ? [t('madeAt', { when: formats.relative(whole.madeAt) })]
            : [t('inForceSince', { when: formats.moment(whole.adoptedAt) })]),
          ...(against?.adoptedAt
            ? [
                t('againstInForce', {
                  day: formats.date(
                    Temporal.Instant.from(against.adoptedAt).toZonedDateTimeISO(shown.problem.timeZone).toPlainDate(),
                  ),
                }),
              ]
            : []),
        ]}
        act={
          <>
            <ButtonLink
              to="/o/$organization/plan/shift-list/$plan"
              params={{ organization: slug, plan: whole.id }}
              search={{ day: keyOfToday(shown.problem) }}
            >
              {t('act.shiftList')}
            </ButtonLink>
            {against && !phone ? (
              <ButtonLink
                to="/o/$organization/plan/compare/$a/$b"
                params={{ organization: slug, a: against.id, b: whole.id }}
              >
                {t('act.compare')}
              </ButtonLink>
            ) : null}
            {planner && draft && !phone ? (
              <Button loading={discard.isPending} onClick={() => discard.mutate()}>
                {t('act.discard')}
              </Button>
            ) : null}
            {phone || !planner ? null : changed ? (
              <Button variant="filled" loading={save.isPending} onClick={() => save.mutate()}>
                {t('act.save')}
              </Button>
            ) : draft ? (
              <Button variant="filled" disabled={broken} onClick={() => setAdopting(true)}>
                {t('act.adopt')}
              </Button>
            ) : null}
          </>
        }
        menu={
          phone && against ? (
            <MenuLink
              to="/o/$organization/plan/compare/$a/$b"
              params={{ organization: slug, a: against.id, b: whole.id }}
            >
              {t('act.compare')}
            </MenuLink>
          ) : undefined
        }
      >
        <Stack gap="md">
          {planner && draft && changed ? <Text c="dimmed">{t('act.adoptEdited')}</Text> : null}
          {planner && draft && !changed && broken ? <Text c="dimmed">{t('act.adoptBroken')}</Text> : null}
          <RefusalOf error={save.error ?? discard.error} />
          <PlanFigures
            shown={counted}
            violations={present?.evaluation.violations ?? []}
            against={held}
            currency={shown.problem.currency}
          />
          {draft ? null : <DraftList />}
          {failed ? (
            <Refusal
              problem={{ title: t('board.failed'), status: 500, code: 'engine', whatToDo: t('board.failedTodo') }}
            />
          ) : null}
          {present === null || engine === null ? (
            <Group gap="sm">
              <Loader size={16} aria-hidden />
              <Text c="dimmed">{t('board.reckoning')}</Text>
            </Group>
          ) : phone ? (
            <PhonePlan problem={shown.problem} present={present} base={against?.plan ?? null} />
          ) : (
            <PlanBoard
              problem={shown.problem}
              present={present}
              engine={engine}
              edits={edits}
              base={against?.plan ?? first?.plan ?? null}
              prices={prices}
              editable={planner && whole.state !== 'replaced' && whole.state !== 'discarded'}
            />
          )}
        </Stack>
      </ObjectPage>
      <AdoptDrawer plan={whole} open={adopting} onClose={() => setAdopting(false)} />
    </>
  );
}

/** The plan as it travels: its pins in it. */
const documentOf = (plan: WholePlan['plan'], pins: WholePlan['pins']) => ({
  format: plan.format,
  lots: plan.lots.map((lot) => ({ ...lot })),
  overtime: plan.overtime.map((entry) => ({ ...entry })),
  extraShifts: plan.extraShifts.map((entry) => ({ ...entry })),
  outside: plan.outside.map((entry) => ({ ...entry })),
  pins: pins.map((pin) => ({ ...pin })),
});
