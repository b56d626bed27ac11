import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { putBookingProfile } from '../../../commands/availability/put-profile.ts';
import { createEventType } from '../../../commands/event-types/create-event-type.ts';
import type { Member } from '../../../api/rooms/session-cookie.ts';
import { insertOwnedRoom, ownerCookie } from '../../support/room-owner.ts';
import { watchedPage } from './browsing.ts';
import { NOW, type Site } from './site.ts';

export interface TestHost {
  actor: Member;
  cookie: string;
  slug: string;
  /** Half an hour, public. */
  eventTypeId: string;
}

/** A member with a page of their own and one event type, in Vienna unless told otherwise. */
export async function insertHost(site: Site, options: { timezone?: string } = {}): Promise<TestHost> {
  const { actor, cookie } = await insertMember(site);
  const id = randomUUID();
  const slug = `host-${id.slice(0, 8)}`;
  const { tenantId, principalId } = actor;
  const named = { tenantId, id: principalId };
  await putBookingProfile(site.deps, actor, named, { slug, timezone: options.timezone ?? 'Europe/Vienna' });
  const settings = { slug: 'lesson', title: 'Lesson', lengthsMinutes: [30] };
  await createEventType(site.deps, actor, { id, tenantId, ownerId: principalId, ...settings });
  return { actor, cookie, slug, eventTypeId: id };
}

/** A member who has said nothing yet. */
export async function insertMember(site: Site): Promise<Pick<TestHost, 'actor' | 'cookie'>> {
  const ownerEmail = `${randomUUID()}@example.org`;
  const room = await insertOwnedRoom(site.knex, { tenantId: site.tenantId, ownerEmail });
  const actor: Member = {
    kind: 'member',
    tenantId: room.tenantId,
    principalId: room.ownerId,
    operates: false,
  };
  return { actor, cookie: await ownerCookie(site.knex, room, NOW) };
}

/** Their browser. */
export async function hostsPage(
  browser: Browser,
  site: Site,
  { cookie }: Pick<TestHost, 'cookie'>,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }> {
  const watched = await watchedPage(browser, site.url, {
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  const [name = '', value = ''] = cookie.split('=');
  await watched.page.context().addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  return watched;
}
