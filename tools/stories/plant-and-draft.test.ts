import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aDelfor } from '@coprod/server/planning/a-delfor';
import { demoPlant } from '@coprod/server/planning/demo-plant';
import { type Answer, type House, type Someone, aHouse, testPassword } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, views, viewsToLookAt } from '@coprod/web/browser/pictures';
import { aBuiltClient } from './a-built-client.ts';

const pictures = process.env['COPROD_PICTURES'];
const signed = { meaning: 'I adopt this plan', credential: { password: testPassword } };
const today = Temporal.Now.zonedDateTimeISO('Europe/Paris').toPlainDate();
const monday = today.add({ days: 15 - today.dayOfWeek });

describe('A plant is written down, a release comes, a draft says what it does', () => {
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let house: House;
  let browser: Browser;
  let sacha: Someone;
  let charlie: Someone;
  let page: Page;
  let release: string;
  const done = async (answer: Promise<Answer>, status = 200): Promise<Answer['body']> => {
    const { status: got, body } = await answer;
    assert.equal(got, status, JSON.stringify(body).slice(0, 400));
    return body;
  };
  const walk = async (context: BrowserContext, someone: Someone): Promise<Page> => {
    const [name, ...value] = someone.cookie.split('=');
    await context.addCookies([{ name: name ?? '', value: value.join('='), url: house.server.url }]);
    const opened = await context.newPage();
    opened.setDefaultTimeout(20_000);
    return opened;
  };
  const asks = (document: number, pieces: number) =>
    sacha.call(
      'POST',
      '/interchanges?name=norvik.edi',
      aDelfor({
        reference: String(document),
        document: String(document),
        day: today.toString(),
        items: [{ item: 'KIT-A', received: 0, perPack: 40, lines: [{ on: monday.toString(), quantity: pieces }] }],
      }),
    );
  const draftFor = async (document: string): Promise<Answer['body']> => {
    for (const began = Date.now(); Date.now() - began < 30_000;) {
      const { rows } = await done(sacha.get('/plans?state=draft'));
      const found = rows.find((plan: Answer['body']) => plan.because.release?.document === document);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no draft for ${document}`);
  };
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Ateliers Morvane', webClient: client.folder });
    browser = await startChromium();
    sacha = await house.addPerson('Sacha', ['planner']);
    const norvik = await house.addCustomer('Norvik Automobiles');
    charlie = await house.addPerson('Charlie', ['scheduler'], { customer: norvik });
    await done(sacha.post('/partners', { customer: norvik, sender: 'NORVIK', qualifier: 'ZZ' }), 201);
    const { proposal } = await done(
      sacha.post('/proposals', {
        title: 'Firm days',
        on: {
          kind: 'new-rule',
          rule: {
            kind: 'planning',
            regulation: 'joint',
            title: 'Firm days',
            language: 'en',
            customer: norvik,
            blocks: [],
            parameters: { 'tolerance-firm': 0 },
          },
        },
      }),
      201,
    );
    const effect = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };
    await done(sacha.post(`/proposals/${proposal}/open`, { title: 'Firm days', method: 'by-owner', effect }));
    await done(sacha.post(`/proposals/${proposal}/decide`, { outcome: 'adopted', reasons: 'Agreed.', ...signed }), 201);
    page = await walk(await openView(browser, views[0], house.server.url), sacha);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    client?.remove();
  });
  const at = (path: string): string => `/o/${house.slug}${path}`;

  test('items come from a table: each row’s fate is seen before anything is written', async () => {
    await page.goto(at('/plant'));
    await page.getByText('Paste your items from a table; the next step shows here.').waitFor();
    await assertAccessible(page, 'an empty plant');
    await page.getByRole('link', { name: 'Paste or import' }).click();
    const items = demoPlant('en').filter(({ sheet }) => sheet === 'items');
    const columns = Object.keys(items[0]?.cells ?? {});
    const lines = items.map(({ cells }) => columns.map((name) => String(cells[name] ?? '')).join(';'));
    await page.getByRole('textbox').fill([columns.join(';'), lines[0] ?? '', ...lines].join('\n'));
    await page.getByRole('button', { name: 'Look at the rows' }).click();
    await page.getByText('this row is there twice', { exact: false }).waitFor();
    await assertAccessible(page, 'the fates of an import');
    await page.getByRole('button', { name: 'Take in 40 rows' }).click();
    await page.getByRole('grid', { name: 'Items' }).waitFor();
    assert.equal((await done(sacha.get('/plant/items'))).rows.length, 40);
  });

  test('what is missing says what it stops; a cell is written by keyboard, and taken back', async () => {
    await page.getByText('No plan can be made yet.').first().waitFor();
    const rest = demoPlant('en').filter(({ sheet }) => sheet !== 'items');
    for (const sheet of new Set(rest.map((row) => row.sheet)))
      await done(
        sacha.put(`/plant/${sheet}`, {
          changes: rest.filter((row) => row.sheet === sheet).map(({ id, cells }) => ({ id, cells })),
        }),
      );
    await page.goto(at('/plant/items'));
    const cell = page.getByRole('row', { name: /KIT-A/ }).first().getByRole('gridcell').nth(4);
    await cell.click();
    await page.keyboard.type('abc');
    await page.keyboard.press('Enter');
    await page.getByText('this is not a number', { exact: false }).waitFor();
    await cell.click();
    await page.keyboard.type('60');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /KIT-A/ }).first().getByText('60', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('row', { name: /KIT-A/ }).first().getByText('40', { exact: true }).first().waitFor();
    await assertAccessible(page, 'the items of a plant');
  });

  test('a release comes: the draft stands beside it with its price, and an offer goes out by one click', async () => {
    await done(asks(1, 320), 202);
    await done(sacha.post(`/plans/${(await draftFor('1')).id}/adopt`, signed));
    await done(asks(2, 4000), 202);
    const draft = await draftFor('2');
    release = draft.because.release.id;
    await page.goto(at(`/releases/${release}`));
    await page.getByRole('link', { name: `Draft plan ${draft.number}` }).waitFor();
    await page.getByText('cost of the change').waitFor();
    await assertAccessible(page, 'the price of a change');
    await page.getByRole('button', { name: 'Offer', exact: true }).first().click();
    await page.getByText('No call-off of this release waits for an answer.').waitFor();
  });

  test('the scheduler takes the offer, and it is a joint promise; adopting a plan keeps it', async () => {
    const his = await walk(await openView(browser, views[0], house.server.url), charlie);
    const [offer] = (await done(charlie.get('/offers?state=offered'))).rows;
    await his.goto(at(`/offers/${offer.id}`));
    await his.getByRole('button', { name: 'Take the offer' }).click();
    await his.getByText('taken', { exact: true }).waitFor();
    const { plan } = await done(sacha.post('/plans', {}), 201);
    await done(sacha.post(`/plans/${plan}/adopt`, signed));
    const promises = (await done(charlie.get('/promises'))).rows;
    for (const { on, quantity } of offer.lines)
      assert.ok(promises.some((one: Answer['body']) => one.promised.on === on && one.promised.quantity === quantity));
  });

  test('each page in both sizes and languages', async () => {
    for (const view of viewsToLookAt) {
      const context = await openView(browser, view, house.server.url);
      const looked = await walk(context, sacha);
      for (const [name, path] of [
        ['plant-items', '/plant/items'],
        ['plant-customers', '/plant/customers'],
        ['plant-import', '/plant/runs/import'],
        ['release-price', `/releases/${release}`],
      ] as const) {
        await looked.goto(at(path));
        await looked.getByRole('heading', { level: 1 }).waitFor();
        await looked.waitForTimeout(800);
        await assertAccessible(looked, `${name} ${view.width} ${view.language}`);
        if (pictures !== undefined) await takePicture(looked, pictures, name, view);
      }
      await context.close();
    }
  });
});
