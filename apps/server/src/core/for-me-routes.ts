import { z } from 'zod';
import { type RouteGroup, routes } from '../access/routes.ts';
import { ok } from '../platform/result.ts';
import { plainDate } from '../platform/schemas.ts';
import { type DoneLine, type DoneSource, doneInCore, doneLine } from './done.ts';
import { partPutOff, putOff } from './put-off.ts';
import { type WaitingLine, type WaitingSource, inOrder, waitingLine } from './waiting.ts';
import { waitingInCore } from './waiting-in-core.ts';

/** What the channels add to everybody's first page. */
export type ForMe = {
  readonly waiting: readonly WaitingSource[];
  readonly done: readonly DoneSource[];
};

/** The first page: what waits for the caller, what he put off, what he did today. */
export const forMeRoutes = (channels: ForMe): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/waiting',
      {
        summary: 'For me: what waits for the caller, by term',
        allow: ['organization:*', 'customer:*'],
        answer: z.object({
          lines: z.array(waitingLine),
          later: z.array(z.object({ line: waitingLine, until: plainDate })),
          now: z.string(),
        }),
      },
      ({ access }) =>
        access.transaction(async (tx) => {
          const all: WaitingLine[] = [];
          for (const source of [...waitingInCore, ...channels.waiting]) all.push(...(await source(tx, access)));
          const { lines, later } = await partPutOff(tx, access, inOrder(all));
          return ok({ lines: lines.slice(0, 200), later, now: access.now().toString() });
        }),
    );

    r.put(
      '/organizations/:organization/waiting/later',
      {
        summary: 'Put a line of For me off until a day; null brings it back',
        allow: ['organization:*'],
        body: z.strictObject({
          act: waitingLine.shape.act,
          subject: z.strictObject({ kind: z.string().max(40), id: z.string().max(60) }),
          until: plainDate.nullable(),
        }),
      },
      ({ access, body }) => putOff(access, body, body.until),
    );

    r.get(
      '/organizations/:organization/done',
      {
        summary: 'What the caller did today, newest first, and what of it he can take back',
        allow: ['organization:*'],
        answer: z.object({ lines: z.array(doneLine) }),
      },
      ({ access }) =>
        access.transaction(async (tx) => {
          const today = access.now().toZonedDateTimeISO(access.organization.timeZone).startOfDay().toInstant();
          const all: DoneLine[] = [];
          for (const source of [doneInCore, ...channels.done]) all.push(...(await source(tx, access, today)));
          return ok({ lines: all.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at)).slice(0, 100) });
        }),
    );
  });
