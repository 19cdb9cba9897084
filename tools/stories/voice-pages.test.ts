import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { type House, type Someone, aHouse } from '@coprod/server/testing/a-house';
import { voiceDemo } from '@coprod/server/voice/demo';
import type { Browser, Page } from 'playwright-core';
import { aBuiltClient } from './a-built-client.ts';
import { startChromium } from '@coprod/web/browser/chromium';

const pictures = process.env['COPROD_PICTURES'];
let client: Awaited<ReturnType<typeof aBuiltClient>>;
let house: House;
let browser: Browser;
let slug: string;
const people: Record<'alix' | 'noa' | 'charlie', Someone | undefined> = {
  alix: undefined,
  noa: undefined,
  charlie: undefined,
};
const ids: Record<'theme' | 'expectation' | 'contested' | 'answer' | 'token', string> = {
  theme: '',
  expectation: '',
  contested: '',
  answer: '',
  token: '',
};

before(async () => {
  client = await aBuiltClient();
  house = await aHouse({ webClient: client.folder });
  const now = Temporal.Now.instant().round('millisecond');
  const demo = await voiceDemo(house.server.parts, { now, language: 'fr', isTaken: async () => false });
  slug = demo.slug;
  const one = async (text: string): Promise<string> =>
    (await house.database.owner.query(text, [demo.organization])).rows[0].one;
  const clinic = await one(
    `select customer_id as one from access.customer where organization_id = $1 and name like 'Clinique%'`,
  );
  const team = await one(`select team_id as one from access.membership where organization_id = $1 and name = 'Alix'`);
  const join = async (name: string, role: 'technician' | 'team-lead' | 'approver', customer: string | null) => {
    const someone = await house.addPerson(name, ['member']);
    await house.database.owner.query(
      `insert into access.membership (organization_id, membership_id, person_id, side, customer_id, team_id, name, email, roles)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'x@example.test', array[$7])`,
      [
        demo.organization,
        someone.person,
        customer === null ? 'organization' : 'customer',
        customer,
        customer === null ? team : null,
        name,
        role,
      ],
    );
    return someone;
  };
  people.alix = await join('Alix', 'technician', null);
  people.noa = await join('Noa', 'team-lead', null);
  people.charlie = await join('Charlie', 'approver', clinic);
  ids.theme = await one(
    `select theme_id as one from voice.theme where organization_id = $1 order by customers desc limit 1`,
  );
  ids.expectation = await one(
    `select expectation_id as one from voice.expectation join voice.technician_view using (organization_id, expectation_id)
     where organization_id = $1 and consent = 'by-name' and team_id = '${team}' limit 1`,
  ).catch(() =>
    one(
      `select expectation_id as one from voice.expectation where organization_id = $1 and consent = 'by-name' and theme_id is not null limit 1`,
    ),
  );
  ids.contested = await one(
    `select expectation_id as one from voice.answer where organization_id = $1 and contested_at is not null`,
  );
  ids.answer = await one(
    `select answer_id as one from voice.answer where organization_id = $1 and customer_id is not null and bytes is not null limit 1`,
  );
  const mail = await one(
    `select body as one from access.mail where organization_id = $1 and about_kind = 'answer' limit 1`,
  );
  ids.token = /\/answer\/([\w-]+)/.exec(mail)![1]!;
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.close();
  client?.remove();
});

const pages: readonly {
  readonly name: string;
  readonly who: keyof typeof people | null;
  readonly path: () => string;
}[] = [
  { name: 'capture', who: 'alix', path: () => `/o/${slug}/capture` },
  { name: 'team', who: 'alix', path: () => `/o/${slug}/team` },
  { name: 'to-send', who: 'alix', path: () => `/o/${slug}/to-send` },
  { name: 'expectations', who: 'noa', path: () => `/o/${slug}/expectations` },
  { name: 'expectation', who: 'alix', path: () => `/o/${slug}/expectations/${ids.expectation}` },
  { name: 'contested', who: 'noa', path: () => `/o/${slug}/expectations/${ids.contested}` },
  { name: 'themes', who: 'noa', path: () => `/o/${slug}/themes` },
  { name: 'theme', who: 'noa', path: () => `/o/${slug}/themes/${ids.theme}` },
  { name: 'said', who: 'charlie', path: () => `/o/${slug}/said` },
  { name: 'said-answer', who: 'charlie', path: () => `/o/${slug}/said/${ids.answer}` },
  { name: 'answer', who: null, path: () => `/answer/${ids.token}` },
];
const views = [
  { width: 390, scheme: 'light', locale: 'fr-FR' },
  { width: 1440, scheme: 'dark', locale: 'en-GB' },
  ...(pictures === undefined && process.env['COPROD_LONG'] !== '1'
    ? []
    : ([
        { width: 1440, scheme: 'light', locale: 'fr-FR' },
        { width: 390, scheme: 'dark', locale: 'en-GB' },
      ] as const)),
] as const;

for (const { name, who, path } of pages)
  for (const view of views)
    test(`${name} can be read by everyone: ${view.width} px, ${view.scheme}, ${view.locale}`, async () => {
      const context = await browser.newContext({
        baseURL: house.server.url,
        viewport: { width: view.width, height: view.width < 500 ? 844 : 900 },
        colorScheme: view.scheme,
        locale: view.locale,
      });
      try {
        const cookies = who === null ? [] : people[who]!.cookie.split('; ');
        await context.addCookies(
          cookies.map((c) => ({
            name: c.slice(0, c.indexOf('=')),
            value: c.slice(c.indexOf('=') + 1),
            url: house.server.url,
          })),
        );
        const page = await context.newPage();
        await page.goto(path());
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForTimeout(400);
        if (pictures !== undefined) await picture(page, `${name}-${view.width}-${view.scheme}`);
        await assertReadable(page);
      } finally {
        await context.close();
      }
    });

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures!, { recursive: true });
  await page.screenshot({ path: join(pictures!, `${name}.png`) });
}

async function assertReadable(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
  assert.deepEqual(told, []);
}
