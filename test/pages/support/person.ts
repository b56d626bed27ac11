import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { RoomStage } from './room-stage.ts';

export interface Person {
  page: Page;
  complaints: string[];
  leave: () => Promise<void>;
}

export type PersonOptions = BrowserContextOptions & { owner?: boolean; script?: string };

/** Somebody with a browser; the video service is played by a page with one sentence. */
export async function somebody(
  browser: Browser,
  stage: RoomStage,
  options: PersonOptions = {},
): Promise<Person> {
  const { owner, script, ...context } = options;
  const made = await browser.newContext({
    baseURL: stage.api.url,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    ...context,
  });
  if (owner) await stage.signIn(made);
  if (script) await made.addInitScript(script);
  await made.route('https://video.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>The video room</p>' }),
  );
  const page = await made.newPage();
  const complaints: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  return { page, complaints, leave: () => made.close() };
}
