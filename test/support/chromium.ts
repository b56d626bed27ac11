import { chromium, type Browser } from 'playwright-core';
import { testService } from './services.ts';

/** Launches the system's browser so that it talks to nobody but the pages under test. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await testService('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
