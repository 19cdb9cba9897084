import { actAsSystem } from '../access/access.ts';
import type { Parts, Room } from '../access/room.ts';
import { answerCited } from './answer-cited.ts';
import { answerRoutes } from './answer-routes.ts';
import { expectationRoutes } from './expectation-routes.ts';
import { themeRoutes } from './theme-routes.ts';

/** The customer's voice: what technicians hear, what it weighs together, and the answers that go back. */
export const openVoiceRoom = (parts: Parts): Room => ({
  routes: [expectationRoutes(parts), themeRoutes, answerRoutes(parts)],
  async start() {
    await parts.jobs.work('decision-taken', async ({ organization, decision }) => {
      await answerCited(actAsSystem(parts.doors, organization), decision, parts.publicUrl);
    });
    return async () => undefined;
  },
});
