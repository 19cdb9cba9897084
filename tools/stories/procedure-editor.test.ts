import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { crc32 as crc, deflateSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type House, type Someone, aHouse } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, type View, viewsToLookAt } from '@coprod/web/browser/pictures';
import { aBuiltClient } from './a-built-client.ts';
import { wordPage } from './word-page.ts';

const pictures = process.env['COPROD_PICTURES'];
const desktop: View = { width: 1440, scheme: 'light', language: 'en' };

type Kept = { id: string; content: Record<string, unknown> & { kind: string }; secret: boolean; from: string | null };

describe('A procedure is written in the editor of blocks', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let camille: Someone;
  let ali: Someone;
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Chimie Ostrelle', webClient: client.folder });
    browser = await startChromium();
    camille = house.founder;
    ali = await house.addPerson('Ali', ['technician']);
    const customer = await house.addCustomer('Tarvel Pharma');
    const catalogue = { customer, name: 'Quality agreement', edition: '2026', language: 'en' };
    const { id } = (await camille.post('/catalogues', catalogue)).body;
    for (const [clause, words] of [
      ['8.4.1', 'Each sample is identified on arrival and can be traced to its drum.'],
      ['8.4.2', 'Rinsing times are validated and recorded.'],
    ])
      await camille.post(`/catalogues/${id}/requirements`, { clause, words });
  });
  after(async () => {
    await browser.close();
    await house.close();
    client.remove();
  });

  const begin = async (title: string, blocks: object[], kind = 'procedure', parameters = {}): Promise<string> => {
    const rule = { kind, regulation: 'control', title, language: 'en', blocks, parameters };
    return (await camille.post('/proposals', { title, on: { kind: 'new-rule', rule } })).body.proposal;
  };
  const draft = async (proposal: string): Promise<Kept[]> =>
    (await camille.get(`/proposals/${proposal}/draft`)).body.blocks;
  const as = async (who: Someone, context: BrowserContext): Promise<Page> => {
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    return context.newPage();
  };
  const write = async (who: Someone, proposal: string, view = desktop): Promise<Page> => {
    const page = await as(who, await openView(browser, view, house.server.parts.publicUrl.origin));
    await page.goto(`/o/${house.slug}/proposals/${proposal}/edit`);
    await textOf(page).waitFor();
    return page;
  };
  const textOf = (page: Page) => page.locator('.ProseMirror');
  const kept = (page: Page) => page.getByText(/^kept \d/).waitFor();

  test('from an empty page: heading, list, table, picture, requirement, secret, and all of it undone and done again', async () => {
    const proposal = await begin('Rinsing of drums', []);
    const page = await write(camille, proposal);
    await page.getByText('Start from a requirement, paste from Word, or write.').waitFor();
    await textOf(page).click();
    await page.keyboard.type('# Rinsing\nDrums are rinsed twice.\n- warm water\ncold water\n\n');
    await page.keyboard.type('/tab');
    await page.getByRole('option', { name: 'Table' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Solvent');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Minutes');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('See the picture.');
    await page.getByRole('toolbar').getByRole('button', { name: 'Picture' }).waitFor();
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'drum.png', mimeType: 'image/png', buffer: aPicture() });
    await page.getByRole('textbox', { name: 'What the picture shows' }).fill('A drum under the shower');
    // The picture is still selected: who types on writes below it, not over it.
    await textOf(page).focus();
    await page.waitForTimeout(200);
    await page.keyboard.type('Below.');
    await until(async () => JSON.stringify(await draft(proposal)).includes('Below.'));
    const blocks = await draft(proposal);
    assert.deepEqual(
      blocks.map(({ content }) => content.kind),
      ['heading', 'paragraph', 'list', 'table', 'paragraph', 'picture', 'paragraph'],
    );
    assert.deepEqual(nth(blocks, 2).content['items'], [
      { depth: 0, runs: [{ text: 'warm water' }] },
      { depth: 0, runs: [{ text: 'cold water' }] },
    ]);
    assert.equal(nth(blocks, 5).content['alternative'], 'A drum under the shower');

    // The requirement that the second block answers, and its secret.
    await textOf(page).getByText('Drums are rinsed twice.').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' /requ');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Clause, words or customer' }).fill('rinsing');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /8\.4\.2/ })
      .click();
    await page.getByRole('complementary', { name: 'Beside the text' }).getByText('8.4.2', { exact: true }).waitFor();
    await textOf(page).getByText('Drums are rinsed twice.').click();
    await page.getByRole('toolbar').getByRole('button', { name: 'Secret' }).click();
    await page.locator('[data-secret=true]', { hasText: 'Drums are rinsed' }).first().waitFor();
    await until(async () => nth(await draft(proposal), 1).secret);
    if (pictures !== undefined) await takePicture(page, pictures, 'editor-written', desktop);

    // Undo takes the mark back, and the identity of the block stays.
    await page.keyboard.press('Control+z');
    await until(async () => !nth(await draft(proposal), 1).secret);
    await page.keyboard.press('Control+y');
    await until(async () => nth(await draft(proposal), 1).secret);
    assert.deepEqual(
      (await draft(proposal)).map(({ id }) => id),
      blocks.map(({ id }) => id),
    );

    // Moved by keys, cut in two: identity goes along, and the new half says where it came from.
    await page.keyboard.press('Alt+ArrowDown');
    await until(async () => nth(await draft(proposal), 2).id === nth(blocks, 1).id);
    await textOf(page).getByText('cold water').click();
    await page.keyboard.press('End');
    await page.keyboard.type('\n\nBetween.');
    await until(async () => JSON.stringify(await draft(proposal)).includes('Between.'));
    assert.equal(nth(await draft(proposal), 1).id, nth(blocks, 2).id);
    await page.context().close();
  });

  test('a page pasted from Word keeps its structure and nothing of Word', async () => {
    const proposal = await begin('Handling of samples', []);
    const page = await write(camille, proposal);
    await textOf(page).click();
    await paste(page, wordPage);
    await kept(page);
    assert.deepEqual(
      (await draft(proposal)).map(({ content }) => content),
      [
        { kind: 'heading', level: 1, runs: [{ text: 'Handling of samples' }] },
        { kind: 'heading', level: 2, runs: [{ text: 'Reception' }] },
        {
          kind: 'paragraph',
          runs: [
            { text: 'Each sample gets a ' },
            { bold: true, text: 'number' },
            { text: ' and a ' },
            { text: 'seal', italic: true },
            { text: ' on arrival.' },
          ],
        },
        {
          kind: 'list',
          ordered: false,
          items: [
            { depth: 0, runs: [{ text: 'Weigh it' }] },
            { depth: 1, runs: [{ text: 'twice below 10 g' }] },
            { depth: 0, runs: [{ text: 'Note it' }] },
          ],
        },
        { kind: 'paragraph', runs: [{ text: 'Then, in this order:' }] },
        {
          kind: 'list',
          ordered: true,
          items: [
            { depth: 0, runs: [{ text: 'Store' }] },
            { depth: 0, runs: [{ text: 'Report' }] },
          ],
        },
        {
          kind: 'table',
          header: true,
          rows: [
            [[{ text: 'Grade', bold: true }], [{ text: 'Limits' }], []],
            [[{ text: 'A' }], [{ text: '0.1' }], [{ text: '0.2 %\nwet' }]],
          ],
        },
      ],
    );
    await page.context().close();
  });

  test('a chip of a parameter survives, and its value is set below the text', async () => {
    const runs = [{ text: 'Call ' }, { parameter: 'notice-hours' }, { text: ' before.' }];
    const proposal = await begin('Before a visit', [{ kind: 'paragraph', runs }], 'service', { 'notice-hours': 24 });
    const page = await write(camille, proposal);
    await textOf(page).getByText('24 hours').waitFor();
    await textOf(page).getByText('before.').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Always.');
    await page.getByRole('textbox', { name: 'Call before a visit' }).fill('2');
    await textOf(page).getByText('2 hours', { exact: true }).waitFor();
    await kept(page);
    assert.deepEqual(nth(await draft(proposal), 0).content['runs'], [
      ...runs.slice(0, 2),
      { text: ' before. Always.' },
    ]);
    await page.context().close();
  });

  test('two people on one draft: different blocks meet, the same block shows both texts, no word is lost', async () => {
    const proposal = await begin('Together', [paragraph('One.'), paragraph('Two.'), paragraph('Three.')]);
    const [first, second] = [await write(camille, proposal), await write(ali, proposal)];
    await first.getByText('Ali is here').waitFor();
    const add = async (page: Page, at: string, words: string): Promise<void> => {
      await textOf(page).getByText(at).click();
      await page.keyboard.press('End');
      await page.keyboard.type(words);
    };
    await add(first, 'One.', ' By Camille.');
    await add(second, 'Three.', ' By Ali.');
    await textOf(first).getByText('Three. By Ali.').waitFor();
    await textOf(second).getByText('One. By Camille.').waitFor();

    // Without network both write in the same block; Ali is the later one to send.
    await second.context().setOffline(true);
    await add(second, 'Two.', ' Ali was offline.');
    await second.getByText('not sent yet: your text waits on this device').waitFor();
    await add(first, 'Two.', ' Camille was quicker.');
    await kept(first);
    await second.context().setOffline(false);
    const card = second.getByRole('region', { name: 'Camille wrote in this block too' });
    await card.getByText('Two. Camille was quicker.').waitFor();
    await textOf(second).getByText('Two. Ali was offline.').waitFor();
    if (pictures !== undefined) await takePicture(second, pictures, 'editor-conflict', desktop);
    await assertAccessible(second, 'conflict');
    // What is not chosen yet outlives the window.
    await second.reload();
    await card.getByRole('button', { name: 'Keep both' }).click();
    await textOf(first).getByText('Two. Ali was offline.').waitFor();
    const texts = (await draft(proposal)).map(({ content }) => JSON.stringify(content['runs']));
    assert.deepEqual(
      texts.map((one) => /"text":"(.*)"/.exec(one)?.[1]),
      ['One. By Camille.', 'Two. Ali was offline.', 'Two. Camille was quicker.', 'Three. By Ali.'],
    );
    await first.context().close();
    await second.context().close();
  });

  test('a member sees that he may not open a secret, and cannot join it to an open block', async () => {
    const proposal = await begin('Secrets', [paragraph('Open.'), paragraph('Blend of two solvents.')]);
    const secret = nth(await draft(proposal), 1);
    await camille.put(`/proposals/${proposal}/draft`, {
      changes: [{ kind: 'secrecy', block: secret.id, revision: 1, secret: true }],
    });
    const page = await write(ali, proposal);
    assert.equal(await page.getByRole('toolbar').getByRole('button', { name: 'Secret' }).count(), 0);
    await textOf(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    await page.getByText('A secret block is not joined to an open one.').waitFor();
    assert.equal((await draft(proposal)).length, 2);
    await page.context().close();
  });

  test('the editor is accessible and reads well, in both languages, light and dark, desktop and phone', async () => {
    const runs = [
      { text: 'Call ' },
      { parameter: 'notice-hours' },
      { text: ' before, and say ' },
      { text: 'when', bold: true },
      { text: '.' },
    ];
    const proposal = await begin(
      'Rinsing and return of drums',
      [
        { kind: 'heading', level: 1, runs: [{ text: 'Purpose' }] },
        paragraph(
          'Drums come back from customers with residues. They are rinsed, checked and returned within two days, so that no batch meets the rest of another.',
        ),
        { kind: 'heading', level: 2, runs: [{ text: 'Before the drums arrive' }] },
        { kind: 'paragraph', runs },
        {
          kind: 'list',
          ordered: true,
          items: ['Check the label', 'Read the residue', 'Choose the bath'].map((text, n) => ({
            depth: n === 1 ? 1 : 0,
            runs: [{ text }],
          })),
        },
        { kind: 'heading', level: 2, runs: [{ text: 'Rinsing' }] },
        paragraph('The bath holds 62 % of solvent B, and the rinse takes 14 minutes at 40 °C.'),
        {
          kind: 'table',
          header: true,
          rows: [
            ['Residue', 'Bath', 'Minutes'],
            ['Resin', 'B', '14'],
            ['Pigment', 'A', '8'],
          ].map((row) => row.map((text) => [{ text }])),
        },
      ],
      'service',
      { 'notice-hours': 24 },
    );
    const blocks = await draft(proposal);
    const { rows } = (await camille.get('/requirements')).body;
    const { rule } = (await camille.get(`/proposals/${proposal}/draft`)).body;
    await camille.put(`/requirements/${rows[0].id}/blocks/${nth(blocks, 1).id}`, { rule: rule.id, proposal });
    await camille.put(`/requirements/${rows[1].id}/blocks/${nth(blocks, 6).id}`, {
      rule: rule.id,
      proposal,
      partly: true,
    });
    await camille.put(`/proposals/${proposal}/draft`, {
      changes: [{ kind: 'secrecy', block: nth(blocks, 6).id, revision: 1, secret: true }],
    });
    const empty = await begin('Not written yet', []);
    for (const view of viewsToLookAt) {
      const page = await write(camille, proposal, view);
      await textOf(page).getByText('62 % of solvent B').click();
      await page.waitForTimeout(700);
      await assertAccessible(page, `editor ${view.width} ${view.scheme} ${view.language}`);
      if (pictures !== undefined) await takePicture(page, pictures, 'editor', view);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'no sideways scroll');
      if (view.scheme === 'light') await lookAtMenus(page, view);
      await page.goto(`/o/${house.slug}/proposals/${empty}/edit`);
      await textOf(page).waitFor();
      await assertAccessible(page, `empty ${view.width} ${view.scheme} ${view.language}`);
      if (pictures !== undefined) await takePicture(page, pictures, 'editor-empty', view);
      await page.context().close();
    }
  });
});

