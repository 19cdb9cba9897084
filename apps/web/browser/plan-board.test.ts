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

async function onBoard(view: View, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await openView(browser, view, client.url);
  try {
    await pretend(context, signedIn);
    const page = await context.newPage();
    await page.goto('/browser/gallery.html#/o/ostrelle/plan');
    await page.locator('[data-lot]').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    await look(page);
  } finally {
    await context.close();
  }
}

/** Pans by the wheel in every frame, there and back, and tells how long the frames were. */
const pan = (page: Page): Promise<{ frames: number[]; work: number[] }> =>
  page.evaluate(async () => {
    const canvas = document.querySelector('canvas')!;
    const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const frames: number[] = [];
    const work: number[] = [];
    for (let warm = 0; warm < 20; warm++) await next();
    let last = await next();
    for (let frame = 0; frame < 300; frame++) {
      const deltaX = frame % 150 < 75 ? 14 : -14;
      canvas.dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true, cancelable: true }));
      const now = await next();
      frames.push(now - last);
      // The board was painted in this frame before we were called.
      work.push(performance.now() - now);
      last = now;
    }
    return { frames, work };
  });

test('a plan of 10,000 lots pans at 60 frames a second, from the month to the day', () =>
  onBoard(desktop, async (page) => {
    // All twenty lines are in the picture.
    await page.setViewportSize({ width: 1440, height: 1400 });
    for (const zoom of ['month', 'week', 'day']) {
      await page.getByRole('button', { name: zoom, exact: true }).click();
      const panned = await pan(page);
      const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b);
      const frames = sorted(panned.frames);
      const work = sorted(panned.work);
      const share = (list: readonly number[], part: number): number => list[Math.floor(part * (list.length - 1))] ?? 0;
      const at = (part: number): number => share(frames, part);
      const onTime = frames.filter((frame) => frame <= 1000 / 60 + 2).length / frames.length;
      console.log(
        `10,000 lots, ${zoom}: frame median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ` +
          `worst ${at(1).toFixed(1)} ms; ${(100 * onTime).toFixed(1)} % of ${frames.length} frames at 60 a second; ` +
          `painting median ${share(work, 0.5).toFixed(1)} ms, p95 ${share(work, 0.95).toFixed(1)} ms`,
      );
      assert.ok(at(0.5) <= 1000 / 60 + 2, `half of the frames took longer than ${at(0.5)} ms`);
    }
  }));

test('arrows walk from lot to lot, and each is named in full', () =>
  onBoard(desktop, async (page) => {
    const lot = page.locator('[data-lot]');
    await lot.focus();
    assert.match((await lot.textContent()) ?? '', /^KIT-0, 40 pieces, Line 1, 1 of 500, .*family 0.*, begun$/);
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-lot="0-1"]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-lot="1-1"]:focus').waitFor();
    await page.keyboard.press('End');
    await page.locator('[data-lot="1-499"]:focus').waitFor();
    const box = await page.locator('[data-lot="1-499"]').boundingBox();
    assert.ok(box && box.x > 300 && box.x + box.width <= 1440, 'the last lot has been brought into the picture');
  }));

for (const view of viewsToLookAt.filter(({ width }) => width === 1440))
  test(`the board can be read by everyone: ${view.scheme}, ${view.language}`, () =>
    onBoard(view, async (page) => {
      await page.getByRole('button', { name: 'day', exact: true }).click();
      await page.getByRole('button', { name: 'family', exact: true }).click();
      if (pictures !== undefined) await takePicture(page, pictures, 'board', view);
      await assertAccessible(page, 'board');
    }));
