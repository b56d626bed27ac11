import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailCatcher } from '../../workers/embedded/mail-catcher.ts';
import { launchChromium } from '../support/chromium.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import { isThorough } from '../support/rounds.ts';
import { startTestCatcher, waitForMail } from '../support/smtp-catcher.ts';
import { watchedPage } from './support/browsing.ts';
import { everyPage } from './support/fixtures.ts';
import { hostPages } from './support/host.ts';
import { mailGuest } from './support/mails.ts';
import { operatorCookie, operatorPages } from './support/operator.ts';
import { pageRoutes, routeOf } from './support/page-routes.ts';
import { insertInRoom } from './support/room-rows.ts';
import { GUEST, HOUR, insertMeeting } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

/** What a page of a route may be besides HTML: a mail in its frame is its writer's, the rest is for programs. */
const NO_PAGES = [
  '/dev/mailbox/frame/:id',
  '/dev/mailbox.json',
  '/room/:name/events',
  '/openapi.json',
  '/book/embed.js',
  '/book/:member/:event/booked.ics',
  '/calendars/connect/apple.mobileconfig',
  // These only lead on, from where a form was sent.
  '/bookings/event-types/:id/links',
  '/bookings/list/:id/approve',
];

let site: Site;
let browser: Browser;
let mailbox: MailCatcher;
let cookie: string;
/** Every address that was found, by the name of its route. */
let found: Map<string, Set<string>>;

