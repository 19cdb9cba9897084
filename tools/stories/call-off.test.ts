import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { aDelfor } from '@coprod/server/planning/a-delfor';
import { type House, type Someone, aHouse, testPassword } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { aBuiltClient } from './a-built-client.ts';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, views, viewsToLookAt } from '@coprod/web/browser/pictures';

const pictures = process.env['COPROD_PICTURES'];
const none = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };

/** The same schedule a few days apart; the second asks for more inside the frozen days. */
const schedule = (
  document: string,
  day: string,
  second: number,
): { name: string; mimeType: string; buffer: Buffer } => ({
  name: `norvik-${document}.edi`,
  mimeType: 'application/edifact',
  buffer: aDelfor({
    reference: document.padStart(8, '0'),
    document,
    day,
    items: [
      {
        item: 'KIT-A',
        received: 17_280,
        ...(second > 320 ? { remark: 'Bitte 360 Stück zusätzlich bis Mo 30.11.' } : {}),
        lines: [
          { on: '2026-11-26', quantity: 320 },
          { on: '2026-11-30', quantity: second },
          { on: '2026-W50', quantity: 420, status: 2 },
          { on: '2026-W51', quantity: 400, status: 2 },
        ],
      },
      {
        item: 'BR-204',
        received: 9000,
        lines: [{ on: '2026-12-08', quantity: second === 320 ? 640 : 720, status: 2 }],
      },
    ],
  }),
});

