import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { aDelfor } from '@coprod/server/planning/a-delfor';
import { type House, type Someone, aHouse } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, views, viewsToLookAt } from '@coprod/web/browser/pictures';
import { aBuiltClient } from './a-built-client.ts';

const pictures = process.env['COPROD_PICTURES'];

const schedule = (document: string, received: number): { name: string; mimeType: string; buffer: Buffer } => ({
  name: `norvik-${document}.edi`,
  mimeType: 'application/edifact',
  buffer: aDelfor({
    reference: document,
    document,
    day: '2026-11-24',
    items: [{ item: 'KIT-A', received, perPack: 40, lines: [{ on: '2026-12-01', quantity: 320 }] }],
  }),
});

describe('What was asked leaves, labelled and announced', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let sacha: Someone;
  let charlie: Someone;
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Ateliers Morvane', webClient: client.folder });
    browser = await startChromium();
    sacha = await house.addPerson('Sacha', ['planner']);
    const norvik = await house.addCustomer('Norvik Automobiles');
    charlie = await house.addPerson('Charlie', ['scheduler'], { customer: norvik });
    await sacha.post('/partners', { customer: norvik, sender: 'NORVIK', qualifier: 'ZZ' });
  });
  after(async () => {
    await browser.close();
    await house.close();
    client.remove();
  });

  const as = async (who: Someone, view = views[0]): Promise<Page> => {
    const context = await openView(browser, view, house.server.parts.publicUrl.origin);
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    return context.newPage();
  };
  const address = (path: string): string => `/o/${house.slug}${path}`;
  const drop = async (page: Page, file: ReturnType<typeof schedule>): Promise<void> => {
    await page.goto(address('/releases'));
    await page.getByRole('button', { name: 'Drop a file' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
    await page
      .getByRole('link', { name: /^Release / })
      .first()
      .waitFor();
  };

  test('the partner is answered, a shipment leaves with labels, the scheduler sees it, and a difference is asked about', async () => {
    const planner = await as(sacha);

    // How he is answered and written to.
    await planner.goto(address('/partners'));
    await planner.getByRole('link', { name: 'Norvik Automobiles' }).click();
    await planner.getByRole('heading', { level: 1, name: 'Norvik Automobiles' }).waitFor();
    await planner.getByRole('combobox', { name: /That a file could be read/ }).click();
    await planner.getByRole('option', { name: 'always' }).click();
    await planner.getByRole('button', { name: 'Save', exact: true }).click();
    await planner.waitForResponse(
      (answer) => answer.request().method() === 'GET' && answer.url().includes('/partners/'),
    );
    await assertAccessible(planner, 'a partner');

    await drop(planner, schedule('4711', 1000));
    await planner.getByRole('link', { name: /CONTRL 00000001/ }).waitFor();
    await planner.getByText('QTY').first().waitFor();
    // The call-off's line says which places it was read from.
    const line = planner.getByRole('listitem').filter({ hasText: '+113:320' });
    await line.hover();
    await line.getByText(/from .*QTY\s1\.2.*DTM\s1\.2/).waitFor();
    assert.deepEqual(await planner.locator('mark').allTextContents(), ['320', '20261201']);
    if (pictures !== undefined) await takePicture(planner, pictures, 'message-source', views[0]);

    await planner.goto(address('/shipments'));
    await planner.getByLabel('GS1 company prefix').fill('3456789');
    await planner.getByLabel('Ship from').fill('Ateliers Morvane, Sens');
    await planner.getByRole('button', { name: 'Save' }).click();
    await planner.getByLabel('GS1 company prefix').waitFor({ state: 'detached' });
    await planner.getByRole('link', { name: 'Prepare a shipment' }).click();
    await planner.getByRole('combobox', { name: 'Customer' }).click();
    await planner.getByRole('option', { name: 'Norvik Automobiles' }).click();
    await planner.getByRole('textbox', { name: 'KIT-A' }).fill('80');
    await assertAccessible(planner, 'a shipment to prepare');
    if (pictures !== undefined) await takePicture(planner, pictures, 'new-shipment', views[0]);
    await planner.getByRole('button', { name: 'Prepare a shipment' }).click();
    await planner.getByRole('heading', { level: 1, name: 'Delivery note 00000001' }).waitFor();
    const labels = planner.waitForEvent('download');
    await planner.getByRole('button', { name: 'Labels as PDF' }).click();
    assert.equal((await labels).suggestedFilename(), 'labels-00000001.pdf');
    await planner.getByRole('button', { name: 'It leaves: announce it' }).click();
    await planner.getByText('1,080').waitFor();
    await planner.getByRole('link', { name: /DESADV 00000002/ }).waitFor();
    await assertAccessible(planner, 'a shipment');
    const shipment = new URL(planner.url()).pathname;
    await planner.getByRole('link', { name: /DESADV/ }).click();
    await planner.getByRole('button', { name: 'I have passed it on' }).click();
    await planner.getByText('passed on by hand').waitFor();
    await assertAccessible(planner, 'what was sent');
    const sent = new URL(planner.url()).pathname;

    const scheduler = await as(charlie);
    await scheduler.goto(address('/shipments'));
    await scheduler.getByRole('link', { name: '00000001' }).click();
    await scheduler.getByText('1,080').waitFor();
    await assertAccessible(scheduler, 'his shipment');

    await drop(planner, schedule('4712', 2000));
    await planner.goto(address('/cumulatives'));
    await planner.getByText(/we count 1,080 as shipped to Norvik Automobiles, and he counts 2,000/).waitFor();
    await assertAccessible(planner, 'a question');
    if (pictures !== undefined)
      for (const view of viewsToLookAt)
        for (const [name, path] of [
          ['partners', address('/partners')],
          ['partner', await partnerOf()],
          ['shipments', address('/shipments')],
          ['shipment', shipment],
          ['outgoing', sent],
          ['cumulatives', address('/cumulatives')],
        ] as const) {
          const page = await as(sacha, view);
          await page.goto(path);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForTimeout(300);
          await takePicture(page, pictures, name, view);
          await page.context().close();
        }
    await planner.getByLabel('Why').fill('Two lots were counted twice; Charlie corrects it.');
    await planner.getByRole('button', { name: 'Keep our 1,080' }).click();
    await planner.getByText('agrees').waitFor();
  });

  const partnerOf = async (): Promise<string> => {
    const { body } = await sacha.get('/partners');
    return address(`/partners/${body.rows[0].id}`);
  };
});
