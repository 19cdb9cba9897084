import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWelcomeToken } from '@coprod/server/access/welcome';
import { buildDemo } from '@coprod/server/build-demo';
import { type RunningServer, openServer } from '@coprod/server/open-server';
import { aDatabase } from '@coprod/server/platform/test-database';
import { freePort } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, views, viewsToLookAt } from '@coprod/web/browser/pictures';
import type { Browser, Page } from 'playwright-core';
import { aBuiltClient } from './a-built-client.ts';

const pictures = process.env['COPROD_PICTURES'];

/** Sacha, planner of the demo's plant, reads the draft that a release called for, moves lots and looks at what it costs. */
describe('The plan board', () => {
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let database: Awaited<ReturnType<typeof aDatabase>>;
  let server: RunningServer;
  let browser: Browser;
  let page: Page;
  let organization: string;
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
    await page.goto(`/welcome?token=${(await makeWelcomeToken(server.parts.people))!}`);
    await page.getByRole('button', { name: 'Look around' }).click();
    await page.getByRole('heading', { level: 1, name: 'For me' }).waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: /^Demo: you are/ }).click();
    await page.getByRole('menuitem', { name: /^Sacha, / }).click();
    await page.getByRole('button', { name: 'Demo: you are Sacha' }).waitFor();
    organization = new URL(page.url()).pathname.split('/')[2] ?? '';
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await database?.drop();
    client?.remove();
  });

  const at = (path: string): string => `/o/${organization}${path}`;
  const board = () => page.getByRole('region', { name: 'Lots of the plan' });
  const openDraft = async (): Promise<void> => {
    await page.goto(at('/plan'));
    await page.getByRole('region', { name: 'Drafts' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Draft plan/ }).waitFor();
    await board().waitFor();
  };

  test('the plan in force stands on the board, the draft of the release beside it', async () => {
    await openDraft();
    await page.getByText('Cost of the change').waitFor();
    await assertAccessible(page, 'the draft');
  });

  test('pictures', async () => {
    for (const view of viewsToLookAt) {
      const context = await openView(browser, view, server.url);
      await context.addCookies(await page.context().cookies());
      const other = await context.newPage();
      for (const [name, path] of [
        ['plan', at('/plan')],
        ['draft', new URL(page.url()).pathname],
      ] as const) {
        await other.goto(path);
        await other.getByRole('heading', { level: 1 }).waitFor();
        await other.waitForTimeout(1500);
        if (pictures !== undefined) await takePicture(other, pictures, name, view);
        await assertAccessible(other, `${name} ${view.width} ${view.scheme} ${view.language}`);
      }
      await context.close();
    }
    assert.ok(organization !== '');
  });
});
