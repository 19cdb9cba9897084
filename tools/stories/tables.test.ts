import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type House, type Someone, aHouse } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, views, viewsToLookAt } from '@coprod/web/browser/pictures';
import { aBuiltClient } from './a-built-client.ts';

const pictures = process.env['COPROD_PICTURES'];

const schedule = (name: string, ...rows: string[]): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['Teil;Werk;Status;Datum;Menge', ...rows, ''].join('\r\n')),
});
const first = schedule(
  'Plan KW47.csv',
  '7X0-881;W2;fest;30.11.2026;1.200',
  '7X0-881;W2;Vorschau;07.12.2026;2.400',
  '7X0-882;W2;fest;30.11.2026;60',
);

describe('A customer sends tables, in the pages', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let sacha: Someone;
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Ateliers Morvane', webClient: client.folder });
    browser = await startChromium();
    sacha = await house.addPerson('Sacha', ['planner']);
    await house.addCustomer('Norvik Automobiles');
  });
  after(async () => {
    await browser.close();
    await house.close();
    client.remove();
  });

  const open = async (view = views[0]): Promise<Page> => {
    const context = await openView(browser, view, house.server.parts.publicUrl.origin);
    const [name, value] = sacha.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    const page = await context.newPage();
    await page.goto(`/o/${house.slug}/tables`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  test('the planner points at the columns of the file, sees what is read, and keeps it; the next file is known', async () => {
    const page = await open();
    await page.locator('input[type=file]').setInputFiles(first);
    const columns: readonly (readonly [string, string])[] = [
      ['A', 'Item'],
      ['B', 'Place of delivery'],
      ['C', 'How firm'],
      ['D', 'Date or week'],
      ['E', 'Quantity'],
    ];
    for (const [column, role] of columns)
      await page.getByRole('combobox', { name: `What column ${column} is` }).selectOption({ label: role });
    await page.getByRole('combobox', { name: '“fest” means' }).selectOption({ label: 'firm' });
    await page.getByRole('combobox', { name: '“vorschau” means' }).selectOption({ label: 'forecast' });
    await page.getByText('2 items, 3 call-offs').waitFor();
    const read = page.getByRole('table', { name: 'What is read from it' });
    assert.deepEqual(await read.getByRole('row').nth(1).getByRole('cell').allInnerTexts(), [
      '2',
      '7X0-881',
      'W2',
      'firm',
      '2026-11-30',
      '1,200',
    ]);
    await page.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option', { name: 'Norvik Automobiles' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Wochenplan');
    await page.getByRole('button', { name: 'Keep this and take the file in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan KW47.csv' }).waitFor();
    await page.getByText('firm: 1,200', { exact: false }).first().waitFor();
    await page.context().close();

    const again = await open();
    await again
      .locator('input[type=file]')
      .setInputFiles(schedule('Plan KW48.csv', '7X0-881;W2;fest;30.11.2026;1.320'));
    await again.getByText('has the headings of “Wochenplan”', { exact: false }).waitFor();
    await again.getByText('1 item, 1 call-off').waitFor();
    await again.getByRole('button', { name: 'Take the file in' }).click();
    await again.getByRole('heading', { level: 1, name: 'Plan KW48.csv' }).waitFor();
    await again.context().close();
  });

  test('a wrong cell is named by row and column, and the file cannot be taken in', async () => {
    const page = await open();
    await page.locator('input[type=file]').setInputFiles(schedule('bad.csv', '7X0-881;W2;fest;30.11.2026;12OO'));
    await page.getByText('Row 2, column E:', { exact: false }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Take the file in' }).isDisabled(), true);
    await page.context().close();
  });

  test('the page is calm and accessible in every view', async () => {
    for (const view of viewsToLookAt) {
      const page = await open(view);
      await assertAccessible(page, 'the mappings');
      await page.locator('input[type=file]').setInputFiles(schedule('other.csv', '7X0-881;W2;fest;30.11.2026;1.320'));
      const anew = page.getByRole('button', { name: view.language === 'fr' ? 'Indiquer à nouveau' : 'Point anew' });
      await anew.waitFor();
      if (pictures !== undefined) await takePicture(page, pictures, 'table-known', view);
      await anew.click();
      const what = view.language === 'fr' ? 'Ce que contient la colonne' : 'What column';
      await page.getByRole('combobox', { name: `${what} A` }).selectOption('customerItem');
      await page.getByRole('combobox', { name: `${what} E` }).selectOption('quantity');
      await page.getByRole('table').first().waitFor();
      await assertAccessible(page, 'pointing at columns');
      if (pictures !== undefined) await takePicture(page, pictures, 'table-pointing', view);
      await page.context().close();
    }
  });
});