describe('A call-off comes in, in the pages', () => {
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
    const { body } = await sacha.post('/proposals', {
      title: 'Frozen days with Norvik',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'planning',
          regulation: 'joint',
          title: 'Frozen days with Norvik',
          language: 'en',
          customer: norvik,
          blocks: [],
          parameters: { 'frozen-days': 7, 'tolerance-production': 15, 'answer-hours': 4 },
        },
      },
    });
    await sacha.post(`/proposals/${body.proposal}/open`, { title: 'Frozen days', method: 'by-owner', effect: none });
    const decided = await sacha.post(`/proposals/${body.proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Agreed with Norvik.',
      meaning: 'I decide this for Ateliers Morvane',
      credential: { password: testPassword },
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
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
  };

  test('an unknown sender gets his customer, 4711 breaks the frozen days, the offer is taken and promised', async () => {
    const planner = await as(sacha);
    await drop(planner, schedule('4703', '2026-11-17', 320));
    await planner.getByText('No customer uses the sender NORVIK yet', { exact: false }).waitFor();
    await assertAccessible(planner, 'an unknown sender');
    await planner.getByRole('combobox', { name: 'Customer' }).click();
    await planner.getByRole('option', { name: 'Norvik Automobiles' }).click();
    await planner.getByRole('button', { name: 'Choose and read' }).click();
    await planner
      .getByText('being read')
      .or(planner.getByText('read', { exact: true }))
      .first()
      .waitFor();

    await drop(planner, schedule('4711', '2026-11-24', 680));
    await planner.getByText('firm: 680, Mon 30 Nov').waitFor();
    await assertAccessible(planner, 'a message');
    const link = planner.getByRole('link', { name: 'Release 4711' });
    await link.waitFor({ timeout: 20_000 });
    await planner.goto(address(''));
    await planner.getByText('Norvik Automobiles asks 360 more KIT-A inside the frozen days').waitFor();
    await planner.goBack();
    await link.click();
    await planner.getByText('+360').first().waitFor();
    await planner.getByText('frozen 7 days').first().waitFor();
    await planner.getByRole('row', { name: /^firm 640 1,000 more from W49 \+360$/ }).waitFor();
    await assertAccessible(planner, 'the release');
    const release = new URL(planner.url()).pathname;

    await planner.getByRole('button', { name: 'Answer' }).click();
    await planner.getByRole('textbox', { name: 'Quantity' }).fill('600');
    await planner
      .getByRole('textbox', { name: 'What the customer reads' })
      .fill('280 more on Monday, 80 on Wednesday.');
    await planner.getByRole('button', { name: 'Another day' }).click();
    await planner.getByRole('textbox', { name: 'Quantity' }).last().fill('80');
    await planner.getByRole('dialog').getByRole('button', { name: 'Offer', exact: true }).click();
    await planner.getByRole('link', { name: 'KIT-A: counter-offer' }).waitFor();

    const customer = await as(charlie);
    await customer.goto(address(''));
    await customer.getByRole('link', { name: /KIT-A/ }).first().click();
    await customer.getByText('agreed with you', { exact: false }).waitFor();
    await assertAccessible(customer, 'the offer');
    const offer = new URL(customer.url()).pathname;
    await wishForAnotherRule(customer, planner);
    await customer.goto(offer);
    await customer.getByRole('button', { name: 'Take the offer' }).click();
    await customer.getByText('taken', { exact: true }).waitFor();

    await planner.goto(address('/promises'));
    await planner.getByRole('link', { name: 'KIT-A' }).first().waitFor();
    await assertAccessible(planner, 'promises');
    await look(release, offer);
  });

  /** The scheduler's own words about the rule reach the planner, who takes them into a proposal. */
  const wishForAnotherRule = async (customer: Page, planner: Page): Promise<void> => {
    await customer.getByRole('button', { name: 'Ask for another rule' }).click();
    const words = 'Seven frozen days are too many for line 2.';
    await customer.getByRole('textbox', { name: 'What should the rule say, and why?' }).fill(words);
    await assertAccessible(customer, 'the wish for another rule');
    await customer.getByRole('button', { name: 'Send' }).click();
    await customer.getByRole('link', { name: 'See what becomes of them' }).click();
    await customer.getByText(words).first().waitFor();
    await planner.goto(address(''));
    await planner.getByText(words).click();
    await planner.getByText('The customer asks to change').waitFor();
    await planner.getByRole('button', { name: 'Propose a change' }).click();
    await planner.getByRole('heading', { level: 1, name: /Change R-/ }).waitFor();
  };

  test('a file of two interchanges shows both, each with what became of it', async () => {
    const planner = await as(sacha);
    const [good, unknown] = [schedule('4712', '2026-11-25', 680), schedule('1', '2026-11-25', 320)];
    const buffer = Buffer.concat([
      good.buffer,
      Buffer.from(unknown.buffer.toString('latin1').replace('NORVIK', 'NOBODY')),
    ]);
    const file = { ...good, name: 'two.edi', buffer };
    await drop(planner, file);
    const beside = planner.getByRole('navigation', { name: 'In the same file' });
    await beside.getByText('sender unknown').waitFor();
    await assertAccessible(planner, 'one of two interchanges');
    await beside.getByRole('link', { name: /^1 · 00004712/ }).click();
    await planner.getByRole('link', { name: 'Release 4712' }).waitFor({ timeout: 20_000 });
    await planner.goto(address('/messages'));
    await planner.getByRole('link', { name: 'two.edi · 2/2' }).waitFor();
  });

  test('the same reference with other content stands beside the first file, and is set aside', async () => {
    const planner = await as(sacha);
    const first = schedule('4711', '2026-11-24', 681);
    await drop(planner, first);
    await planner.getByText('in quarantine').waitFor();
    await planner.getByRole('heading', { name: /Came first/ }).waitFor();
    await planner.getByText(/^Segment \d+ differs\.$/).waitFor();
    await assertAccessible(planner, 'quarantine');
    if (pictures !== undefined) await takePicture(planner, pictures, 'quarantine', views[0]);
    await planner.getByRole('button', { name: 'Set aside' }).click();
    await planner.getByText('set aside', { exact: true }).waitFor();
    await planner.goto(address('/messages'));
    await planner.getByRole('link', { name: first.name }).first().waitFor();
    await assertAccessible(planner, 'files');
    await planner.goto(address('/partners'));
    await planner.getByText('NORVIK').first().waitFor();
    await assertAccessible(planner, 'identifications');
  });

  /** Each page of the path in the four views: light and dark, desktop and phone, one of them French. */
  const look = async (release: string, offer: string): Promise<void> => {
    for (const view of viewsToLookAt) {
      const planner = await as(sacha, view);
      for (const [name, path] of [
        ['releases', address('/releases')],
        ['release', release],
        ['offer', offer],
        ['promises', address('/promises')],
      ] as const) {
        await planner.goto(path);
        await planner.getByRole('heading', { level: 1 }).waitFor();
        await planner.waitForTimeout(300);
        if (pictures !== undefined) await takePicture(planner, pictures, name, view);
        await assertAccessible(planner, `${name} ${view.width} ${view.scheme} ${view.language}`);
      }
      await planner.context().close();
    }
  };
});
