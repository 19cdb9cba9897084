import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type House, type Someone, aHouse, testPassword } from '@coprod/server/testing/a-house';
import { assertAccessible } from '@coprod/web/browser/axe';
import { aBuiltClient } from './a-built-client.ts';
import { startChromium } from '@coprod/web/browser/chromium';
import { openView, takePicture, type View, viewsToLookAt } from '@coprod/web/browser/pictures';

const pictures = process.env['COPROD_PICTURES'];
const desktop: View = { width: 1440, scheme: 'light', language: 'en' };

describe('From a customer’s words to a rule, in the pages', () => {
  let house: House;
  let browser: Browser;
  let client: Awaited<ReturnType<typeof aBuiltClient>>;
  let noa: Someone;
  let alix: Someone;
  let charlie: Someone;
  let customerId: string;
  before(async () => {
    client = await aBuiltClient();
    house = await aHouse({ name: 'Réseau Hautval', webClient: client.folder });
    browser = await startChromium();
    noa = await house.addPerson('Noa', ['team-lead'], { team: await house.addTeam('Team Nord') });
    alix = await house.addPerson('Alix', ['technician'], { team: await house.addTeam('Team Sud') });
    customerId = await house.addCustomer('Clinique des Tilleuls');
    charlie = await house.addPerson('Charlie', ['approver'], {
      customer: customerId,
    });
  });
  after(async () => {
    await browser.close();
    await house.close();
    client.remove();
  });

  const as = async (who: Someone, context: BrowserContext): Promise<Page> => {
    const [name, value] = who.cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, domain: 'localhost', path: '/' }]);
    return context.newPage();
  };
  const address = (path: string): string => `/o/${house.slug}${path}`;
  const open = (): Promise<BrowserContext> => openView(browser, desktop, house.server.parts.publicUrl.origin);

  test('the customer speaks, the team lead writes and signs, a colleague objects, and the paragraph tells it all', async () => {
    const customer = await as(charlie, await open());
    await customer.goto(address('/interventions'));
    await customer.getByRole('button', { name: 'Say something' }).click();
    await customer.getByRole('textbox', { name: 'Words' }).fill('I took the whole day off and he came at five.');
    await customer.getByRole('button', { name: 'Send' }).click();
    await customer.getByRole('link', { name: /whole day off/ }).waitFor();

    const lead = await as(noa, await open());
    await lead.goto(address(''));
    await lead.getByRole('link', { name: /Answer.*whole day off/ }).waitFor();
    await lead.goto(address('/rules/new'));
    await lead.getByRole('textbox', { name: 'Title' }).fill('Telling the customer before a visit');
    await lead
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('# Before the visit\n\nThe technician calls the day before.\n\nWork that needs two people is replanned.');
    await lead.getByRole('textbox', { name: 'Call before a visit' }).fill('24');
    await lead.getByRole('button', { name: 'Begin the proposal' }).click();
    await decide(lead, 'by-owner');
    await lead.getByRole('link', { name: 'makes the rule R-1' }).click();
    await lead.getByRole('button', { name: 'Propose a change' }).click();
    await lead.getByRole('link', { name: 'Write' }).click();
    const sentence = lead.getByText('The technician calls the day before.', { exact: true });
    await sentence.click({ clickCount: 3 });
    await lead.keyboard.type('The technician calls two hours before arriving.');
    await lead.getByRole('textbox', { name: 'Call before a visit' }).fill('2');
    await lead.getByText(/^kept \d/).waitFor();
    await lead.getByRole('link', { name: 'To the proposal' }).click();
    await lead.getByText('24 → 2 hours').waitFor();

    // The words are linked to the very paragraph.
    const proposal = lead.url().split('/').at(-1)!;
    const words = (await noa.get('/interventions')).body.rows[0].id;
    const block = (await noa.get(`/proposals/${proposal}`)).body.draft[1].id;
    await noa.post(`/proposals/${proposal}/interventions`, { intervention: words, block });
    await lead.getByText('I took the whole day off').waitFor();
    await lead.getByRole('button', { name: 'Put before everybody' }).click();
    for (const name of ['Hours', 'Pace', 'Mobility', 'Autonomy'])
      await lead.getByRole('textbox', { name }).fill('none');
    await lead.getByRole('radio', { name: 'By the owner of the rule' }).check();
    await lead.getByRole('dialog').getByRole('button', { name: 'Put before everybody' }).click();
    await lead.getByRole('button', { name: 'Sign the decision' }).waitFor();

    const colleague = await as(alix, await open());
    await colleague.goto(address(`/proposals/${proposal}`));
    await colleague.getByRole('button', { name: 'Object' }).click();
    await colleague.getByRole('textbox', { name: 'In your words' }).fill('The call is not in the visit time.');
    await colleague.getByRole('dialog').getByRole('button', { name: 'Object' }).click();

    // Live: the objection appears without reload.
    await lead.getByText('The call is not in the visit time.').waitFor();
    if (pictures !== undefined) await takePicture(lead, pictures, 'proposal-open', desktop);
    await lead.getByRole('button', { name: 'Answer', exact: true }).click();
    await lead.getByRole('textbox', { name: 'In your words' }).fill('Now it is: the visit grows by six minutes.');
    await lead.getByRole('button', { name: 'Answer', exact: true }).click();
    await lead.getByText('the visit grows by six minutes').waitFor();
    await sign(lead, 'Asked by many.');

    await lead.getByRole('link', { name: 'changes R-1 v1' }).click();
    await lead.getByRole('button', { name: /two hours before arriving/ }).click();
    const origin = lead.getByRole('region', { name: 'Where this comes from' }).first();
    await origin.getByText('I took the whole day off and he came at five.').waitFor();
    await origin.getByText('Clinique des Tilleuls').waitFor();
    await origin.getByText('1 objection, 1 answered').waitFor();

    await lead.getByRole('tab', { name: /Versions/ }).click();
    await lead.getByRole('row', { name: /v2/ }).getByRole('link', { name: '1 block changed' }).click();
    await lead.getByText('Call before a visit').waitFor();
    await lead.keyboard.press('n');
    await lead.keyboard.press('n');
    assert.match((await lead.locator('[data-change]:focus').textContent()) ?? '', /the day.*two hours/);

    await customer.goto(address(''));
    await customer.getByRole('region', { name: 'What became of your words' }).getByText('Answered').waitFor();
    await customer.getByRole('link', { name: /whole day off/ }).click();
    await customer.waitForURL(`**/interventions/${words}`);
    await customer.getByText('R-1 v2. Asked by many.').waitFor();
    assert.equal(await customer.getByText('P-2').count(), 0, 'the debate stays inside');
  });

  const decide = async (page: Page, method: 'by-owner'): Promise<void> => {
    await page.getByRole('button', { name: 'Put before everybody' }).click();
    for (const name of ['Hours', 'Pace', 'Mobility', 'Autonomy'])
      await page.getByRole('textbox', { name }).fill('none');
    if (method === 'by-owner') await page.getByRole('radio', { name: 'By the owner of the rule' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Put before everybody' }).click();
    await sign(page, 'It is what we do.');
  };
  const sign = async (page: Page, reasons: string): Promise<void> => {
    await page.getByRole('button', { name: 'Sign the decision' }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('textbox', { name: 'Reasons' }).fill(reasons);
    await drawer
      .getByLabel(/password/i)
      .first()
      .fill(testPassword);
    await drawer.getByRole('button', { name: /^Sign/ }).click();
    await page.getByRole('heading', { name: /Adopted as v/ }).waitFor();
  };

  test('each page is accessible, in both languages, light and dark, desktop and phone', async () => {
    const rule = (await noa.get('/rules')).body.rows[0].id;
    const proposal = (await noa.get('/proposals')).body.rows[0].id;
    const intervention = (await noa.get('/interventions')).body.rows[0].id;
    const pages = {
      home: '',
      rules: '/rules',
      rule: `/rules/${rule}`,
      'rule-use': `/rules/${rule}?tab=use`,
      'rule-versions': `/rules/${rule}?tab=versions`,
      'new-rule': '/rules/new',
      proposals: '/proposals',
      proposal: `/proposals/${proposal}`,
      interventions: '/interventions',
      intervention: `/interventions/${intervention}`,
      'rule-difference': `/rules/${rule}/v/1..2`,
      'rule-transmissions': `/rules/${rule}?tab=transmissions`,
      customers: '/customers',
      customer: `/customers/${customerId}`,
    };
    const theirs = { portal: '', said: '/interventions', 'said-one': `/interventions/${intervention}` };
    for (const view of viewsToLookAt) {
      const context = await openView(browser, view, house.server.parts.publicUrl.origin);
      const page = await as(noa, context);
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(address(path));
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (name === 'rule')
          await page
            .getByText(/two hours before/)
            .first()
            .click();
        await page.waitForTimeout(150);
        await assertAccessible(page, `${name} ${view.width} ${view.scheme} ${view.language}`);
        if (pictures !== undefined) await takePicture(page, pictures, name, view);
      }
      await context.close();
      const outside = await openView(browser, view, house.server.parts.publicUrl.origin);
      const portal = await as(charlie, outside);
      for (const [name, path] of Object.entries(theirs)) {
        await portal.goto(address(path));
        await portal.getByText(/whole day off/).waitFor();
        await assertAccessible(portal, `${name} ${view.width} ${view.scheme} ${view.language}`);
        if (pictures !== undefined) await takePicture(portal, pictures, name, view);
      }
      await outside.close();
    }
  });
});
