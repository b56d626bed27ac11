import type { Context } from 'koa';
import type { Instant } from '../../../domain/time/instant.ts';
import { openZone, UTC_CLOCK, type Clock } from '../../../domain/time/zone.ts';
import { ANYONE } from '../../../policies/actor.ts';
import { eventTypePage, type EventTypePage } from '../../../queries/guest-pages.ts';
import type { ApiDeps } from '../../deps.ts';
import { readerOf, type Reader } from '../reader.ts';
import { zoneAt, type ReaderZone } from '../time/zone.ts';
import { queryOf, type Asked } from './address.ts';
import { allowFrames, frameOrigin } from '../framing.ts';

/** What every page of an event type is rendered from. */
export interface BookingPage extends EventTypePage {
  asked: Asked;
  reader: Reader;
  zone: ReaderZone;
  clock: Clock;
  /** One of the event type's. */
  lengthMinutes: number;
  /** Another one was asked for, which it has not, or no more. */
  isOtherLength: boolean;
  nowMs: Instant;
  /** The site whose page shows this one in a frame, and may; null: it is in none. */
  frame: string | null;
  /** Browsers have to work before a booking is taken. */
  asksWork: boolean;
}

/** The page of an event type, for whoever may book it. @throws NotPermitted */
export async function openPage(ctx: Context, deps: ApiDeps, asked: Asked): Promise<BookingPage> {
  const { memberSlug, eventSlug, k } = asked;
  return dressPage(
    ctx,
    deps,
    asked,
    await eventTypePage(deps, ANYONE, { memberSlug, eventSlug, token: k || undefined }),
  );
}

/** What was looked up, with its reader, and on a clock; from here on the sites that it allows may show it in a frame. */
export function dressPage<P extends EventTypePage>(
  ctx: Context,
  deps: ApiDeps,
  asked: Asked,
  found: P,
): P & BookingPage {
  const { member, eventType } = found;
  allowFrames(ctx, eventType.embedOrigins);
  const zone = zoneOf(asked, eventType.lockedTimezone, member.timezone);
  return {
    ...found,
    asked,
    reader: readerOf(ctx, deps.texts, { tenant: member.tenantLanguage, query: queryOf(asked) }),
    zone,
    clock: openZone(zone.name) ?? UTC_CLOCK,
    lengthMinutes: lengthOf(eventType.lengthsMinutes, asked.length) ?? eventType.lengthsMinutes[0] ?? 30,
    isOtherLength: asked.length !== '' && lengthOf(eventType.lengthsMinutes, asked.length) === null,
    nowMs: deps.clock.nowMs(),
    asksWork: deps.config.bookingProofOfWork,
    frame: frameOrigin(asked.site, eventType.embedOrigins, deps.config.publicUrl),
  };
}

/** The one that is locked, else the guest's, else, until their browser tells, the member's. */
function zoneOf({ zone }: Asked, locked: string | null, members: string): ReaderZone {
  return locked === null ? zoneAt(zone, members) : { ...zoneAt(locked, members), source: 'chosen' };
}

/** @returns null for one that it has not */
function lengthOf(lengths: readonly number[], wanted: string): number | null {
  const minutes = /^\d{1,5}$/.test(wanted) ? Number(wanted) : NaN;
  return lengths.includes(minutes) ? minutes : null;
}
