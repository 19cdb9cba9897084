import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { verifyPresentation } from '@coprod/disclosure';
import { verifyReceipt } from '@coprod/ledger';
import { type House, type Someone, aHouse, testPassword } from '@coprod/server/testing/a-house';
import { readAll } from '@coprod/server/testing/readable-bytes';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, type View, viewsToLookAt } from '@coprod/web/browser/pictures';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aBuiltClient } from './a-built-client.ts';
import { type RecordedBytes, recordBytes } from './recorded-bytes.ts';

const pictures = process.env['COPROD_PICTURES'];
const desktop: View = { width: 1440, scheme: 'light', language: 'en' };
// Words that stand nowhere but in the secret blocks.
const blend = 'QUERZOLITHE';
const rinse = 'VARNEXIDE';

describe('A procedure is handed over to two rivals', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let camille: Someone;
  let dominique: Someone;
  let lumet: Someone;
  let verran: Someone;
  let rule: string;
  let manager: Page;
  let buyer: Page;
  let rival: Page;
  let received: RecordedBytes;
  const blocks = {
    heading: '',
    purpose: randomUUID(),
    blend: randomUUID(),
    rinse: randomUUID(),
    records: randomUUID(),
  };

  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ webClient: client.folder });
    browser = await startChromium();
    camille = house.founder;
    dominique = await house.addPerson('Dominique', ['quality-manager']);
    const customers = [await house.addCustomer('Verran Paints'), await house.addCustomer('Lumet Coatings')] as const;
    for (const customer of customers)
      await camille.put(`/customers/${customer}`, {
        name: customer === customers[0] ? 'Verran Paints' : 'Lumet Coatings',
        language: 'en',
        conflictClass: 'paint',
      });
    verran = await house.addPerson('Vera', ['approver'], { customer: customers[0] });
    lumet = await house.addPerson('Luc', ['auditor'], { customer: customers[1] });
    rule = await aProcedure();
    manager = await as(camille, await open());
    buyer = await as(lumet, await open());
    const outside = await open();
    received = await recordBytes(outside);
    rival = await as(verran, outside);
  });
  after(async () => {
    await browser.close();
    await house.close();
    client.remove();
  });

  const address = (path: string): string => `/o/${house.slug}${path}`;
  const open = (): Promise<BrowserContext> => openView(browser, desktop, house.server.parts.publicUrl.origin);
  const as = async (who: Someone, context: BrowserContext): Promise<Page> => {
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    context.setDefaultTimeout(10_000);
    return context.newPage();
  };
  const sign = async (page: Page): Promise<void> => {
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('Your password').fill(testPassword);
    await drawer.getByRole('button', { name: 'Sign', exact: true }).click();
    await drawer.waitFor({ state: 'detached' });
  };

  async function decide(proposal: string): Promise<void> {
    const effect = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };
    await camille.post(`/proposals/${proposal}/open`, { title: 'Drum cleaning', method: 'by-owner', effect });
    const decided = await camille.post(`/proposals/${proposal}/decide`, {
      outcome: 'adopted',
      reasons: 'Asked for.',
      meaning: 'I decide',
      credential: { password: testPassword },
    });
    assert.equal(decided.status, 201, JSON.stringify(decided.body));
  }

  async function aProcedure(): Promise<string> {
    const text = (words: string) => ({ kind: 'paragraph', runs: [{ text: words }] });
    const begun = await camille.post('/proposals', {
      title: 'Drum cleaning, first text',
      on: {
        kind: 'new-rule',
        rule: {
          kind: 'procedure',
          regulation: 'control',
          title: 'Drum cleaning',
          label: 'PR-QUA-07',
          language: 'en',
          parameters: { 'acknowledge-days': 7 },
        },
      },
    });
    const [empty] = (await camille.get(`/proposals/${begun.body.proposal}`)).body.draft;
    blocks.heading = empty.id;
    const insert = (block: string, behind: string, words: string, secret: boolean) => ({
      kind: 'insert',
      block,
      after: behind,
      content: text(words),
      secret,
    });
    const put = await camille.put(`/proposals/${begun.body.proposal}/draft`, {
      changes: [
        {
          kind: 'write',
          block: empty.id,
          revision: empty.revision,
          content: { kind: 'heading', level: 1, runs: [{ text: 'Purpose and equipment' }] },
        },
        insert(
          blocks.purpose,
          empty.id,
          'Each drum is rinsed before it is filled again, so that no residue reaches the next batch.',
          false,
        ),
        insert(blocks.blend, blocks.purpose, `The solvent blend is two parts ${blend} to one of water.`, true),
        insert(blocks.rinse, blocks.blend, `Rinse time: with ${rinse} for 12 minutes at 40 °C.`, true),
        insert(blocks.records, blocks.rinse, 'Records of each rinse are kept for ten years.', false),
      ],
    });
    assert.equal(put.status, 200, JSON.stringify(put.body));
    await decide(begun.body.proposal);
    return begun.body.rule;
  }

  async function change(texts: Readonly<Record<string, string>>): Promise<void> {
    const begun = await camille.post('/proposals', { title: 'A change', on: { kind: 'rule', rule } });
    const { draft } = (await camille.get(`/proposals/${begun.body.proposal}`)).body;
    const put = await camille.put(`/proposals/${begun.body.proposal}/draft`, {
      changes: Object.entries(texts).map(([block, words]) => ({
        kind: 'write',
        block,
        revision: draft.find((one: { id: string }) => one.id === block).revision,
        content: { kind: 'paragraph', runs: [{ text: words }] },
      })),
    });
    assert.equal(put.status, 200, JSON.stringify(put.body));
    await decide(begun.body.proposal);
  }

  const choose = async (...names: readonly string[]): Promise<void> => {
    const picker = manager.getByRole('combobox', { name: 'To which customers' });
    for (const name of names) {
      await picker.click();
      await manager.getByRole('option', { name }).click();
    }
    await picker.press('Escape');
  };
  const cell = (number: number, customer: string) =>
    manager.getByRole('button', { name: `Block ${number} for ${customer}` });
  const preview = () => manager.getByRole('region', { name: 'What leaves' });
  const showAs = (customer: string) =>
    manager.getByRole('columnheader').getByRole('button', { name: customer }).click();

  test('the quality manager chooses, grants a secret to one of them, and reads what each will read', async () => {
    await manager.goto(address(`/rules/${rule}`));
    await manager.getByRole('link', { name: 'Transmit' }).click();
    await manager.getByRole('heading', { level: 1, name: 'Transmit PR-QUA-07 v1' }).waitFor();
    await choose('Verran Paints', 'Lumet Coatings');
    await preview().getByText('Each drum is rinsed').waitFor();
    assert.equal(await preview().getByText(rinse).count(), 0);

    await cell(4, 'Lumet Coatings').click();
    await manager.getByRole('dialog').getByRole('textbox', { name: 'Agreement' }).fill('A-2');
    if (pictures !== undefined) await takePicture(manager, pictures, 'composer-grant', desktop);
    await sign(manager);
    await manager.getByRole('button', { name: 'Block 4 for Lumet Coatings: Granted under A-2' }).waitFor();
    await manager.getByText('Verran Paints competes with Lumet Coatings, who already holds block 4').waitFor();
    await showAs('Lumet Coatings');
    await preview().getByText(`with ${rinse} for 12 minutes`).waitFor();
    await showAs('Verran Paints');
    await preview().getByText(rinse).waitFor({ state: 'detached' });
  });

  test('by keyboard a block is withheld from one of them, and each hole has one size', async () => {
    await cell(4, 'Verran Paints').focus();
    await manager.keyboard.press('ArrowDown');
    await manager.keyboard.press('Enter');
    await manager.getByRole('button', { name: 'Block 5 for Verran Paints: Withheld' }).waitFor();
    await preview().getByText('withheld block 5').waitFor();
    const holes = await preview()
      .locator('[class*=hole]')
      .evaluateAll((all) => all.map((hole) => hole.getBoundingClientRect().height));
    assert.equal(holes.length, 3);
    assert.equal(new Set(holes).size, 1, `holes of ${holes.join(', ')} px`);
    await manager.keyboard.press('ArrowLeft');
    await manager.keyboard.press('ArrowRight');
    await manager.keyboard.press('Enter');
    await manager.getByRole('button', { name: 'Block 5 for Verran Paints: Open' }).waitFor();
    await preview().getByText('kept for ten years').waitFor();
  });

  test('he signs with the meaning before him, and both documents leave', async () => {
    await manager.getByRole('button', { name: 'Sign and transmit' }).click();
    const drawer = manager.getByRole('dialog');
    await drawer.getByText('I approve PR-QUA-07 v1 for transmission').waitFor();
    await drawer.getByText('Lumet Coatings: 4 of 5 blocks, 1 withheld').waitFor();
    if (pictures !== undefined) await takePicture(manager, pictures, 'composer-sign', desktop);
    await drawer.getByLabel('Your password').fill('not it');
    await drawer.getByRole('button', { name: 'Sign', exact: true }).click();
    await drawer.getByRole('alert').waitFor();
    await sign(manager);
    await manager.getByRole('heading', { level: 1, name: 'Transmissions' }).waitFor();
    await manager
      .getByRole('row', { name: /Lumet Coatings/ })
      .getByText('not opened')
      .waitFor();
    assert.equal(await manager.getByRole('row', { name: /PR-QUA-07/ }).count(), 2);
  });

  test('the customer reads what was granted and the hole that was not, and acknowledges by name; the register follows live', async () => {
    await buyer.goto(address(''));
    await buyer.getByRole('link', { name: /Acknowledge.*Drum cleaning/ }).click();
    await buyer.getByText(`with ${rinse} for 12 minutes`).waitFor();
    await buyer.getByText('Granted under A-2').first().waitFor();
    await buyer.getByText('withheld block 3').waitFor();
    assert.equal(await buyer.getByText(blend).count(), 0);
    await manager
      .getByRole('row', { name: /Lumet Coatings/ })
      .getByText('Seen')
      .waitFor();
    await buyer.getByRole('button', { name: 'Acknowledge v1' }).click();
    if (pictures !== undefined) await takePicture(buyer, pictures, 'acknowledge', desktop);
    await buyer.getByRole('button', { name: 'Acknowledge as Luc' }).click();
    await buyer
      .getByText(/acknowledged by Luc/)
      .first()
      .waitFor();
    await manager
      .getByRole('row', { name: /Lumet Coatings/ })
      .getByText('Acknowledged')
      .waitFor();
  });

  test('he keeps PDF, JSON and receipt, and they prove one another without a server', async () => {
    const keep = async (button: string): Promise<{ name: string; bytes: Buffer }> => {
      const saved = buyer.waitForEvent('download');
      await buyer.getByRole('button', { name: button, exact: true }).click();
      const download = await saved;
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const pdf = await keep('PDF');
    const json = await keep('JSON, signed');
    const receipt = await keep('Save the receipt');
    assert.deepEqual([pdf.name, json.name], ['PR-QUA-07-v1.pdf', 'PR-QUA-07-v1.json']);
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    const shown = (await buyer.getByText(/^[0-9a-f]{64}$/).textContent())?.trim();
    assert.equal(createHash('sha256').update(json.bytes).digest('hex'), shown);
    const { presentation, key } = JSON.parse(json.bytes.toString());
    assert.ok(verifyPresentation(presentation, key).ok);
    const proof = verifyReceipt(receipt.bytes, { files: [json.bytes, pdf.bytes] });
    assert.ok(proof.ok, JSON.stringify(proof));
    await buyer.getByRole('link', { name: /^Entry \d+ of the ledger$/ }).click();
    await buyer.waitForURL('**/ledger/**');
    await buyer.getByRole('heading', { level: 1 }).waitFor();
    await buyer.goBack();
  });

  test('a rival of who holds a secret gets it only after a second person has signed', async () => {
    await manager.goto(address(`/rules/${rule}/transmit`));
    await choose('Verran Paints');
    await cell(4, 'Verran Paints').click();
    const drawer = manager.getByRole('dialog');
    await drawer.getByText(/Lumet Coatings, who already holds this block/).waitFor();
    await drawer.getByRole('textbox', { name: 'Agreement' }).fill('A-9');
    await sign(manager);
    await manager.getByRole('button', { name: 'Block 4 for Verran Paints: Needs second signature' }).waitFor();
    assert.equal(await preview().getByText(rinse).count(), 0, 'nothing is shown before the second signature');

    const second = await as(dominique, await open());
    await second.goto(address(''));
    await second.getByRole('link', { name: /Sign as the second person.*Verran/ }).click();
    await second.getByRole('button', { name: 'Sign as the second person' }).click();
    await second.getByText('Rivals who hold it: Lumet Coatings.').waitFor();
    if (pictures !== undefined) await takePicture(second, pictures, 'disclosure-second', desktop);
    await sign(second);
    await preview().getByText(`with ${rinse} for 12 minutes`).waitFor();

    // It is revoked before anything is sent: from then on the block is a hole again.
    await second.getByRole('button', { name: 'Revoke' }).click();
    await sign(second);
    await second.getByText('Revoked').first().waitFor();
    await preview().getByText(rinse).waitFor({ state: 'detached' });
    await second.context().close();
  });

  test('a new version tells each customer what changed for him, and nothing of what he may not read', async () => {
    await rival.goto(address('/transmissions'));
    await rival.getByRole('link', { name: /Drum cleaning/ }).click();
    await rival.getByRole('button', { name: 'Acknowledge v1' }).click();
    await rival.getByRole('button', { name: 'Acknowledge as Vera' }).click();
    await rival
      .getByText(/acknowledged by Vera/)
      .first()
      .waitFor();
    await change({
      [blocks.blend]: `The solvent blend is three parts ${blend} to one of water.`,
      [blocks.rinse]: `Rinse time: with ${rinse} for 15 minutes at 40 °C.`,
    });
    await manager.goto(address(`/rules/${rule}/transmit`));
    await manager.getByRole('button', { name: 'Add the 2 who hold an earlier version' }).click();
    await manager.getByRole('button', { name: 'Sign and transmit' }).click();
    await sign(manager);
    await manager.getByRole('heading', { level: 1, name: 'Transmissions' }).waitFor();

    await buyer.goto(address('/transmissions'));
    await buyer.getByRole('row', { name: /v2/ }).getByRole('link').click();
    await buyer.getByText('1 change since v1, which you acknowledged').waitFor();
    await buyer.keyboard.press('n');
    assert.match((await buyer.locator('[data-change]:focus').textContent()) ?? '', /12.*15/);
    await buyer.getByRole('switch', { name: 'Show the changes in the text' }).uncheck({ force: true });
    await buyer.getByText(`with ${rinse} for 15 minutes`).waitFor();

    await rival.goto(address('/transmissions'));
    await rival.getByRole('row', { name: /v2/ }).getByRole('link').click();
    await rival.getByText('Nothing that you may read has changed since v1').waitFor();
  });

  test('who reads a hole asks for it in his own words, and is told what became of them', async () => {
    await rival.getByRole('button', { name: 'Ask for it' }).nth(1).click();
    const words = rival.getByRole('textbox', { name: 'In your words' });
    assert.equal(await words.inputValue(), 'Please grant us block 4 of PR-QUA-07 v2.');
    await words.fill('We need the rinse time to plan our own line.');
    await rival.getByRole('button', { name: 'Send' }).click();
    await rival.getByRole('link', { name: 'See what becomes of it' }).click();
    await rival.getByText('We need the rinse time to plan our own line.').waitFor();
    await manager.goto(address('/interventions'));
    await manager.getByText('We need the rinse time to plan our own line.').waitFor();
  });

  test('who has not acknowledged is reminded, several at once', async () => {
    await manager.goto(address('/transmissions?state=waiting'));
    await manager.getByRole('checkbox', { name: 'Select all lines shown' }).check();
    await manager.getByRole('button', { name: 'Remind' }).click();
    await manager.getByText('2 people were written to.').waitFor();
  });

  test('no byte that the rival’s browser received holds a word that he may not read', async () => {
    for (const path of ['', '/transmissions', '/disclosures', `/rules/${rule}`, `/rules/${rule}/transmit`]) {
      await rival.goto(address(path));
      await rival.getByRole('heading', { level: 1 }).or(rival.getByRole('alert')).first().waitFor();
    }
    for (const { id } of (await verran.get('/transmissions')).body.rows) {
      await rival.goto(address(`/transmissions/${id}`));
      for (const name of ['PDF', 'JSON, signed', 'Save the receipt']) {
        const saved = rival.waitForEvent('download');
        await rival.getByRole('button', { name, exact: true }).click();
        await saved;
      }
    }
    const all = received.answers.map(({ url, bytes }) => ({ url, text: readAll(bytes) }));
    const found = all.filter(({ text }) => text.includes(blend) || text.includes(rinse));
    assert.deepEqual(
      found.map(({ url }) => url),
      [],
    );
    const kinds = ['document.pdf', 'document.json', '/receipt', '/waiting'];
    assert.ok(
      all.some(({ url, text }) => url.endsWith('/live') && text.includes('event')),
      'the live stream was not read',
    );
    for (const kind of kinds)
      assert.ok(
        all.some(({ url }) => url.includes(kind)),
        `${kind} was not recorded`,
      );
    const open = all.filter(({ url, text }) => url.includes('document.') && text.includes('kept for ten years'));
    assert.equal(open.length, 4, 'the search finds what is open, in JSON and PDF, so it can fail');
    const size = received.answers.reduce((sum, { bytes }) => sum + bytes.length, 0);
    console.log(`bytes received by the rival: ${size} in ${all.length} answers; secret words found: ${found.length}`);
  });

  for (const view of viewsToLookAt)
    test(`each page is accessible: ${view.width} px, ${view.scheme}, ${view.language}`, async () => {
      const grant = (await camille.get('/disclosures')).body.rows.find((row: { waits: boolean }) => !row.waits).id;
      const newest = (await camille.get('/transmissions')).body.rows[0].id;
      const customers = (await camille.get('/customers')).body.rows.map((row: { id: string }) => row.id).join(',');
      const ofLumet = (await lumet.get('/transmissions')).body.rows;
      await look(camille, view, {
        composer: [`/rules/${rule}/transmit?to=${customers}`, /no residue reaches the next batch/],
        'composer-empty': [`/rules/${rule}/transmit`, /Choose a customer|Choisissez un client/],
        transmissions: ['/transmissions', /Drum cleaning/],
        transmission: [`/transmissions/${newest}`, /Each drum/],
        disclosures: ['/disclosures', /PR-QUA-07/],
        disclosure: [`/disclosures/${grant}`, /A-2/],
        'rule-transmit': [`/rules/${rule}`, /Each drum/],
        'customer-secrets': [`/customers/${customers.split(',')[0]}?tab=secrets`, /A-2/],
      });
      await look(lumet, view, {
        received: ['/transmissions', /Drum cleaning/],
        'received-new': [`/transmissions/${ofLumet[0].id}`, /Each drum/],
        'received-old': [`/transmissions/${ofLumet[1].id}`, /Each drum/],
      });
    });

  type Pages = Readonly<Record<string, readonly [path: string, shows: RegExp]>>;
  const look = async (who: Someone, view: View, pages: Pages): Promise<void> => {
    const context = await openView(browser, view, house.server.parts.publicUrl.origin);
    const page = await as(who, context);
    for (const [name, [path, shows]] of Object.entries(pages)) {
      await page.goto(address(path));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText(shows).last().waitFor();
      await page.waitForTimeout(name === 'composer' ? 900 : 250);
      await assertAccessible(page, `${name} ${view.width} ${view.scheme} ${view.language}`);
      if (pictures !== undefined) await takePicture(page, pictures, name, view);
    }
    await context.close();
  };
});