beforeAll(async () => {
  [mailbox, browser] = await Promise.all([startTestCatcher(), launchChromium()]);
  site = await startSite({ mailbox });
  await mailGuest(mailbox.smtpUrl, {
    ...{ kind: 'invitation', method: 'REQUEST', uid: 'seen@parley.example', sequence: 0, origin: site.url },
  });
  await waitForMail(mailbox, { to: GUEST.email, count: 1 });
  const room = await insertOwnedRoom(site.knex, { tenantId: site.tenantId });
  cookie = [await ownerCookie(site.knex, room, NOW), await operatorCookie(site)].join('; ');
  const member = { tenantId: room.tenantId, principalId: room.ownerId };
  const ofHost = await hostPages(site, { kind: 'member', operates: false, ...member });
  const inside = await insertInRoom(site.knex, room, {
    ...{ startMs: NOW - HOUR / 6, status: 'live', title: 'Planning', inside: { ada: 'Ada' } },
    videoUrl: 'https://meet.example/a',
  });
  const { meetingId } = await insertMeeting(site.knex, {
    ...{ tenantId: site.tenantId, startMs: NOW, status: 'live', videoUrl: 'https://meet.example/b' },
  });
  const door = await site.post(`/join/${meetingId}`, {});
  const { pathname, search } = new URL(door.headers.get('location')!, site.url);
  const entered = [`${pathname}${search}`, `/room/${room.name}/in/${inside.id}?p=ada`];
  const signingIn = ['/rooms/sign-in', '/rooms/sign-in/sent', '/rooms/sign-in/link?s=unknown'];
  found = await crawl([
    ...entered,
    ...signingIn,
    ...Object.values(await operatorPages(site)),
    ...Object.values(ofHost),
    ...Object.values(await everyPage(site)),
    '/dev/mailbox',
    '/rooms',
    `/rooms/${room.name}/settings`,
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await mailbox?.stop();
});

/** Follows every link of every page, at most a few addresses of one route that no list names. */
async function crawl(known: string[]): Promise<Map<string, Set<string>>> {
  const byRoute = new Map<string, Set<string>>();
  const listed = new Set(known.map((path) => path.replace(/#.*/, '')));
  const waiting = [...listed];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(site.deps, path);
    const seen = byRoute.get(route) ?? byRoute.set(route, new Set()).get(route)!;
    if (seen.has(path) || (seen.size >= 4 && !listed.has(path))) continue;
    seen.add(path);
    const answer = await site.get(path, { headers: { cookie }, redirect: 'manual' });
    if (!/text\/html/.test(answer.headers.get('content-type') ?? '')) continue;
    for (const [, to = ''] of (await answer.text()).matchAll(/\shref="(\/(?!\/)[^"#]*)/g)) {
      const next = to.replaceAll('&amp;', '&');
      if (!/[?&]lang=/.test(next) && !next.startsWith('/assets/')) waiting.push(next);
    }
  }
  return byRoute;
}

/** What is serious or worse, as a list of "rule: where". */
async function faults(page: Page): Promise<string[]> {
  // Colours that are on their way to those of the other scheme are nobody's.
  await page.evaluate(
    'Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)))',
  );
  await page.evaluate(axe.source);
  const violations = await page.evaluate<{ id: string; impact: string; nodes: { target: string[] }[] }[]>(
    `axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe('every page', () => {
  it('would be found out if it had a fault', async () => {
    const { page, close } = await watchedPage(browser, site.url);
    await page.setContent('<html><body><img src="data:,"><button></button></body></html>');
    const wrong = (await faults(page)).map((fault) => fault.split(':')[0]);
    expect(wrong).toEqual(
      expect.arrayContaining(['button-name', 'document-title', 'html-has-lang', 'image-alt']),
    );
    await close();
  });

  it('is found, whichever route it has', () => {
    const missing = pageRoutes(site.deps).filter((route) => !NO_PAGES.includes(route) && !found.has(route));
    expect(missing).toEqual([]);
  });

  it('can be read and used with aids: on a phone, on a desk in dark, and there by keyboard', async () => {
    const { page, close } = await watchedPage(browser, site.url, { extraHTTPHeaders: { cookie } });
    const wrong: string[] = [];
    for (const [route, paths] of found) {
      if (NO_PAGES.includes(route)) continue;
      for (const [nth, path] of [...paths].slice(0, MOST_ADDRESSES).entries()) {
        const note = (faults: string[]) => wrong.push(...faults.map((fault) => `${path} ${fault}`));
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 390, height: 800 });
        await page.goto(path, { waitUntil: 'load' });
        note(await faults(page));
        // In further states the same parts are as wide and as dark.
        if (nth > 0 && !isThorough()) continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.setViewportSize({ width: 1280, height: 800 });
        note(await faults(page));
        if (nth === 0) note(await tabbed(page));
      }
    }
    expect(wrong).toEqual([]);
    await close();
  }, 480_000);
});

/** Of one route. */
const MOST_ADDRESSES = isThorough() ? Infinity : 2;

/** What Tab does not lead to, and what does not show that it has been led to. */
async function tabbed(page: Page): Promise<string[]> {
  const count = await page.evaluate<number>(MARK);
  const reached = new Set<number>();
  const hidden: string[] = [];
  for (let presses = 0; presses < 2 * count + 30 && reached.size < count; presses += 1) {
    await page.keyboard.press('Tab');
    const { at, shown, name } = await page.evaluate<{ at: number; shown: boolean; name: string }>(FOCUSED);
    if (at >= 0) reached.add(at);
    if (!shown) hidden.push(`shows no focus: ${name}`);
  }
  const left = [...Array(count).keys()].filter((at) => !reached.has(at));
  const names = await Promise.all(
    left.map((at) =>
      page.evaluate<string>(`document.querySelector('[data-at="${at}"]').outerHTML.slice(0, 120)`),
    ),
  );
  return [...hidden, ...names.map((name) => `is not reached: ${name}`)];
}

/** Marks what can be pressed or filled in; of radio buttons of one name Tab reaches one. */
const MARK = `(() => {
  const names = new Set();
  const all = [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0)
    .filter((one) => one.type !== 'radio' || (!names.has(one.name) && names.add(one.name)));
  all.forEach((one, at) => (one.dataset.at = at));
  return all.length;
})()`;

/** The parts of a date, and what is in a frame, show by themselves that they have the focus. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const near = one.type === 'radio' || one.type === 'checkbox' ? getComputedStyle(one.closest('label') ?? one) : style;
  const shown = one === document.body || one.tagName === 'IFRAME' || /date|time/.test(one.type) ||
    [style, near].some((some) => some.outlineStyle !== 'none' || some.boxShadow !== 'none');
  const radio = one.type === 'radio' ? document.querySelector('[data-at][type=radio][name="' + one.name + '"]') : null;
  return { at: Number((radio ?? one).dataset.at ?? -1), shown, name: one.outerHTML.slice(0, 120) };
})()`;
