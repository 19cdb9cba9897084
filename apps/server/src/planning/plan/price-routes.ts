import { z } from 'zod';
import { type RouteGroup, routes } from '../../access/routes.ts';
import { ok, refuse } from '../../platform/result.ts';
import { id, text } from '../../platform/schemas.ts';
import { amount } from '../planning-schemas.ts';
import { findRelease } from '../release-store.ts';
import { replyToIntervention } from '../reply-to-intervention.ts';
import type { Pricing } from './price-of-release.ts';

const counterOffer = z
  .object({
    id: z.string(),
    kind: z.enum(['later', 'part-now', 'less']),
    answers: z.array(z.object({ intervention: id, item: z.string(), lines: z.array(amount) })),
    savesCents: z.number().int(),
  })
  .meta({ id: 'CounterOffer' });

/** What a customer's change costs the plant, and what to offer him instead. */
export const priceRoutes = (pricing: Pricing): RouteGroup =>
  routes((r) => {
    r.get(
      '/organizations/:organization/releases/:release/price',
      {
        summary:
          'What a release costs the plant against the one before, and up to three counter-offers, each proven by a plan',
        allow: ['organization:planner', 'organization:administrator'],
        params: z.object({ release: id }),
        answer: z.object({
          /** Null where the release has no draft plan to price it by. */
          price: z
            .object({
              plan: id,
              cents: z.number().int(),
              overtimeMinutes: z.number().int(),
              extraShifts: z.number().int(),
              othersLater: z.number().int(),
            })
            .nullable(),
          offers: z.array(counterOffer),
        }),
      },
      async ({ access, params }) => {
        const release = await access.transaction((tx) => findRelease(tx, access.organization.id, params.release));
        if (release === undefined) return refuse('not-found');
        const price = await pricing.priceOf(access, params.release);
        if (price === null) return ok({ price: null, offers: [] });
        const { offers, ...rest } = price;
        return ok({ price: rest, offers });
      },
    );

    r.post(
      '/organizations/:organization/releases/:release/offer',
      {
        summary: 'Offer one of the counter-offers of a release to its customer',
        allow: ['organization:planner'],
        params: z.object({ release: id }),
        body: z.strictObject({ chosen: z.string().max(64), words: text(5000) }),
        answer: z.object({ replies: z.array(id) }),
        status: 201,
      },
      async ({ access, params, body }) => {
        const release = await access.transaction((tx) => findRelease(tx, access.organization.id, params.release));
        if (release === undefined) return refuse('not-found');
        const price = await pricing.priceOf(access, params.release);
        const chosen = price?.offers.find((offer) => offer.id === body.chosen);
        if (chosen === undefined) return refuse('offer-changed');
        const replies: string[] = [];
        for (const { intervention, lines } of chosen.answers) {
          const answered = await replyToIntervention(access, intervention, { kind: 'offer', words: body.words, lines });
          if (!answered.ok) return answered;
          replies.push(answered.value.reply);
        }
        return ok({ replies });
      },
    );
  });
