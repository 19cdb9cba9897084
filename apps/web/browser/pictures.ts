import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** In which clothes a page is looked at. */
export interface View {
  readonly width: 1440 | 390;
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'fr';
}

/** The four pictures that every page is looked at in before it is done; one of each size in French. */
export const views: readonly [View, View, View, View] = [
  { width: 1440, scheme: 'light', language: 'en' },
  { width: 1440, scheme: 'dark', language: 'fr' },
  { width: 390, scheme: 'light', language: 'fr' },
  { width: 390, scheme: 'dark', language: 'en' },
];

/**
 * In which of them a test looks: in all where there is time or a picture to take, else in the two French ones, which have both sizes
 * and both schemes; English is what the stories themselves are told in.
 */
export const viewsToLookAt: readonly View[] =
  process.env['COPROD_PICTURES'] !== undefined || process.env['COPROD_LONG'] === '1'
    ? views
    : views.filter(({ language }) => language === 'fr');

/** A browser of its own for one view: size, touch, scheme and language as the view says, motion reduced. */
export function openView(
  browser: Browser,
  { width, scheme, language }: View,
  baseURL: string,
): Promise<BrowserContext> {
  const phone = width === 390;
  return browser.newContext({
    baseURL,
    viewport: { width, height: phone ? 844 : 900 },
    hasTouch: phone,
    isMobile: phone,
    deviceScaleFactor: phone ? 2 : 1,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    serviceWorkers: 'block',
  });
}

/** Takes a picture into `folder`, named after the page and its view. */
export async function takePicture(page: Page, folder: string, name: string, view: View): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}-${view.width}-${view.scheme}-${view.language}.png`);
  await page.evaluate(() => document.fonts.ready);
  // A long list is one picture of its first screen; the whole of it would be taller than a picture may be.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({ path, fullPage: height < 6000 });
}
