import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type House, type Someone, aHouse } from '@coprod/server/testing/a-house';
import type { Browser, Page } from 'playwright-core';
import { aBuiltClient } from './a-built-client.ts';
import { startChromium } from './start-chromium.ts';

let client: Awaited<ReturnType<typeof aBuiltClient>>;
let house: House;
let browser: Browser;
let alix: Someone;

before(async () => {
  client = await aBuiltClient();
  house = await aHouse({ name: 'Réseau Hautval', webClient: client.folder });
  await house.addCustomer('Clinique des Tilleuls');
  alix = await house.addPerson('Alix', ['technician'], { team: await house.addTeam('Nord') });
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.close();
  client?.remove();
});

/** What of a browser's `navigator` the first story needs; these tests know no DOM. */
type Phone = { readonly serviceWorker: { readonly ready: Promise<unknown> } };

/** A phone of its own, signed in as Alix. */
async function aPhone(): Promise<Page> {
  const context = await browser.newContext({
    baseURL: house.server.url,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    hasTouch: true,
    isMobile: true,
  });
  const cookies = alix.cookie.split('; ').map((cookie) => {
    const at = cookie.indexOf('=');
    return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: house.server.url };
  });
  await context.addCookies(cookies);
  return context.newPage();
}

async function capture(page: Page, words: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Customer' }).fill('Clinique des Tilleuls');
  await page.getByLabel('What the customer said').fill(words);
  await page.getByRole('button', { name: 'By name', exact: true }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Kept on this phone').waitFor();
}

const onTheServer = async (words: string): Promise<number> =>
  (await house.database.owner.query('select count(*)::int as n from voice.expectation where words = $1', [words]))
    .rows[0].n;

test('captured without network, kept through a reload, and exactly once on the server when the network is back', async () => {
  const page = await aPhone();
  const words = 'He came at five and I had waited all day';
  await page.goto(`/o/${house.slug}/capture`);
  await page.getByRole('heading', { name: 'New expectation' }).waitFor();
  // Once the program is on the phone it opens without network.
  await page.evaluate(() => (navigator as unknown as Phone).serviceWorker.ready.then(() => true));

  await page.context().setOffline(true);
  await capture(page, words);
  assert.equal(await onTheServer(words), 0);

  await page.reload();
  await page.getByRole('heading', { name: 'New expectation' }).waitFor();
  await page.goto(`/o/${house.slug}/to-send`);
  await page.getByText('Only on this phone').waitFor();
  await page.getByText(words).waitFor();

  await page.context().setOffline(false);
  await page.getByText('Kept by the server', { exact: true }).waitFor({ timeout: 30_000 });
  await page.reload();
  await page.getByText('Kept by the server', { exact: true }).waitFor();
  await page.waitForTimeout(1500);
  assert.equal(await onTheServer(words), 1);
  console.log('1 capture without network, 3 reloads: 1 expectation on the server');
  await page.context().close();
});

test('an answer that is lost on the way is asked for again, and changes nothing', async () => {
  const page = await aPhone();
  const words = 'The answer to this was lost on the way';
  let lost = 0;
  await page.context().route('**/captures/*', async (route) => {
    if (route.request().method() !== 'PUT' || lost === 3) return route.continue();
    lost += 1;
    await route.fetch(); // the server has it, the phone does not learn it
    return route.abort();
  });
  await page.goto(`/o/${house.slug}/capture`);
  await capture(page, words);
  await page.goto(`/o/${house.slug}/to-send`);
  await page.getByText('Kept by the server', { exact: true }).waitFor({ timeout: 45_000 });
  assert.equal(lost, 3);
  assert.equal(await onTheServer(words), 1);
  console.log(`${lost} answers lost: 1 expectation on the server`);
  await page.context().close();
});

test('a phone that cannot keep it says so, and leaves the words in the form', async () => {
  const page = await aPhone();
  await page.addInitScript(
    'IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };',
  );
  await page.goto(`/o/${house.slug}/capture`);
  await page.getByLabel('What the customer said').fill('No room for this');
  await page.getByRole('button', { name: 'Without name', exact: true }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('This phone could not keep it').waitFor();
  assert.equal(await page.getByLabel('What the customer said').inputValue(), 'No room for this');
  await page.context().close();
});
