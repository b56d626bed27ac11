import type { WeeklyHours } from '../../../../domain/availability/schedule.ts';
import { USUAL_WEEK } from '../../../../domain/booking/usual-week.ts';
import { isUuid } from '../../../../domain/uuid.ts';
import { NotPermitted } from '../../../../policies/not-permitted.ts';
import {
  profileFor,
  scheduleFor,
  schedulesFor,
  type StoredSchedule,
} from '../../../../queries/availability.ts';
import { eventTypeFor, eventTypesFor, type EventType } from '../../../../queries/event-types.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { self } from '../doors.ts';

const MOST = 200;

/** Whose hours a page shows, and what else there is to choose from. */
export interface HoursShown {
  /** The member's own zone. */
  timezone: string;
  slug: string;
  schedules: readonly StoredSchedule[];
  eventTypes: readonly EventType[];
  defaultScheduleId: string;
  /** The event type that was chosen; null: a schedule was. */
  eventType: EventType | null;
  schedule: StoredSchedule;
}

/**
 * @param of the id of a schedule or of an event type; empty: the hours that count where nothing else is said
 * @returns null: they have no hours yet
 * @throws NotPermitted for the id of anything else
 */
export async function hoursOf(deps: ApiDeps, actor: Member, of: string): Promise<HoursShown | null> {
  const named = self(actor);
  const [{ member, profile }, schedules, eventTypes] = await Promise.all([
    profileFor(deps, actor, named),
    schedulesFor(deps, actor, named, { limit: MOST }),
    eventTypesFor(deps, actor, actor.tenantId, { ownerId: actor.principalId, limit: MOST }),
  ]);
  if (!profile) return null;
  const { slug, defaultScheduleId } = profile;
  const shown = { timezone: member.timezone, slug, schedules, eventTypes, defaultScheduleId };
  const byId = (id: string) =>
    scheduleFor(deps, actor, { tenantId: actor.tenantId, principalId: actor.principalId, id });
  if (of === '') return { ...shown, eventType: null, schedule: await byId(defaultScheduleId) };
  if (!isUuid(of)) throw new NotPermitted('The schedule');
  const listed = schedules.find(({ id }) => id === of);
  if (listed) return { ...shown, eventType: null, schedule: listed };
  const eventType = await eventTypeFor(deps, actor, { tenantId: actor.tenantId, id: of });
  return { ...shown, eventType, schedule: await byId(eventType.scheduleId ?? defaultScheduleId) };
}

/** The hours of the week that count for a member, or in an event type of theirs. @throws NotPermitted */
export const weeklyOf = async (deps: ApiDeps, actor: Member, of: string): Promise<WeeklyHours> =>
  (await hoursOf(deps, actor, of))?.schedule.weekly ?? USUAL_WEEK;
