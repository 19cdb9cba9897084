import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { aForger } from '@coprod/server/testing/a-forger';
import { type House, type Someone, aHouse } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, views, viewsToLookAt } from '@coprod/web/browser/pictures';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { aBuiltClient } from './a-built-client.ts';

const pictures = process.env['COPROD_PICTURES'];
const root = join(import.meta.dirname, '../..');

/** What of a browser's `navigator` these stories need; they know no DOM. */
type Device = { readonly serviceWorker: { readonly ready: Promise<unknown> } };

describe('Proof, in the pages', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let charlie: Someone;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coprod-proof-'));
    client = await aBuiltClient();
    house = await aHouse({ name: 'Chimie Ostrelle', webClient: client.folder });
    browser = await startChromium();
    charlie = await house.addPerson('Charlie', ['approver'], { customer: await house.addCustomer('Verran Paints') });
    const dana = await house.addPerson('Dana', ['approver'], { customer: await house.addCustomer('Lumet Coatings') });
    for (const words of ['Rinse the drums twice.', 'Tell us before you change the solvent.'])
      await says(charlie, words);
    await says(dana, 'Nobody answers on Fridays.');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
    client?.remove();
    rmSync(folder, { recursive: true });
  });

  const says = async (who: Someone, words: string): Promise<void> => {
    assert.equal((await who.post('/interventions', { channel: 'voice', words, language: 'en' })).status, 201);
  };
  const as = async (who: Someone, context: BrowserContext): Promise<Page> => {
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    return context.newPage();
  };
  /** A browser of its own, with everything that a browser keeps. */
  const aBrowser = (): Promise<BrowserContext> =>
    browser.newContext({ baseURL: house.server.parts.publicUrl.origin, locale: 'en-GB', timezoneId: 'Europe/Paris' });
  const address = (path: string): string => `/o/${house.slug}${path}`;
  const saved = async (download: Download): Promise<string> => {
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  };
  const badge = (page: Page, words: string) =>
    page.getByRole('region', { name: 'Kept in this browser' }).getByText(words, { exact: true });
  const accusations = (page: Page) => page.getByRole('region', { name: 'Kept in this browser' }).getByRole('alert');
  const sizeOf = (note: string): number => Number(note.split('\n')[1]);

  test('a customer’s browser keeps the checkpoint, and the next one must prove that it continues it', async () => {
    const page = await as(charlie, await aBrowser());
    await page.goto(address('/ledger'));
    await page.getByRole('heading', { level: 1, name: 'Proof' }).waitFor();
    await badge(page, 'Met for the first time').waitFor();
    await page.getByText('Rinse the drums twice.').waitFor();
    assert.equal(await page.getByRole('row').count(), 1 + 2, 'his own entries, and nobody else’s');

    await says(charlie, 'Call before you come.');
    const demanded = page.waitForRequest(/\/ledger\/consistency\?/);
    await page.getByRole('button', { name: 'Check again' }).click();
    await badge(page, 'Grown, and proven').waitFor();
    await page.getByText('1 entry was added since the last look').waitFor();
    assert.match((await demanded).url(), /from=4&to=5/);

    await page.reload();
    await badge(page, 'Unchanged').waitFor();
    await page.getByText('Kept: 5 entries').waitFor();

    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Check again' }).click();
    await badge(page, 'Not checked now').waitFor();
    await page.getByText('Kept: 5 entries').waitFor();
    await page.context().close();
  });

  test('a ledger that is rolled back, forked, or grown without proof is caught, and both checkpoints are saved as evidence', async () => {
    const forge = await aForger(house);
    const page = await as(charlie, await aBrowser());
    await page.goto(address('/ledger'));
    await badge(page, 'Met for the first time').waitFor();
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the checkpoint' }).click(),
    ]);
    const note = readFileSync(await saved(kept), 'utf8');
    const size = sizeOf(note);

    let shown = '';
    await page.route('**/ledger/checkpoint', (route) => route.fulfill({ body: shown, contentType: 'text/plain' }));
    const lies = [
      ['This ledger has become shorter', forge(size - 1, randomBytes(32))],
      ['Two different ledgers were signed', forge(size, randomBytes(32))],
      ['Nothing proves that the past is unchanged', forge(size + 3, randomBytes(32))],
      ['The signature is not that of this ledger', note.replace(/\n\d+\n/, `\n${size + 1}\n`)],
    ] as const;
    for (const [title, lie] of lies) {
      shown = lie;
      await page.getByRole('button', { name: 'Check again' }).click();
      await page.getByRole('alert').filter({ hasText: title }).waitFor();
      await badge(page, 'Does not continue what was kept').waitFor();
    }
    console.log(`    ${lies.length} lies of an administrator with the key, ${lies.length} caught`);
    if (pictures !== undefined) await takePicture(page, pictures, 'accused', views[0]);
    await assertAccessible(page, 'proof with accusations');

    const fork = page.getByRole('alert').filter({ hasText: 'Two different ledgers were signed' });
    const evidence = await Promise.all(
      ['Save the kept one', 'Save the one shown'].map(async (name) => {
        const download = page.waitForEvent('download');
        await fork.getByRole('button', { name }).click();
        return download;
      }),
    );
    assert.ok(evidence.length === 2);

    // The next day the ledger shows its honest face again: the finding stays, and what was kept stays kept.
    await page.unroute('**/ledger/checkpoint');
    await page.reload();
    await badge(page, 'Unchanged').waitFor();
    assert.equal(await accusations(page).count(), lies.length);
    await page.getByText(`Kept: ${size} entries`).waitFor();
    for (let left = lies.length; left > 0; left--) {
      await page.getByRole('button', { name: 'Put aside' }).first().click();
      await accusations(page)
        .nth(left - 1)
        .waitFor({ state: 'detached' });
    }
    await page.context().close();
  });

  test('a saved checkpoint taken back into another browser catches what that browser never saw', async () => {
    const forge = await aForger(house);
    const honest = (await charlie.get('/ledger/checkpoint')).body as string;
    const file = join(folder, 'kept.checkpoint.txt');
    writeFileSync(file, honest);
    const page = await as(charlie, await aBrowser());
    const lie = forge(sizeOf(honest) + 2, randomBytes(32));
    await page.route('**/ledger/checkpoint', (route) => route.fulfill({ body: lie, contentType: 'text/plain' }));
    await page.goto(address('/ledger'));
    await badge(page, 'Met for the first time').waitFor();
    assert.equal(await accusations(page).count(), 0);
    await page.getByRole('button', { name: 'More acts' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Take one back in' }).click(),
    ]);
    await chooser.setFiles(file);
    await page.getByRole('alert').filter({ hasText: 'Nothing proves that the past is unchanged' }).waitFor();
    await page.context().close();
  });

  test('a receipt is saved, checked step by step, and verified without network and without account; a flipped byte is located', async () => {
    const context = await aBrowser();
    const page = await as(charlie, context);
    await page.goto(address('/ledger'));
    await badge(page, 'Met for the first time').waitFor();
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Intervention received' }).waitFor();
    await page.getByText('Call before you come.').waitFor();
    await page.getByRole('button', { name: 'Check it here' }).click();
    await page.getByText('Every step holds.').waitFor();
    await page.getByText('The key is the one that this browser has kept').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save receipt' }).click(),
    ]);
    const receipt = await saved(download);
    const bytes = readFileSync(receipt);
    const flip = (name: string, at: number): string => {
      writeFileSync(join(folder, name), flipped(bytes, at));
      return join(folder, name);
    };
    const inText = flip('changed-word.json', bytes.indexOf('Call before'));
    const inShape = flip('changed-shape.json', bytes.indexOf('"index"') + 7);

    await page.goto('/verify');
    await page.evaluate(() => (navigator as unknown as Device).serviceWorker.ready.then(() => true));
    await context.clearCookies();
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Verify' }).waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose files' }).click(),
    ]);
    await chooser.setFiles([receipt, inText, inShape]);
    const right = page.getByRole('article').filter({ has: page.getByRole('heading', { name: /^receipt-/ }) });
    await right.getByText('Proved', { exact: true }).waitFor();
    await right.getByText('It is the key that this browser has kept.').waitFor();
    const articleOf = (name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
    const [word, shape] = [articleOf('changed-word.json'), articleOf('changed-shape.json')] as const;
    await word.getByText('Not proved', { exact: true }).waitFor();
    await word.getByText(/entry: bytes/).waitFor();
    await shape.getByText(`At byte ${bytes.indexOf('"index"') + 7}.`).waitFor();

    for (const [path, article] of [
      [inText, word],
      [inShape, shape],
    ] as const) {
      const [, code, where] = /\((\S+), at (.+)\)/.exec(coprodVerify(path).told) ?? [];
      assert.ok(code && where);
      await article.getByText(`coprod verify says: ${code}, at ${where}`).waitFor();
    }
    assert.equal(coprodVerify(receipt).code, 0);
    console.log('    1 receipt proven and 2 flipped bytes located, without network; coprod verify agrees on all 3');
    await context.close();
  });

  for (const view of viewsToLookAt)
    test(`ledger, entry, proof and verify can be read by everyone: ${view.width} px, ${view.scheme}, ${view.language}`, async () => {
      const receipt = await charlie.get('/ledger/entries/3/receipt');
      const theirs = receipt.status === 200 ? receipt : await charlie.get('/ledger/entries/2/receipt');
      const changed = flipped(theirs.bytes, theirs.bytes.indexOf('"index"') + 7);
      const context = await openView(browser, view, house.server.parts.publicUrl.origin);
      const look = async (page: Page, name: string) => {
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (pictures !== undefined) await takePicture(page, pictures, name, view);
        await assertAccessible(page, name);
        assert.equal(await page.locator('html').getAttribute('lang'), view.language);
      };
      try {
        const staff = await as(house.founder, context);
        await staff.goto(address('/ledger'));
        await staff.getByText(/Met for the first time|Première rencontre/).waitFor();
        await staff.getByText(/Organization founded|Fondation de l’organisation/).waitFor();
        await look(staff, 'ledger');
        await staff.goto(address('/ledger/3'));
        await staff.getByRole('img').first().waitFor();
        await staff
          .getByRole('button')
          .filter({ hasText: /Check it here|Vérifier ici/ })
          .click();
        await look(staff, 'entry-checked');
        await context.clearCookies();
        const page = await as(charlie, context);
        await page.goto(address('/ledger'));
        await page.getByText(/^(Unchanged|Inchangé)$/).waitFor();
        await look(page, 'proof');
        await page.goto('/verify');
        await page.locator('input[type=file]').setInputFiles([
          { name: 'receipt-ostrelle-2.json', mimeType: 'application/json', buffer: theirs.bytes },
          { name: 'receipt-changed.json', mimeType: 'application/json', buffer: changed },
          { name: 'procedure.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
        ]);
        await page.getByRole('article').first().waitFor();
        await look(page, 'verify');
      } finally {
        await context.close();
      }
    });
});

/** The same bytes but for the lowest bit of one. */
const flipped = (bytes: Buffer, at: number): Buffer =>
  Buffer.from(bytes.map((byte, here) => (here === at ? byte ^ 1 : byte)));

/** What the command says of one file: its exit code and its words, in English. */
function coprodVerify(path: string): { readonly code: number; readonly told: string } {
  const run = (): string =>
    execFileSync(process.execPath, [join(root, 'coprod.mjs'), 'verify', path], {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' },
      timeout: 60_000,
    });
  try {
    return { code: 0, told: run() };
  } catch (reason) {
    if (!(reason instanceof Error) || !('status' in reason) || !('stdout' in reason)) throw reason;
    return { code: Number(reason.status), told: String(reason.stdout) };
  }
}
