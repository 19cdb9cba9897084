import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type House, type Someone, aHouse } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView } from '@coprod/web/browser/pictures';
import { aBuiltClient } from './a-built-client.ts';

describe('For me, in the pages', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let page: Page;
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Réseau Hautval', webClient: client.folder });
    browser = await startChromium();
    const noa = await house.addPerson('Noa', ['team-lead']);
    await house.addPerson('Alix', ['technician']);
    const customer = await house.addCustomer('Clinique des Tilleuls');
    const charlie = await house.addPerson('Charlie', ['approver'], { customer });
    for (const words of ['Please ring twice.', 'Close the gate.'])
      await charlie.post('/interventions', { channel: 'voice', words, language: 'en' });
    page = await as(noa);
  });
  after(async () => {
    await browser.close();
    await house.close();
    client.remove();
  });

  const as = async (who: Someone): Promise<Page> => {
    const view = { width: 1440, scheme: 'light', language: 'en' } as const;
    const context = await openView(browser, view, house.server.parts.publicUrl.origin);
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    return context.newPage();
  };
  const lines = () => page.locator('[data-row-link]');
  const onHome = async (): Promise<void> => {
    await page.goto(`/o/${house.slug}`);
    await lines().nth(1).waitFor();
  };

  test('h puts a line off until a day, Undo brings it back, and later it is brought back from its own group', async () => {
    await onHome();
    await page.keyboard.press('j');
    const words = await page.locator('[data-row-link]:focus').textContent();
    await page.keyboard.press('h');
    await page.getByText('Another day').waitFor();
    await assertAccessible(page, 'later');
    await page.getByRole('button', { name: /^Tomorrow/ }).click();
    await page.getByText(/^Put off until/).waitFor();
    await lines().nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await lines().nth(1).waitFor();
    assert.equal(await lines().first().textContent(), words);

    await page.getByRole('button', { name: 'Later' }).first().click();
    await page.getByRole('button', { name: /^In two weeks/ }).click();
    await lines().nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Put off 1/ }).click();
    await page.getByRole('button', { name: 'Bring back' }).click();
    await lines().nth(1).waitFor();
  });

  test('Space looks, Enter opens, J and K turn the page, u comes back to the list as it was', async () => {
    await onHome();
    await page.getByRole('button', { name: /^to answer/ }).click();
    await page.waitForURL('**/*show=answer*');
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    const peek = page.getByRole('complementary', { name: /^Beside the list/ });
    await peek.getByText(/Close the gate|Please ring twice/).waitFor();
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.waitForURL('**/interventions/*');
    const first = page.url();
    await page.keyboard.press('J');
    await page.waitForURL((url) => url.href !== first && url.pathname.includes('/interventions/'));
    await page.keyboard.press('K');
    await page.waitForURL(first);
    await page.keyboard.press('u');
    await page.waitForURL('**/*show=answer*');
    await lines().first().waitFor();
  });

  test('what is handed to a colleague leaves my list, and comes back by Undo', async () => {
    await page.goto(`/o/${house.slug}/interventions`);
    await lines().nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Ask a colleague' }).click();
    await page.getByRole('combobox', { name: 'Colleague' }).click();
    await page.getByRole('option', { name: /Alix/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ask a colleague' }).click();
    await page.getByText('Alix is asked to answer.').waitFor();
    await page.getByRole('cell', { name: 'Alix' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('cell', { name: 'Alix' }).waitFor({ state: 'detached' });
  });
});
