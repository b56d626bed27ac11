import type { LinkPurpose } from '../domain/meeting/links.ts';
import type { Actor, Scope } from './actor.ts';

/** What something is done to: a tenant, or what belongs to one. What a rule does not look at may be left out. */
export interface Subject {
  tenantId: string;
  /** Of a principal. */
  id?: string;
  /** Of a room or a resource: whose it is. */
  ownerId?: string | null;
  /** Of a room: the member to whom its owner wants to give it. */
  offeredToId?: string | null;
  /** Of a booking: who its hosts are. */
  hostIds?: readonly string[];
  /** Of an event type: it is open to all, or to whoever shows a link of it. */
  isOpen?: boolean;
  /** Of a meeting's link. */
  meetingId?: string;
}

type Rule = (actor: Actor, subject: Subject) => boolean;

/** The tenant's own backend, with a key for that. */
const backend =
  (scope: Scope): Rule =>
  (actor, { tenantId }) =>
    actor.kind === 'backend' && actor.tenantId === tenantId && actor.scopes.includes(scope);

const isMember = (actor: Actor, { tenantId }: Subject): actor is Extract<Actor, { kind: 'member' }> =>
  actor.kind === 'member' && actor.tenantId === tenantId;

const owner: Rule = (actor, subject) =>
  isMember(actor, subject) && subject.ownerId != null && actor.principalId === subject.ownerId;

const whoItIsOfferedTo: Rule = (actor, subject) =>
  isMember(actor, subject) && subject.offeredToId != null && actor.principalId === subject.offeredToId;

/** With the role, in their own tenant. */
const operatingMember: Rule = (actor, subject) => isMember(actor, subject) && actor.operates === true;

const themselves: Rule = (actor, subject) => isMember(actor, subject) && actor.principalId === subject.id;

/** The address of a room, or of a meeting's door, is known to whoever was told it; a key that is shown has to be its tenant's. */
const anyone: Rule = (actor, subject) =>
  actor.kind === 'backend' ? backend('meetings')(actor, subject) : true;

const oneOfItsHosts: Rule = (actor, subject) =>
  isMember(actor, subject) && subject.hostIds !== undefined && subject.hostIds.includes(actor.principalId);

/** Anybody who does not show a key; a key that is shown has to be its tenant's. */
const whoMayBook: Rule = (actor, { isOpen }) => isOpen === true && actor.kind !== 'backend';

const nobody: Rule = () => false;

const holder =
  (purpose: LinkPurpose): Rule =>
  (actor, { tenantId, meetingId }) =>
    actor.kind === 'attendee' &&
    actor.purpose === purpose &&
    actor.tenantId === tenantId &&
    actor.meetingId === meetingId;

const either =
  (...rules: Rule[]): Rule =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject));

interface Policy {
  /** The scope that a key needs for it; null: no key does. */
  scope: Scope | null;
  rule: Rule;
}

const byKey = (scope: Scope, besides: Rule = nobody): Policy => ({
  scope,
  rule: either(backend(scope), besides),
});
const byLink = (purpose: LinkPurpose): Policy => ({ scope: null, rule: holder(purpose) });

/** Who may do what, apart from operators, who may do everything. */
const POLICIES = {
  'meetings.book': byKey('meetings'),
  'meetings.see': byKey('meetings'),
  'meetings.change': byKey('meetings'),
  'meetings.join': byKey('meetings'),
  'meeting.visit': byKey('meetings', anyone),
  'meeting.answer': byLink('answer'),
  'meeting.propose': byLink('propose'),
  'meeting.approve': byLink('approve'),
  'meeting.decline': byLink('decline'),
  'meeting.confirm': byLink('confirm'),
  'principals.create': byKey('meetings'),
  'principals.list': byKey('meetings'),
  'colleagues.list': byKey('meetings', isMember),
  'principal.see': byKey('meetings', either(themselves, owner)),
  'principal.see-busy': byKey('meetings', either(themselves, owner)),
  'principal.change': byKey('meetings', either(themselves, owner)),
  'principal.readdress': byKey('meetings'),
  'app-passwords.change': byKey('calendars', themselves),
  'calendars.change': byKey('calendars', themselves),
  'freebusy.see': byKey('calendars', isMember),
  'booking-profile.see': byKey('meetings', themselves),
  'booking-profile.change': byKey('meetings', themselves),
  'event-types.create': byKey('meetings', themselves),
  'event-types.list': byKey('meetings', themselves),
  'event-type.see': byKey('meetings', owner),
  'event-type.change': byKey('meetings', owner),
  'bookings.list': byKey('meetings', themselves),
  'booking.see': byKey('meetings', either(owner, oneOfItsHosts)),
  'booking.change': byKey('meetings', either(owner, oneOfItsHosts)),
  'booking.decide': byKey('meetings', either(owner, oneOfItsHosts)),
  'event-type.book': byKey('meetings', either(owner, whoMayBook)),
  'rooms.create': byKey('meetings'),
  'rooms.create-own': { scope: null, rule: isMember },
  'room.visit': byKey('meetings', anyone),
  'room.begin-meeting': byKey('meetings', anyone),
  'room.see-everything': byKey('meetings', owner),
  'room.change': byKey('meetings', owner),
  'room.end-meeting': byKey('meetings', owner),
  'room.delete': byKey('meetings', owner),
  'room.restore': byKey('meetings', owner),
  'room.give': byKey('meetings'),
  'room.offer': byKey('meetings', owner),
  'room.take': { scope: null, rule: whoItIsOfferedTo },
  'ics.compose': byKey('ics'),
  'answers.report': byKey('hooks'),
  'messages.see': byKey('mail'),
  'messages.run-again': byKey('mail'),
  'operations.see': byKey('operator', operatingMember),
  'operations.mend': byKey('operator', operatingMember),
  'webhooks.see': byKey('webhooks'),
  'webhooks.change': byKey('webhooks'),
  'webhooks.send': byKey('webhooks'),
} as const satisfies Record<string, Policy>;

export type Action = keyof typeof POLICIES;
export const ACTIONS = Object.keys(POLICIES) as Action[];

/** Whether this actor may do that to this subject: the one place where it is decided, for every door. */
export const may = (actor: Actor, action: Action, subject: Subject): boolean =>
  actor.kind === 'operator' || POLICIES[action].rule(actor, subject);

/** The scope that an API key needs for it; null: it is done with no key. */
export const scopeOf = (action: Action): Scope | null => POLICIES[action].scope;
