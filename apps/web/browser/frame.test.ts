import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { assertAccessible } from './axe.ts';
import { startChromium } from './chromium.ts';
import { openView, takePicture, type View, viewsToLookAt } from './pictures.ts';
import { pretend, signedIn } from './pretended-api.ts';
import { serveClient } from './served.ts';

const pictures = process.env['COPROD_PICTURES'];
const desktop: View = { width: 1440, scheme: 'light', language: 'en' };
let browser: Browser;
let client: Awaited<ReturnType<typeof serveClient>>;

before(async () => {
  [browser, client] = await Promise.all([startChromium(), serveClient()]);
});
after(async () => {
  await browser?.close();
  await client?.close();
});

async function onPage(path: string, view: View, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await openView(browser, view, client.url);
  try {
    await pretend(context, signedIn);
    const page = await context.newPage();
    await page.goto(`/browser/gallery.html#/o/ostrelle${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await look(page);
  } finally {
    await context.close();
  }
}

for (const [name, path] of [
  ['list', '/proposals'],
  ['page', '/proposals/p-1'],
  ['parts', '/rules'],
] as const)
  for (const view of viewsToLookAt)
    test(`the ${name} of the frame can be read by everyone: ${view.width} px, ${view.scheme}, ${view.language}`, () =>
      onPage(path, view, async (page) => {
        if (pictures !== undefined) await takePicture(page, pictures, `frame-${name}`, view);
        await assertAccessible(page, name);
      }));

test('a list is walked by keys alone: j k move, x selects, Space peeks, Enter opens, u goes back up', () =>
  onPage('/proposals', desktop, async (page) => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('complementary', { name: 'Beside the list: Two keys for the shed' }).waitFor();
    if (pictures !== undefined) await takePicture(page, pictures, 'frame-peek', desktop);
    await assertAccessible(page, 'list with peek and selection');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: /Beside the list/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Call before coming' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
    await page.keyboard.press('u');
    await page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor();
  }));

test('of 3,000 rows only those on the screen are drawn, and the last one can be reached', () =>
  onPage('/interventions', desktop, async (page) => {
    const drawn = await page.locator('[data-row]').count();
    assert.ok(drawn > 10 && drawn < 120, `${drawn} rows are drawn`);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.locator('[data-row="p-2999"]').waitFor();
  }));

test('a filter stands in the address and can be taken back', () =>
  onPage('/proposals', desktop, async (page) => {
    await page.getByRole('button', { name: 'State', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Gap' }).click();
    await page.getByText('No line has these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear State' }).click();
    await page.locator('[data-row="p-0"]').waitFor();
  }));

test('g and a letter go to a room, keys of one letter sleep in fields and can be switched off, ? tells them all', () =>
  onPage('/proposals', desktop, async (page) => {
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.getByRole('heading', { level: 1, name: 'Parts' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor();
    await page.keyboard.press('/');
    // Slowly enough that the list is already filtered by the first letter while the others come.
    await page.keyboard.type('gr?', { delay: 350 });
    assert.equal(await page.getByRole('textbox', { name: 'Find in this list' }).inputValue(), 'gr?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await assertAccessible(page, 'keys');
    await page.getByRole('switch', { name: 'Keys of one letter' }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.waitForTimeout(300);
    await page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor();
  }));

test('Ctrl K finds a room without its accents', () =>
  onPage('/rules', { ...desktop, language: 'fr' }, async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox', { name: 'Rechercher' }).fill('regle');
    await page
      .getByRole('option', { name: 'Règles' })
      .or(page.getByRole('button', { name: 'Règles' }))
      .first()
      .waitFor();
    if (pictures !== undefined) await takePicture(page, pictures, 'frame-search', { ...desktop, language: 'fr' });
  }));

test('language, theme and rows are chosen in one’s own menu and hold at once', () =>
  onPage('/proposals', desktop, async (page) => {
    await page.getByRole('button', { name: 'Your menu, Camille' }).click();
    if (pictures !== undefined) await takePicture(page, pictures, 'frame-menu', desktop);
    await assertAccessible(page, 'own menu');
    await page.getByText('Français', { exact: true }).click();
    await page.getByText('Sombre', { exact: true }).click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    assert.equal(await page.locator('html').getAttribute('data-mantine-color-scheme'), 'dark');
  }));

test('what is signed stays readable beside the drawer, and takes the password', () =>
  onPage('/proposals/p-1', desktop, async (page) => {
    await page.getByRole('button', { name: 'Sign the decision' }).click();
    await page.getByText('I decide this version by consent').waitFor();
    if (pictures !== undefined) await takePicture(page, pictures, 'frame-sign', desktop);
    await assertAccessible(page, 'sign drawer');
    assert.ok(await page.getByText('The technician calls at least').isVisible());
    await page.getByLabel('Your password', { exact: true }).fill('a long sentence');
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.locator('[data-signed]', { hasText: 'password' }).waitFor();
  }));

test('on a phone the rooms come from the side, and the act never scrolls away', () =>
  onPage('/proposals/p-1', { width: 390, scheme: 'light', language: 'en' }, async (page) => {
    assert.ok(await page.getByRole('button', { name: 'Sign the decision' }).isVisible());
    await page.evaluate(() => scrollTo(0, 0));
    assert.ok(await page.getByRole('button', { name: 'Sign the decision' }).isVisible());
    await page.getByRole('button', { name: 'Open the rooms' }).click();
    await page.getByRole('link', { name: /Transmissions/ }).waitFor();
    if (pictures !== undefined)
      await takePicture(page, pictures, 'frame-rooms', { width: 390, scheme: 'light', language: 'en' });
    await assertAccessible(page, 'rooms on a phone');
  }));
