import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { assertAccessible } from './axe.ts';
import { startChromium } from './chromium.ts';
import { openView, takePicture, viewsToLookAt } from './pictures.ts';
import { pretend, type Pretended, signedIn } from './pretended-api.ts';
import { serveClient } from './served.ts';

const pictures = process.env['COPROD_PICTURES'];
let browser: Browser;
let client: Awaited<ReturnType<typeof serveClient>>;

before(async () => {
  [browser, client] = await Promise.all([startChromium(), serveClient()]);
});
after(async () => {
  await browser?.close();
  await client?.close();
});

const session = { session: null, user: { twoFactorEnabled: false } };
const pages: readonly { name: string; path: string; answers: Pretended }[] = [
  { name: 'sign-in', path: '/sign-in', answers: {} },
  { name: 'welcome', path: '/welcome?token=t', answers: { '/api/welcome/t': { open: true } } },
  {
    name: 'invitation',
    path: '/invitations/t',
    answers: {
      '/api/invitations/t': {
        organization: 'Ateliers Morvane',
        inviter: 'Sacha',
        email: 'charlie@norvik.example',
        side: 'customer',
        customer: 'Norvik Automobiles',
        roles: ['scheduler'],
        known: false,
      },
    },
  },
  {
    name: 'account',
    path: '/account',
    answers: { ...signedIn, '/api/auth/get-session': session, '/api/auth/passkey/list-user-passkeys': [] },
  },
  { name: 'choose', path: '/', answers: signedIn },
  { name: 'missing', path: '/nowhere', answers: signedIn },
];

for (const { name, path, answers } of pages)
  for (const view of viewsToLookAt)
    test(`${name} can be read by everyone: ${view.width} px, ${view.scheme}, ${view.language}`, async () => {
      const context = await openView(browser, view, client.url);
      try {
        await pretend(context, answers);
        const page = await context.newPage();
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        if (pictures !== undefined) await takePicture(page, pictures, name, view);
        await assertAccessible(page, name);
        assert.equal(await page.locator('html').getAttribute('lang'), view.language);
      } finally {
        await context.close();
      }
    });
