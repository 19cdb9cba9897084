import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWelcomeToken } from '@coprod/server/access/welcome';
import { buildDemo } from '@coprod/server/build-demo';
import { type RunningServer, openServer } from '@coprod/server/open-server';
import { aDatabase } from '@coprod/server/platform/test-database';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, views } from '@coprod/web/browser/pictures';
import type { Browser, Page } from 'playwright-core';
import { aBuiltClient } from './a-built-client.ts';
import { freePort } from '@coprod/server/testing/a-house';

/** The three ways in, walked by the people of the demo, as a newcomer finds them. */
describe('Looking around', () => {
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let database: Awaited<ReturnType<typeof aDatabase>>;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  before(async () => {
    client = await aBuiltClient();
    database = await aDatabase();
    const port = await freePort();
    server = await openServer({
      database,
      host: 'localhost',
      port,
      publicUrl: new URL(`http://localhost:${port}`),
      log: false,
      requestsPerMinute: 1_000_000,
      attemptsPerMinute: 1_000_000,
      smtpUrl: undefined,
      mailFrom: 'Coprod <coprod@localhost>',
      webClient: client.folder,
      buildDemo: (ground, keys) => buildDemo(ground, keys, 'en'),
    });
    browser = await startChromium();
    page = await (await openView(browser, views[0], server.url)).newPage();
    page.setDefaultTimeout(20_000);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await database?.drop();
    client?.remove();
  });

  /** One click in the bar at the foot. */
  const stepInto = async (name: string, where: string): Promise<void> => {
    await page.getByRole('button', { name: /^Demo: you are/ }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${name}, .*${where}`) }).click();
    await page.getByRole('button', { name: `Demo: you are ${name}` }).waitFor();
  };
  /** The address of a page in the organization that one stands in. */
  const at = (path: string): string => `/o/${new URL(page.url()).pathname.split('/')[2]}${path}`;

  test('the welcome link leads to a house with half a year behind it', async () => {
    await page.goto(`/welcome?token=${(await makeWelcomeToken(server.parts.people))!}`);
    const began = performance.now();
    await page.getByRole('button', { name: 'Look around' }).click();
    await page.getByRole('heading', { level: 1, name: 'For me' }).waitFor({ timeout: 120_000 });
    console.log(`the demo was ready in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await assertAccessible(page, 'home of the demo');
  });

  test('planning: Norvik’s scheduler takes the counter-offer that waits, and it is a promise', async () => {
    await stepInto('Charlie', 'Norvik');
    await page.getByRole('link', { name: /KIT-A/ }).first().click();
    await page.getByText('agreed with you', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Take the offer' }).click();
    await page.getByText('taken', { exact: true }).waitFor();
    await stepInto('Sacha', '');
    await page.goto(at('/promises'));
    await page.getByRole('link', { name: 'KIT-A' }).first().waitFor();
  });

  test('certification: Tarvel reads PR-QUA-07 with its hole, acknowledges by name, and the register says so', async () => {
    await stepInto('Dominique', 'Tarvel');
    await page.getByRole('link', { name: /Acknowledge.*Drum cleaning/ }).click();
    await page.getByText('isopropanol', { exact: false }).waitFor();
    await page.getByText('Withheld.', { exact: true }).first().waitFor();
    assert.equal(await page.getByText('9 minutes', { exact: false }).count(), 0, 'what was granted to Lumet alone');
    await page.getByRole('button', { name: 'Acknowledge v3' }).click();
    await page.getByRole('button', { name: 'Acknowledge as Dominique' }).click();
    await page
      .getByText(/acknowledged by Dominique/)
      .first()
      .waitFor();
    await stepInto('Camille', '');
    await page.goto(at('/transmissions'));
    await page.getByText('Past its term').waitFor({ state: 'detached' });
  });

  test('voice: a technician brings an expectation, and who was cited reads what became of his', async () => {
    const words = 'The gate was open when I came home';
    await stepInto('Alix', '');
    await page.goto(at('/capture'));
    await page.getByRole('combobox', { name: 'Customer' }).fill('Mairie de Roqueval');
    await page.getByLabel('What the customer said').fill(words);
    await page.getByRole('button', { name: 'By name', exact: true }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.goto(at('/to-send'));
    await page.getByText('Kept by the server', { exact: true }).waitFor({ timeout: 30_000 });
    await page.goto(at('/expectations'));
    await page.getByText(words).first().waitFor();
    await stepInto('Charlie', 'Tilleuls');
    await page.goto(at('/said'));
    await page.getByText('Answered').first().waitFor();
  });
});
