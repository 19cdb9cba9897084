import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

/**
 * Starts the Chromium named by the variable CHROMIUM, else the one in the path.
 * @throws when there is none: a story that cannot be played has not passed
 */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath:
      process.env['CHROMIUM'] ?? execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
