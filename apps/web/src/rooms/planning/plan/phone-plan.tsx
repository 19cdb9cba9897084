import { Stack } from '@mantine/core';
import type { Plan, Problem } from '@coprod/planner';
import { useBoardTime } from './board/use-board-time.ts';
import type { BoardState } from './edit-history.ts';
import { LatePanel } from './late-panel.tsx';
import { LotList } from './lot-list.tsx';
import { useBoardPicture } from './use-board-picture.ts';

interface PhonePlanProps {
  readonly problem: Problem;
  readonly present: BoardState;
  readonly base: Plan | null;
}

/** The plan on a phone, to read: what is late, then the lots of one line on one day. */
export function PhonePlan({ problem, present, base }: PhonePlanProps) {
  const time = useBoardTime(problem);
  const { rows } = useBoardPicture(problem, present, base, null, time);
  return (
    <Stack gap="lg">
      <LotList rows={rows} time={time} selected={null} />
      <LatePanel deliveries={present.evaluation.deliveries} time={time} onChoose={undefined} explain={undefined} />
    </Stack>
  );
}
