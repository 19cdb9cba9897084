import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * Fails with the rule, the element and the reason for each violation of WCAG 2.2 A and AA that axe can see, and when the
 * page scrolls sideways.
 */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  // In a window as high as the page nothing lies under a bar at the foot, from where it would be scrolled.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size && height < 6000) await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  if (size) await page.setViewportSize(size);
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n    ${failureSummary?.replaceAll('\n', ' ') ?? ''}`,
    ),
  );
  assert.equal(told.length, 0, `${where}\n  ${told.join('\n  ')}`);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(sideways, 0, `${where} scrolls sideways by ${sideways} px`);
}
