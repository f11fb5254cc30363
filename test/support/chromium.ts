import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { pathOf } from './programs';

/** The system's Chromium, asking nobody on the internet for anything. @param more further switches */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: pathOf('chromium') ?? 'chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...more,
    ],
  });
}
