import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type House, aHouse, testPassword } from '@coprod/server/testing/a-house';
import type { Browser, BrowserContext } from 'playwright-core';
import { assertAccessible } from '@coprod/web/browser/axe';
import { aBuiltClient } from './a-built-client.ts';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, views, viewsToLookAt } from '@coprod/web/browser/pictures';

const pictures = process.env['COPROD_PICTURES'];

describe('Settings, in the pages', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Chimie Ostrelle', webClient: client.folder });
    browser = await startChromium();
    await house.addPerson('Noa', ['team-lead'], { team: await house.addTeam('Team Nord') });
    await house.addPerson('Dana', ['auditor'], { customer: await house.addCustomer('Tarvel Pharma') });
    await house.founder.post('/api-keys', { name: 'ERP', scopes: ['read', 'edi'] });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });
  const open = (view = views[0]): Promise<BrowserContext> =>
    openView(browser, view, house.server.parts.publicUrl.origin);
  const asFounder = async (context: BrowserContext) => {
    const [name, value] = house.founder.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    return context.newPage();
  };

  test('an administrator invites by link; in another browser the invited person chooses a name and is at home', async () => {
    const page = await asFounder(await open());
    await page.goto(`/o/${house.slug}/settings`);
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Ali');
    await page.getByRole('textbox', { name: 'Mail address' }).fill('ali@example.test');
    await page.getByRole('checkbox', { name: 'Planner' }).check();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    const link = await page.getByRole('textbox', { name: 'Link of the invitation' }).inputValue();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Withdraw the invitation of Ali' }).waitFor();

    const other = await (await open()).newPage();
    await other.goto(link);
    await other.getByRole('heading', { level: 1 }).waitFor();
    await other.getByRole('textbox', { name: 'Your name' }).fill('Ali');
    await other.getByRole('textbox', { name: /Password/ }).fill(testPassword);
    await other.getByRole('button', { name: /Join|Accept/ }).click();
    await other.waitForURL(`**/o/${house.slug}**`);
    await other.getByRole('heading', { level: 1 }).waitFor();

    await page.reload();
    await page.getByRole('link', { name: 'Ali' }).waitFor();
    await other.goto(link);
    await other.getByText('This link has been used or has run out.').waitFor();
  });

  for (const view of viewsToLookAt)
    for (const path of ['', '/organization', '/keys', '/outbox'])
      test(`settings${path} can be read by everyone: ${view.width} px, ${view.scheme}, ${view.language}`, async () => {
        const context = await open(view);
        try {
          const page = await asFounder(context);
          await page.goto(`/o/${house.slug}/settings${path}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page
            .getByText(/Noa|Team Nord|ERP|ali@example\.test/)
            .first()
            .waitFor();
          if (pictures !== undefined) await takePicture(page, pictures, `settings${path.replace('/', '-')}`, view);
          await assertAccessible(page, `settings${path}`);
          assert.equal(await page.locator('html').getAttribute('lang'), view.language);
        } finally {
          await context.close();
        }
      });
});
