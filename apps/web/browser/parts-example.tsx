import { Button, Group, Stack, Title } from '@mantine/core';
import { CustomerWords } from '../src/components/customer-words.tsx';
import { FieldRefusals } from '../src/components/field-refusals.tsx';
import { LongWork } from '../src/components/long-work.tsx';
import { Moment } from '../src/components/moment.tsx';
import { Refusal } from '../src/components/refusal.tsx';
import type { State } from '../src/components/state.ts';
import { StateBadge } from '../src/components/state-badge.tsx';
import { StepChart } from '../src/components/step-chart.tsx';
import { offerUndo } from '../src/components/undo-toast.tsx';
import { PageTitle } from '../src/shell/page-title.tsx';

const states: readonly State[] = [
  'draft',
  'open',
  'inForce',
  'acknowledged',
  'pastTerm',
  'atRisk',
  'late',
  'gap',
  'withheld',
];

const twoHoursAgo = Temporal.Now.instant().subtract({ hours: 2 });

const asked = [
  { day: '2026-11-02', value: 1200 },
  { day: '2026-11-09', value: 2400 },
  { day: '2026-11-16', value: 3100 },
  { day: '2026-11-23', value: 4660 },
];
const shipped = [
  { day: '2026-11-03', value: 1200 },
  { day: '2026-11-11', value: 2350 },
  { day: '2026-11-23', value: 4300 },
];

export function PartsExample() {
  return (
    <Stack gap="lg" maw={720}>
      <PageTitle>Parts</PageTitle>
      <Group gap="sm">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </Group>
      <CustomerWords
        words="Bitte 360 Stück zusätzlich bis Mo 30.11."
        language="de"
        channel="planning"
        customer="Norvik Automobiles"
        saidOn="2026-11-24"
      />
      <CustomerWords
        words={
          'Depuis trois ans, nous demandons que les fûts soient rincés deux fois avant le remplissage, parce que nos propres mesures ' +
          'montrent des traces de l’ancien produit. Cette fois nous voulons que cela soit écrit dans la procédure, et signé.'
        }
        language="fr"
        channel="certification"
        customer="Tarvel Pharma"
        consent="mayBeCited"
        saidOn="2026-03-04"
        folded
      />
      <CustomerWords words={null} language="fr" channel="voice" customer={null} saidOn="2026-05-12" />
      <Refusal
        problem={{
          title: 'The rule moved to v5 while you were writing.',
          status: 409,
          code: 'base-overtaken',
          whatToDo: 'Your text is safe; rebase it to go on.',
        }}
        onRetry={() => offerUndo({ done: 'Again', undo: () => Promise.resolve() })}
      />
      <FieldRefusals faults={[{ id: 'quantity', label: 'Quantity', what: 'more than 0' }]} />
      <LongWork name="The plan is computed" done={1200} total={4800} onCancel={() => undefined} />
      <StepChart
        title="KIT-A, cumulative"
        unit="pieces"
        series={[
          { name: 'asked', points: asked },
          { name: 'shipped', points: shipped },
        ]}
      />
      <Group>
        <Title order={2}>Undo</Title>
        <Button onClick={() => offerUndo({ done: 'Two expectations joined.', undo: () => Promise.resolve() })}>
          Join
        </Button>
        <Button disabled>Cannot be used</Button>
        <Moment at={twoHoursAgo} />
      </Group>
    </Stack>
  );
}
