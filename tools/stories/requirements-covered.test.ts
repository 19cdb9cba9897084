import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type House, type Someone, aHouse, testPassword } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, type View, views } from '@coprod/web/browser/pictures';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aBuiltClient } from './a-built-client.ts';

const pictures = process.env['COPROD_PICTURES'];
const long = process.env['COPROD_LONG'] === '1';
const desktop: View = { width: 1440, scheme: 'light', language: 'en' };
const effect = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };

/** What Tarvel sends: two rows that cannot be taken in, and a name of its own for a column. */
const table = [
  'clause;text;contract',
  '4;The supplier keeps drums clean.;Appendix 2',
  '4.2;Drums are rinsed twice before they are filled.;Appendix 2',
  '4.10;Labels can be read for three years.;Appendix 2',
  ';A row without a number.;',
  '4.2;The same clause once more.;',
  '5.1;Records are kept for ten years.;Appendix 3',
].join('\n');

describe('What a customer requires is taken in, seen as gaps, and answered', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let camille: Someone;
  let auditor: Someone;
  let tarvel: string;
  let catalogue: string;
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Chimie Ostrelle', webClient: client.folder });
    browser = await startChromium();
    camille = await house.addPerson('Claude', ['quality-manager']);
    tarvel = await house.addCustomer('Tarvel Pharma');
    auditor = await house.addPerson('Dominique', ['auditor'], { customer: tarvel });
    const verran = await house.addCustomer('Verran Paints');
    const made = await camille.post('/catalogues', {
      customer: verran,
      name: 'Letter of quality',
      edition: '1',
      language: 'en',
    });
    await camille.post(`/catalogues/${made.body.id}/requirements`, {
      clause: '4.2',
      words: 'We want clean drums and nothing else.',
    });
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    client?.remove();
  });

  const as = async (who: Someone, context: BrowserContext): Promise<Page> => {
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    return context.newPage();
  };
  const address = (path: string): string => `/o/${house.slug}${path}`;
  const open = (): Promise<BrowserContext> => openView(browser, desktop, house.server.parts.publicUrl.origin);
  const requirements = async (query = '') => (await camille.get(`/requirements?customer=${tarvel}${query}`)).body.rows;
  const decide = async (proposal: string): Promise<void> => {
    const [, block] = (await camille.get(`/proposals/${proposal}`)).body.draft;
    await camille.put(`/proposals/${proposal}/draft`, {
      changes: [
        {
          kind: 'write',
          block: block.id,
          revision: block.revision,
          content: {
            kind: 'paragraph',
            runs: [{ text: 'Each drum is rinsed twice, and the second water is tested.' }],
          },
        },
      ],
    });
    await camille.post(`/proposals/${proposal}/open`, { title: 'Drum cleaning', method: 'by-owner', effect });
    const done = await camille.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Tarvel asks for it.',
      meaning: 'I decide',
      credential: { password: testPassword },
    });
    assert.equal(done.status, 201, JSON.stringify(done.body));
  };

  test('the quality manager begins a catalogue and sees the fate of each row before anything is written', async () => {
    const page = await as(camille, await open());
    await page.goto(address('/requirements'));
    await page.getByRole('link', { name: 'New catalogue' }).click();
    await page.getByRole('combobox', { name: 'Customer' }).click();
    await page.getByRole('option', { name: 'Tarvel Pharma' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Supplier standard');
    await page.getByRole('textbox', { name: 'Edition' }).fill('4');
    await page.getByRole('textbox', { name: 'Where it comes from' }).fill('Contract 2026-11');
    await page.getByRole('button', { name: 'Begin the catalogue' }).click();
    await page.getByText('This edition has no clause yet.').waitFor();
    catalogue = page.url().split('/').at(-1)!;
    await page.getByRole('link', { name: 'Import' }).click();
    await page.getByRole('textbox', { name: 'Or paste rows from a table' }).fill(table);
    await page.getByRole('button', { name: 'Look at the rows' }).click();
    await page.getByText('Nothing is written yet.').waitFor();
    const fates = page.getByRole('list').filter({ hasText: 'line 2' });
    assert.equal(await fates.getByText('New', { exact: true }).count(), 4);
    assert.equal(await fates.getByText('Refused', { exact: true }).count(), 2);
    await page.getByText('No clause number: nobody could refer to it.').waitFor();
    await page.getByText('This clause stands further up in the same file.').waitFor();
    assert.equal((await requirements()).length, 0, 'a preview writes nothing');
    await assertAccessible(page, 'import preview');
    if (pictures !== undefined) await takePicture(page, pictures, 'import-preview', desktop);
    await page.getByRole('button', { name: /^Refused/ }).click();
    assert.equal(await fates.getByText('New', { exact: true }).count(), 0, 'a fate can be looked at alone');
    await page.getByRole('button', { name: 'Import 4 rows' }).click();
    await page.getByRole('link', { name: '4 gaps' }).waitFor();
    assert.deepEqual(
      (await requirements()).map((row: { clause: string }) => row.clause),
      ['4', '4.2', '4.10', '5.1'],
    );
  });

  test('a column with another name is chosen by hand', async () => {
    const page = await as(camille, await open());
    await page.goto(address(`/catalogues/${catalogue}/import`));
    await page
      .getByRole('textbox', { name: 'Or paste rows from a table' })
      .fill('Chapter;Wording\n5.1;Records are kept.');
    await page.getByRole('button', { name: 'Look at the rows' }).click();
    await page.getByText('Chapter', { exact: true }).waitFor();
    await page.getByRole('switch', { name: 'The first line names the columns' }).click();
    await page.getByRole('combobox', { name: 'Text' }).waitFor();
    await page.getByText('Changed', { exact: true }).waitFor();
    assert.equal(await page.getByRole('list').getByText('Chapter', { exact: true }).count(), 0);
    assert.equal(await page.locator('del').count(), 1, 'the change is shown word by word');
  });

  test('gaps wait at home, stand first in the coverage, and are reached by arrows', async () => {
    const page = await as(camille, await open());
    await page.goto(address(''));
    await page.getByRole('link', { name: /Close the gaps.*Supplier standard/ }).waitFor();
    await page.goto(address('/coverage'));
    const grid = page.getByRole('grid', { name: 'Clauses by customers' });
    await grid.waitFor();
    await page.getByRole('link', { name: '5 gaps' }).waitFor();
    assert.equal(await grid.getByRole('columnheader').count(), 3);
    await grid.getByRole('link', { name: 'Gap' }).first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const focused = page.locator('[data-cell]:focus');
    await focused.waitFor();
    const [first, second] = ((await focused.getAttribute('data-cell')) ?? '').split(':');
    assert.deepEqual([first, second], ['1', '1']);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Clause/ }).waitFor();
  });

  test('a procedure in force and a linked block close gaps; a clause that does not apply says because', async () => {
    const page = await as(camille, await open());
    const [, rinse, labels, records] = await requirements();
    await page.goto(address(`/requirements/${rinse.id}`));
    await page.getByText('No block in force answers this clause.').waitFor();
    await page.getByRole('button', { name: 'Write the procedure' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('textbox', { name: 'Title' }).fill('Drum cleaning');
    await drawer.getByRole('textbox', { name: 'Label' }).fill('PR-QUA-07');
    await drawer.getByRole('button', { name: 'Begin the draft' }).click();
    await page.waitForURL('**/proposals/**');
    await page.goto(address(`/requirements/${rinse.id}`));
    await page.getByText('Not in force yet').waitFor();
    assert.equal((await requirements('&state=gap')).length, 4, 'a draft closes no gap');
    await decide((await camille.get('/proposals')).body.rows[0].id);
    await page.reload();
    await page.getByText('Each drum is rinsed twice').waitFor();
    await page.getByText('Covered').waitFor();

    await page.goto(address(`/requirements/${labels.id}`));
    await page.getByRole('button', { name: 'Link a block' }).click();
    await page.getByRole('combobox', { name: 'Rule in force' }).fill('drum');
    await page.getByRole('option', { name: 'PR-QUA-07 Drum cleaning' }).click();
    await page.getByRole('radio', { name: /rinsed twice/ }).check();
    await page.getByRole('checkbox', { name: 'It answers the clause in part only' }).check();
    await page.getByRole('button', { name: 'Link it' }).click();
    await page.getByText('Partial').waitFor();
    await page.getByRole('button', { name: 'Unlink the block of PR-QUA-07' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Partial').waitFor();

    await page.goto(address('/requirements?state=gap'));
    await page.getByRole('checkbox', { name: 'Select Clause 5.1' }).check();
    await page.getByRole('button', { name: 'Not applicable, because' }).click();
    await page.getByRole('textbox', { name: 'Because' }).fill('The authority keeps these records.');
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByText('Said of 1 clause.').waitFor();
    await page.goto(address(`/requirements/${records.id}`));
    await page.getByText('The authority keeps these records.').waitFor();

    await page.goto(address('/coverage'));
    await page.getByRole('link', { name: '2 gaps' }).waitFor();
    await page.getByRole('grid').getByRole('link', { name: 'Covered' }).waitFor();
  });

  test('an owner is given to several clauses at once, and taken back', async () => {
    const page = await as(camille, await open());
    await page.goto(address(`/requirements?customer=${tarvel}`));
    await page.getByRole('checkbox', { name: 'Select all lines shown' }).check();
    await page.getByRole('button', { name: 'Set the owner' }).click();
    await page.getByRole('combobox', { name: 'Owner' }).click();
    await page.getByRole('option', { name: 'Claude' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Set the owner' }).click();
    await page.getByText('The owner of 4 clauses is set.').waitFor();
    assert.ok((await requirements()).every((row: { owner: { name: string } }) => row.owner.name === 'Claude'));
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    assert.ok((await requirements()).every((row: { owner: null }) => row.owner === null));
  });

  test('a new edition takes the place of the old one, and the difference is read by words', async () => {
    const page = await as(camille, await open());
    await page.goto(address(`/catalogues/${catalogue}`));
    await page.getByRole('button', { name: 'More acts' }).click();
    await page.getByRole('menuitem', { name: 'New edition' }).click();
    await page.getByRole('textbox', { name: 'Edition' }).fill('5');
    await page.getByRole('button', { name: 'Begin the edition' }).click();
    await page.getByText('This edition has no clause yet.').waitFor();
    await page.getByRole('link', { name: 'Import' }).click();
    await page
      .getByRole('textbox', { name: 'Or paste rows from a table' })
      .fill(table.replace('rinsed twice before', 'rinsed three times before').replace('4.10;', '4.11;'));
    await page.getByRole('button', { name: 'Look at the rows' }).click();
    await page.getByText('Carried over', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: /^Import 4 rows/ }).click();
    await page.getByRole('tab', { name: 'Against edition 4' }).click();
    const changed = page.getByRole('listitem').filter({ hasText: 'Clause 4.2' });
    await changed.locator('ins', { hasText: 'three times' }).waitFor();
    await page.getByText('Gone', { exact: true }).waitFor();
    catalogue = page.url().split('/').at(-1)!.split('?')[0]!;
    assert.deepEqual(
      (await requirements()).map((row: { clause: string; state: string }) => [row.clause, row.state]),
      [
        ['4', 'gap'],
        ['4.2', 'partial'],
        ['4.11', 'gap'],
        ['5.1', 'not-applicable'],
      ],
    );
  });

  test('an import is taken back at once, or later from the history', async () => {
    const page = await as(camille, await open());
    const take = async (row: string): Promise<void> => {
      await page.goto(address(`/catalogues/${catalogue}/import`));
      await page.getByRole('textbox', { name: 'Or paste rows from a table' }).fill(`clause;text\n${row}`);
      await page.getByRole('button', { name: 'Look at the rows' }).click();
      await page.getByRole('button', { name: 'Import 1 row' }).click();
      await page.getByText('1 clause taken in.').waitFor();
    };
    const last = async (): Promise<string> => (await requirements()).at(-1).clause;
    await take('8.1;A row by mistake.');
    assert.equal(await last(), '8.1');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    assert.equal(await last(), '5.1');
    await take('8.2;Another one.');
    await page.reload();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Taken back.').nth(1).waitFor();
    assert.equal(await last(), '5.1');
  });

  test('a procedure comes in as Markdown and leaves as Markdown', async () => {
    const page = await as(camille, await open());
    await page.goto(address('/procedures'));
    await page.getByRole('link', { name: 'New procedure' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'labels.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Labels\n\n## Printing\n\n- on film\n- with the batch\n'),
    });
    await page.getByRole('textbox', { name: 'Title' }).filter({ hasText: '' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Title' }).inputValue(), 'Labels');
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    await page.waitForURL('**/proposals/**');
    const { rows } = (await camille.get('/rules?kind=procedure')).body;
    await page.goto(address(`/rules/${rows[0].id}`));
    await page.getByRole('button', { name: 'More acts' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
    assert.equal((await saved).suggestedFilename(), 'PR-QUA-07.md');
  });

  test('the customer reads his own clauses in his own words, and which document in his hands answers them', async () => {
    const { rows } = (await camille.get('/rules?kind=procedure')).body;
    const prepared = await camille.post(`/rules/${rows[0].id}/transmissions/prepare`, {
      customers: [{ customer: tarvel, withheld: [] }],
    });
    const sent = await camille.post(`/rules/${rows[0].id}/transmissions`, {
      prepared: [prepared.body.prepared[0].id],
      meaning: 'approved for transmission',
      credential: { password: testPassword },
    });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    const page = await as(auditor, await open());
    await page.goto(address('/requirements'));
    await page.getByRole('link', { name: '4.2' }).waitFor();
    assert.equal(await page.getByText('clean drums and nothing else').count(), 0, 'another customer’s words');
    assert.equal(await page.getByText('Gap').count(), 0, 'how the house judges itself stays inside');
    assert.equal(await page.getByText('Answered').count(), 1);
    await page.getByRole('link', { name: '4.2' }).click();
    await page.getByText('Drums are rinsed three times before they are filled.').first().waitFor();
    await page.getByRole('link', { name: /T-1 Drum cleaning v1/ }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Link a block' }).count(), 0);
  });

  test('each page can be read by everyone, in both languages, light and dark, desktop and phone', async () => {
    const [, rinse] = await requirements();
    const replaced = (await camille.get('/catalogues')).body.rows.find((row: { holds: boolean }) => !row.holds).id;
    const pages = {
      requirements: '/requirements',
      requirement: `/requirements/${rinse.id}`,
      catalogues: '/catalogues',
      'new-catalogue': '/catalogues/new',
      'new-edition': `/catalogues/new?replaces=${catalogue}`,
      catalogue: `/catalogues/${catalogue}`,
      'catalogue-replaced': `/catalogues/${replaced}`,
      'edition-difference': `/catalogues/${catalogue}?tab=difference`,
      import: `/catalogues/${catalogue}/import`,
      coverage: '/coverage',
      procedures: '/procedures',
      'new-procedure': '/procedures/new',
    };
    const theirs = {
      'own-requirements': '/requirements',
      'own-requirement': `/requirements/${rinse.id}`,
      'own-catalogue': `/catalogues/${catalogue}`,
    };
    // Each page in one of the four views, one after the other; in all of them where there is time, or a picture to take.
    const all = long || pictures !== undefined;
    for (const [turn, view] of views.entries()) {
      for (const [who, list] of [
        [camille, pages],
        [auditor, theirs],
      ] as const) {
        const context = await openView(browser, view, house.server.parts.publicUrl.origin);
        const page = await as(who, context);
        for (const [place, [name, path]] of Object.entries(list).entries()) {
          if (!all && place % views.length !== turn) continue;
          await page.goto(address(path));
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.waitForTimeout(200);
          await assertAccessible(page, `${name} ${view.width} ${view.scheme} ${view.language}`);
          if (pictures !== undefined) await takePicture(page, pictures, name, view);
        }
        await context.close();
      }
    }
  });

  test('a large catalogue stays fast: only what is on the screen is drawn, and keys reach the end', async () => {
    const many = long ? 2000 : 600;
    const rows = Array.from({ length: many }, (_one, place) => `${100 + place};The drum ${place} is rinsed twice.`);
    const file = Buffer.from(`clause;text\n${rows.join('\n')}\n`);
    const preview = await camille.call('POST', `/catalogues/${catalogue}/import/preview`, file);
    const done = await camille.call('POST', `/catalogues/${catalogue}/import?seal=${preview.body.seal}`, file);
    assert.equal(done.body.received, many);
    const page = await as(camille, await open());
    await page.goto(address('/coverage?order=clauses'));
    const grid = page.getByRole('grid');
    await grid.getByRole('link', { name: 'Gap' }).first().focus();
    assert.ok((await grid.getByRole('row').count()) < 80, 'rows out of sight are not drawn');
    const began = performance.now();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await page.locator('[data-cell]:focus').waitFor();
    await grid.getByRole('rowheader', { name: String(99 + many) }).waitFor();
    console.log(
      `coverage: from the first clause to the last of ${many} in ${Math.round(performance.now() - began)} ms`,
    );
    assert.equal(await grid.getAttribute('aria-rowcount'), String(many + 4 + 1));
    await page.goto(address(`/catalogues/${catalogue}`));
    await page.getByRole('table').getByRole('link', { name: '100', exact: true }).waitFor();
    assert.ok((await page.getByRole('row').count()) < 80);
  });
});