const nth = (blocks: readonly Kept[], place: number): Kept => blocks.at(place) ?? assert.fail(`no block ${place}`);

/** The menu of `/`, and what is told of one block: in a bubble beside it, or in a drawer on a phone. */
async function lookAtMenus(page: Page, view: View): Promise<void> {
  await page.keyboard.press('End');
  await page.keyboard.type(' /');
  await page.getByRole('listbox').waitFor();
  await assertAccessible(page, `slash ${view.width}`);
  if (pictures !== undefined) await takePicture(page, pictures, 'editor-slash', view);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  if (view.width === 390) await page.getByRole('button', { name: 'Ce bloc' }).click();
  else await page.getByRole('button', { name: /^Block 7/ }).click();
  await page.getByRole('dialog').getByText('8.4.2 · Tarvel Pharma').waitFor();
  await assertAccessible(page, `block ${view.width}`);
  if (pictures !== undefined) await takePicture(page, pictures, 'editor-block', view);
}

const paragraph = (text: string): object => ({ kind: 'paragraph', runs: [{ text }] });

/** Waits until something holds; what never does fails by the time of the test. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 100; n += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('it did not come to hold within 10 s');
}

/** What the browser does when HTML is pasted: the clipboard of a headless one holds nothing by itself. */
async function paste(page: Page, html: string): Promise<void> {
  await page.locator('.ProseMirror').evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

/** A grey picture of 320 × 160. */
function aPicture(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 1, 64, 0, 0, 0, 160, 8, 0, 0, 0, 0]);
  const pixels = deflateSync(Buffer.alloc(321 * 160, 0xb0).map((byte, at) => (at % 321 === 0 ? 0 : byte)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
