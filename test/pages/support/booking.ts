import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Api } from '../../api/support/served-api.ts';
import { insertEventType, insertHost } from '../../booking/support/event-types.ts';
import { watchedPage, type Watched } from './browsing.ts';

/** A member with one event type, and the addresses of their pages. */
export interface Bookable {
  hostId: string;
  hostEmail: string;
  memberSlug: string;
  eventTypeId: string;
  eventSlug: string;
  /** /book/MEMBER/EVENT */
  path: string;
}

type HostOptions = Parameters<typeof insertHost>[2];

/** @param columns of the event type */
export async function bookable(
  api: Pick<Api, 'knex'> & { tenant: { id: string } },
  columns: Record<string, unknown> = {},
  host: HostOptions = {},
): Promise<Bookable> {
  const made = await insertHost(api.knex, api.tenant.id, host);
  const short = made.id.slice(0, 8);
  const [memberSlug, eventSlug] = [`ada-${short}`, `talk-${short}`];
  await api.knex('booking_profiles').where({ principal_id: made.id }).update({ slug: memberSlug });
  await api.knex('principals').where({ id: made.id }).update({ name: 'Ada Lovelace' });
  const eventTypeId = await insertEventType(api.knex, [made], { columns: { slug: eventSlug, ...columns } });
  return {
    ...{ hostId: made.id, hostEmail: made.email, memberSlug, eventTypeId, eventSlug },
    path: `/book/${memberSlug}/${eventSlug}`,
  };
}

export const questions = JSON.stringify([
  { key: 'topic', kind: 'text', label: 'What is it about?', required: true },
  { key: 'more', kind: 'long-text', label: 'Anything else', required: false },
  { key: 'level', kind: 'choice', label: 'Your level', required: true, options: ['Beginner', 'Advanced'] },
  { key: 'phone', kind: 'phone', label: 'Your phone', required: false },
]);

export const newAddress = (): string => `guest-${randomUUID().slice(0, 8)}@guests.example`;

/** Midnight (UTC) of a day of the month after next: it is in no month that has begun, whatever today is. */
export function laterDay(day: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, day));
}

/** As addresses have it: YYYY-MM-DD. */
export const dateOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The form of a slot, by its address. */
export const formPath = (
  { path }: Pick<Bookable, 'path'>,
  start: Date,
  query: Record<string, string> = {},
): string =>
  `${path}?${new URLSearchParams({ start: start.toISOString(), zone: 'UTC', ...query }).toString()}`;

/** Longer than any program is taken for a person. */
export const asPeopleDo = (): Promise<void> => wait(2_100);

/** Fills in what every form asks for. */
export async function fillIn(
  page: Page,
  { name = 'Gus Okafor', email = newAddress() } = {},
): Promise<string> {
  await page.fill('input[name=name]', name);
  await page.fill('input[name=email]', email);
  return email;
}

/** A guest with a browser, in Berlin unless told. */
export const guestAt = (
  browser: Browser,
  api: Pick<Api, 'url'>,
  options: BrowserContextOptions = {},
): Promise<Watched> => watchedPage(browser, api.url, { locale: 'en-GB', ...options });

/** What stands in the hidden fields of a form. */
export function hiddenFields(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
}

/**
 * Turns the months of a booking page to that of a day. Which one comes first depends on what day it is where the guest is, and on
 * whether anything is free on it any more.
 *
 * @param turn to the next one; by default with the mouse
 */
export async function turnTo(
  where: Pick<Page, 'locator'>,
  day: Date,
  turn: () => Promise<void> = () => where.locator('a[rel=next]').click(),
): Promise<void> {
  const following = dateOf(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1))).slice(0, 7);
  const next = async () =>
    /month=(\d{4}-\d\d)/.exec((await where.locator('a[rel=next]').getAttribute('href')) ?? '')?.[1] ?? '';
  for (let shown = await next(); shown < following; shown = await next()) {
    await turn();
    await expect.poll(next).not.toBe(shown);
  }
}
