import { type AskedItem, aDelfor } from './a-delfor.ts';

export type DemoCustomer = 'norvik' | 'brenval';

/** How many weeks of releases stand behind today's. */
export const weeksOfDemo = 26;
const weeksAhead = 16;

const items: Readonly<Record<DemoCustomer, readonly { item: string; week: number; pack: number }[]>> = {
  norvik: [
    { item: 'KIT-A', week: 320, pack: 40 },
    { item: 'KIT-B', week: 300, pack: 60 },
    { item: 'BR-204', week: 640, pack: 80 },
    { item: 'BR-207', week: 480, pack: 80 },
    { item: 'HO-3', week: 240, pack: 40 },
    { item: 'HO-5', week: 160, pack: 40 },
  ],
  brenval: [
    { item: 'KIT-C', week: 120, pack: 20 },
    { item: 'BR-210', week: 200, pack: 40 },
    { item: 'HO-7', week: 260, pack: 20 },
  ],
};

/** Today's documents, and the Monday after next weekend: frozen by the rule, and asked for nevertheless. */
export const lastDocument = {
  number: { norvik: 4711, brenval: 902 },
  frozenMonday: (today: Temporal.PlainDate): Temporal.PlainDate => mondayOf(today).add({ days: 7 }),
} as const;

/** One weekly release, generated: the same for the same day, so that a file can come twice. */
export function demoRelease(
  customer: DemoCustomer,
  today: Temporal.PlainDate,
  weeksAgo: number,
  language: 'en' | 'fr',
): { readonly name: string; readonly bytes: Buffer } {
  const day = today.subtract({ days: 7 * weeksAgo });
  const document = lastDocument.number[customer] - weeksAgo;
  const start = mondayOf(today.subtract({ days: 7 * weeksOfDemo }));
  const first = mondayOf(day).add({ days: 7 });
  const asked = items[customer].map(({ item, week, pack }, place): AskedItem => {
    const until = Math.round(start.until(first).total('days') / 7);
    let received = 0;
    for (let number = 0; number < until; number++)
      received += amount(week, pack, number, place, weeksOfDemo - weeksAgo);
    const rush = customer === 'norvik' && weeksAgo === 0 && item === 'KIT-A';
    const launch = customer === 'brenval' && weeksAgo === 0 && item === 'HO-7';
    return {
      item,
      received,
      perPack: pack,
      ...(rush ? { remark: demoTexts.rush[language] } : launch ? { remark: demoTexts.launch[language] } : {}),
      lines: Array.from({ length: weeksAhead }, (_, ahead) => ({
        on: first.add({ days: 7 * ahead }).toString(),
        quantity:
          amount(week, pack, until + ahead, place, weeksOfDemo - weeksAgo) +
          (rush && ahead === 0 ? 360 : launch && ahead === 3 ? 160 : 0),
        status: ahead < 2 ? 1 : ahead < 6 ? 2 : 4,
      })),
    };
  });
  return {
    name: `${customer}-${document}.edi`,
    bytes: aDelfor({
      sender: customer.toUpperCase(),
      reference: String(document).padStart(8, '0'),
      document: String(document),
      day: day.toString(),
      place: customer === 'norvik' ? 'P2' : 'B1',
      items: asked,
    }),
  };
}

/**
 * What is asked for a week, in whole containers. Far weeks wander a little from release to release, as forecasts do; near ones stand.
 * @param release the number of the release that asks, counted from the first
 */
function amount(week: number, pack: number, number: number, place: number, release: number): number {
  const settled = Math.max(0, number - release - 5);
  const season = Math.round((Math.sin((number + place * 2) / 4) * week * 0.1) / pack) * pack;
  const wander = settled > 0 && (number + release + place) % 7 === 0 ? pack : 0;
  return Math.max(0, week + season + wander);
}

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

/** What is said in the demo. */
export const demoTexts = {
  rush: {
    en: 'Please 360 pieces more by Monday, our line 2 starts a second shift.',
    fr: 'Merci de prévoir 360 pièces de plus pour lundi, notre ligne 2 passe en deux postes.',
  },
  launch: {
    en: 'In four weeks we begin to build a third variant: 160 more in that week.',
    fr: 'Dans quatre semaines, nous montons une troisième variante : 160 de plus cette semaine-là.',
  },
  adopted: { en: 'I adopt this plan.', fr: 'J’adopte ce plan.' },
  accepted: { en: 'We deliver what you ask.', fr: 'Nous livrons ce que vous demandez.' },
  offer: {
    en: 'These days are frozen, and Assembly 1 is full. Of the 360 more, we can deliver 280 on Monday and 80 on Wednesday.',
    fr: 'Ces jours sont figés et Assemblage 1 est plein. Sur les 360 de plus, nous pouvons en livrer 280 lundi et 80 mercredi.',
  },
  rules: {
    en: ['Frozen days with Norvik', 'Tolerances with Norvik', 'Frozen days and tolerances with Brenval'],
    fr: ['Jours figés avec Norvik', 'Tolérances avec Norvik', 'Jours figés et tolérances avec Brenval'],
  },
  overtime: {
    en: {
      title: 'Overtime for call-offs',
      why: 'Late call-offs are covered by overtime before anything is refused.',
      objection: 'Twelve hours a week is more than the teams can carry in a row.',
      answer: 'You are right: four hours a week at most, and the bound stands in the rule.',
      effect: { hours: 'up to 4 h a week', pace: 'none', mobility: 'none', autonomy: 'the team chooses the evening' },
    },
    fr: {
      title: 'Heures supplémentaires pour les appels',
      why: 'Les appels tardifs sont couverts par des heures supplémentaires avant tout refus.',
      objection: 'Douze heures par semaine, c’est plus que ce que les équipes peuvent tenir dans la durée.',
      answer: 'Vous avez raison : quatre heures par semaine au plus, et la borne figure dans la règle.',
      effect: {
        hours: 'jusqu’à 4 h par semaine',
        pace: 'aucun',
        mobility: 'aucun',
        autonomy: 'l’équipe choisit le soir',
      },
    },
  },
} as const;
