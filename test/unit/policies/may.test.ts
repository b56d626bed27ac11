import { describe, expect, it } from 'vitest';
import type { LinkPurpose } from '../../../domain/meeting/links.ts';
import { ANYONE, SCOPES, type Actor, type Scope } from '../../../policies/actor.ts';
import { ACTIONS, may, scopeOf, type Action, type Subject } from '../../../policies/may.ts';

const US = 'us';
const backend = (...scopes: Scope[]): Actor => ({ kind: 'backend', tenantId: US, scopes });
const member = (principalId: string, tenantId = US): Actor => ({ kind: 'member', tenantId, principalId });
const attendee = (purpose: LinkPurpose, meetingId = 'ours', tenantId = US): Actor => ({
  kind: 'attendee',
  tenantId,
  meetingId,
  attendeeId: 'guest',
  purpose,
});

const ACTORS = {
  operator: { kind: 'operator' },
  'key: meetings': backend('meetings'),
  'key: ics': backend('ics'),
  'key: hooks': backend('hooks'),
  'key: mail': backend('mail'),
  'key: operator': backend('operator'),
  'key: webhooks': backend('webhooks'),
  'key: calendars': backend('calendars'),
  'owner, or themselves': member('olga'),
  colleague: member('paul'),
  'colleague who operates': { kind: 'member', tenantId: US, principalId: 'otto', operates: true },
  'link to answer': attendee('answer'),
  'link to propose': attendee('propose'),
  'link to approve': attendee('approve'),
  'link to decline': attendee('decline'),
  'link to confirm': attendee('confirm'),
  anyone: ANYONE,
} satisfies Record<string, Actor>;
type ActorName = keyof typeof ACTORS;

/** A room of Olga's, offered to Paul, and Olga herself; a meeting. */
const SUBJECT: Subject = {
  tenantId: US,
  id: 'olga',
  ownerId: 'olga',
  offeredToId: 'paul',
  meetingId: 'ours',
};

const KEY: ActorName[] = ['operator', 'key: meetings'];
const OWN: ActorName[] = [...KEY, 'owner, or themselves'];
const PUBLIC: ActorName[] = [
  ...OWN,
  'colleague',
  'colleague who operates',
  'link to answer',
  'link to propose',
  'link to approve',
  'link to decline',
  'link to confirm',
  'anyone',
];

const OPERATORS: ActorName[] = ['operator', 'key: operator', 'colleague who operates'];

const CALENDARS: ActorName[] = ['operator', 'key: calendars', 'owner, or themselves'];

const TABLE: Record<Action, ActorName[]> = {
  'app-passwords.change': CALENDARS,
  'calendars.change': CALENDARS,
  'freebusy.see': [...CALENDARS, 'colleague', 'colleague who operates'],
  'meetings.book': KEY,
  'meetings.see': KEY,
  'meetings.change': KEY,
  'meetings.join': KEY,
  'meeting.visit': PUBLIC,
  'meeting.answer': ['operator', 'link to answer'],
  'meeting.propose': ['operator', 'link to propose'],
  'meeting.approve': ['operator', 'link to approve'],
  'meeting.decline': ['operator', 'link to decline'],
  'meeting.confirm': ['operator', 'link to confirm'],
  'principals.create': KEY,
  'principals.list': KEY,
  'colleagues.list': [...OWN, 'colleague', 'colleague who operates'],
  'principal.see': OWN,
  'principal.see-busy': OWN,
  'principal.change': OWN,
  'principal.readdress': KEY,
  'booking-profile.see': OWN,
  'booking-profile.change': OWN,
  'event-types.create': OWN,
  'event-types.list': OWN,
  'event-type.see': OWN,
  'event-type.change': OWN,
  'bookings.list': OWN,
  'booking.see': OWN,
  'booking.change': OWN,
  'booking.decide': OWN,
  'event-type.book': OWN,
  'rooms.create': KEY,
  'rooms.create-own': ['operator', 'owner, or themselves', 'colleague', 'colleague who operates'],
  'room.visit': PUBLIC,
  'room.begin-meeting': PUBLIC,
  'room.see-everything': OWN,
  'room.change': OWN,
  'room.end-meeting': OWN,
  'room.delete': OWN,
  'room.restore': OWN,
  'room.give': KEY,
  'room.offer': OWN,
  'room.take': ['operator', 'colleague'],
  'ics.compose': ['operator', 'key: ics'],
  'answers.report': ['operator', 'key: hooks'],
  'messages.see': ['operator', 'key: mail'],
  'messages.run-again': ['operator', 'key: mail'],
  'operations.see': OPERATORS,
  'operations.mend': OPERATORS,
  'webhooks.see': ['operator', 'key: webhooks'],
  'webhooks.change': ['operator', 'key: webhooks'],
  'webhooks.send': ['operator', 'key: webhooks'],
};

const allowed = (action: Action, subject: Subject, actors: Record<string, Actor> = ACTORS): string[] =>
  Object.keys(actors).filter((name) => may(actors[name]!, action, subject));

describe('every actor against every action', () => {
  it.each(ACTIONS)('%s', (action) => {
    expect(allowed(action, SUBJECT).sort()).toEqual([...TABLE[action]].sort());
  });
});

describe('of another tenant', () => {
  const OTHERS: Record<string, Actor> = {
    key: { kind: 'backend', tenantId: 'them', scopes: SCOPES },
    member: member('olga', 'them'),
    operator: { kind: 'member', tenantId: 'them', principalId: 'otto', operates: true },
    ...Object.fromEntries(
      (['propose', 'approve', 'decline', 'confirm'] as const).map((purpose) => [
        purpose,
        attendee(purpose, 'ours', 'them'),
      ]),
    ),
  };
  const VISITS: Action[] = ['meeting.visit', 'room.visit', 'room.begin-meeting'];

  it.each(ACTIONS.filter((action) => !VISITS.includes(action)))('nobody may: %s', (action) => {
    expect(allowed(action, SUBJECT, OTHERS)).toEqual([]);
  });

  it.each(VISITS)('a key may not what anyone may, and a member is anyone: %s', (action) => {
    expect(allowed(action, SUBJECT, OTHERS)).not.toContain('key');
    expect(allowed(action, SUBJECT, OTHERS)).toContain('member');
  });
});

describe('what is not theirs', () => {
  it('a link opens no other meeting', () => {
    for (const purpose of ['propose', 'approve', 'decline', 'confirm'] as const) {
      expect(may(attendee(purpose, 'another'), `meeting.${purpose}`, SUBJECT)).toBe(false);
    }
  });

  it('nobody owns what has no owner', () => {
    const ownerless = { tenantId: US, id: 'beamer', ownerId: null };
    expect(allowed('room.change', ownerless)).toEqual(KEY);
  });

  it('a key without any scope may nothing', () => {
    expect(ACTIONS.filter((action) => may(backend(), action, SUBJECT))).toEqual([]);
  });
});

it('the scope that is told is the one that a key needs', () => {
  for (const action of ACTIONS) {
    const opens = SCOPES.filter((scope) => may(backend(scope), action, SUBJECT));
    expect(opens).toEqual(scopeOf(action) === null ? [] : [scopeOf(action)]);
  }
});
