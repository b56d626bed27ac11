import { isBooked, type KnownMeeting } from '../adapters/postgres/booked-meetings.ts';
import { linksOf, type ListedLink } from '../adapters/postgres/link-list.ts';
import { listMeetings, type ListedMeeting, type MeetingFilter } from '../adapters/postgres/meeting-list.ts';
import {
  answersOf,
  openProposalsOf,
  timelineOf,
  type AnswerView,
  type DeliveryView,
  type ProposalView,
  type TimelineView,
} from '../adapters/postgres/meeting-view.ts';
import { addressesInMeeting } from '../adapters/postgres/people/person.ts';
import { hideAddresses, hideAddressesAndThese, hideTheseAddresses } from '../domain/meeting/privacy.ts';
import type { VideoState } from '../domain/meeting/state.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Actor } from '../policies/actor.ts';
import { may } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';
import { requireMeeting, type MeetingName } from './known-meeting.ts';

export type { ListedMeeting } from '../adapters/postgres/meeting-list.ts';
export type { AnswerView, ProposalView, TimelineView } from '../adapters/postgres/meeting-view.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** A meeting of any source, with who takes part and what is proposed; no text in it has an attendee's address. */
export interface MeetingView extends KnownMeeting {
  attendees: AnswerView[];
  proposals: ProposalView[];
  /** Of its video room. */
  phase: VideoState['phase'];
}

/** A link that was mailed, and whether it still opens something. */
export interface LinkLine extends Omit<ListedLink, 'over'> {
  status: 'open' | 'used' | 'expired' | 'over';
}

/** One meeting. @throws NotPermitted also where there is none of this id */
export async function meetingFor(deps: Deps, actor: Actor, named: MeetingName): Promise<MeetingView> {
  const meeting = await requireMeeting(deps, actor, 'meetings.see', named);
  const [attendees, proposals, addresses] = await Promise.all([
    answersOf(deps.knex, meeting.id),
    openProposalsOf(deps.knex, meeting.id),
    addressesInMeeting(deps.knex, meeting.id),
  ]);
  // What a backend writes is its own affair; what somebody wrote into a calendar was not meant for it.
  const hidden = isBooked(meeting) ? hideTheseAddresses : hideAddressesAndThese;
  const hide = (text: string) => hidden(text, addresses);
  return {
    ...meeting,
    title: hide(meeting.title),
    description: hide(meeting.description),
    // Who says nothing gives no reason.
    cancelReason: meeting.cancelReason ? hide(meeting.cancelReason) : null,
    attendees: attendees.map(({ name, delivery, ...rest }) => ({
      ...rest,
      name: name === null ? null : hideAddresses(name),
      delivery: delivery && withoutAddresses(delivery, addresses),
    })),
    proposals: proposals.map(({ note, ...rest }) => ({ ...rest, note: hideAddresses(note) })),
    phase: meeting.closedAt !== null ? 'closed' : meeting.readyAt !== null ? 'ready' : 'none',
  };
}

/** A mail server quotes whom it would not take. */
const withoutAddresses = (delivery: DeliveryView, addresses: readonly string[]): DeliveryView => ({
  ...delivery,
  problem: delivery.problem && {
    ...delivery.problem,
    words: hideAddressesAndThese(delivery.problem.words, addresses),
  },
});

/** Those of a tenant, also the meetings in its rooms, the earliest first. @throws NotPermitted */
export async function meetingsFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: string,
  filter: MeetingFilter,
): Promise<ListedMeeting[]> {
  if (!may(actor, 'meetings.see', { tenantId })) throw new NotPermitted('The tenant');
  const found = await listMeetings(knex, tenantId, filter);
  return found.map((meeting) => ({ ...meeting, title: hideAddresses(meeting.title) }));
}

/** The newest lines of a meeting's story, the oldest of them first. @throws NotPermitted */
export async function timelineFor(deps: Deps, actor: Actor, named: MeetingName): Promise<TimelineView[]> {
  return timelineOf(deps.knex, (await requireMeeting(deps, actor, 'meetings.see', named)).id);
}

/** The links that were mailed about a meeting, and what became of them, the newest first. @throws NotPermitted */
export async function linksFor(
  deps: Pick<QueryDeps, 'knex' | 'clock'>,
  actor: Actor,
  named: MeetingName,
): Promise<LinkLine[]> {
  const links = await linksOf(deps.knex, (await requireMeeting(deps, actor, 'meetings.see', named)).id);
  const nowMs = deps.clock.nowMs();
  return links.map(({ over, ...link }) => ({ ...link, status: statusOf({ ...link, over }, nowMs) }));
}

function statusOf({ usedAt, over, expiresAt }: ListedLink, nowMs: Instant): LinkLine['status'] {
  if (usedAt !== null) return 'used';
  if (over) return 'over';
  return expiresAt.getTime() <= nowMs ? 'expired' : 'open';
}
