import { parameterOf } from '../../ical/jcal.ts';
import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { mailto } from '../../ical/text.ts';
import type { Instant } from '../../time/instant.ts';
import { sameTime } from './compare.ts';
import {
  adding,
  mappingProperties,
  propertiesOf,
  propertyOf,
  without,
  withoutParameters,
  withParameters,
  withParts,
  withProperty,
} from './edit.ts';
import { hasInstance, instanceAt, isOver } from './instances.ts';
import { invitedTo } from './invited.ts';
import { commentOf, type ItipMessage } from './messages.ts';
import { ignored, type Answered, type Outcome } from './outcome.ts';
import { ownIn, roleIn } from './own.ts';
import type { IgnoredBecause } from './refusal.ts';
import { requester } from './request.ts';
import { ANSWERED, ASKED } from './settle.ts';
import { compareRevisions } from './revision.ts';
import { partAt, partsOf, snapshotOf, type Attendee, type Part, type Snapshot } from './snapshot.ts';
import { addressIn, type CalendarUser } from './users.ts';

export interface ReplyReceived {
  message: Snapshot;
  existing: Snapshot | null;
  owner: CalendarUser;
  /** Who sent it, where that is known: of several attendees that a program repeats it is this one who answers. */
  sender: string | null;
  /** Whether somebody who was not invited is added by their answer. */
  crashers: 'ignore' | 'add';
  /** Whether the other attendees are told. */
  tellOthers: boolean;
  nowMs: Instant;
}

/**
 * An attendee's REPLY in the organizer's object (RFC 5546 §3.2.3, RFC 6638 §4.2), or that of a delegate in the copy of who sent
 * them. An answer for an instance makes an override of it. One to an earlier time than that which is asked about is stale.
 */
export function receiveReply(reply: ReplyReceived): Outcome {
  const { message, existing, owner } = reply;
  if (!existing) return ignored('unknown-event');
  const role = roleIn(existing, owner);
  if (message.organizer && message.organizer.address !== existing.organizer?.address)
    return ignored('organizer-differs');
  const parts = new Map<Instant | null, JcalComponent>();
  if (existing.master) parts.set(null, existing.master.component);
  for (const [id, { component }] of existing.overrides) parts.set(id, component);
  const answers: Answered[] = [];
  const touched: (Instant | null)[] = [];
  let reason: IgnoredBecause = 'nothing-new';
  let isTold = false;
  for (const said of saidOfAll(message, existing)) {
    const { id } = said;
    const of =
      partAt(existing, id) ?? (id !== null && hasInstance(existing, id) ? instanceAt(existing, id) : null);
    const taken = of
      ? answered(of, said, reply, {
          isDelegator: role === 'attendee',
          isOverride: of === partAt(existing, id),
        })
      : 'unknown-instance';
    if (typeof taken === 'string') {
      if (partAt(message, id) === said) reason = taken;
      continue;
    }
    parts.set(id, taken.component);
    touched.push(id);
    answers.push(taken.answer);
    isTold ||= taken.isNews;
  }
  if (touched.length === 0) return ignored(reason);
  const object = withParts(existing.calendar, [...parts.values()]);
  return {
    kind: 'stored',
    change: 'answered',
    object,
    recurrenceIds: touched,
    asks: false,
    answers,
    scheduleTagChanges: false,
    messages:
      role === 'organizer' && isTold && reply.tellOthers ? toOthers(object, touched, answers, reply) : [],
  };
}

/**
 * What an answer for the series says of the instances that the organizer has changed since, but not moved: the attendee did not know
 * of them as anything else.
 */
function saidOfAll(message: Snapshot, existing: Snapshot): Part[] {
  const { master } = message;
  const others = master === null ? [] : [...existing.overrides].filter(([id]) => !message.overrides.has(id));
  const unmoved = others.flatMap(([id, part]): Part[] => {
    const instance = instanceAt(existing, id);
    if (!master || !instance || !sameTime(instance, part)) return [];
    return [{ ...master, id, startMs: part.startMs, endMs: part.endMs }];
  });
  return [...partsOf(message), ...unmoved];
}

/** All others who are in it learn how the attendee answered; no SEQUENCE is raised for it. */
function toOthers(
  object: JcalComponent,
  touched: readonly (Instant | null)[],
  answers: readonly Answered[],
  { owner, nowMs }: ReplyReceived,
): ItipMessage[] {
  const now = snapshotOf(object) as Snapshot;
  if (isOver(now, nowMs)) return [];
  const request = requester(now, owner, nowMs);
  const repliers = new Set(answers.map(({ attendee }) => attendee));
  return [...invitedTo(now, owner)].flatMap(([address, invited]) => {
    const theirs = touched.filter((id) => (id === null ? invited.inMaster : invited.overrides.has(id)));
    return repliers.has(address) || theirs.length === 0 ? [] : [request(address, invited, theirs, false)];
  });
}

interface Taken {
  component: JcalComponent;
  answer: Answered;
  /** Others learn something by it. */
  isNews: boolean;
}

function answered(
  of: Part,
  said: Part,
  reply: ReplyReceived,
  { isDelegator, isOverride }: { isDelegator: boolean; isOverride: boolean },
): Taken | IgnoredBecause {
  const attendee = answererOf(said, reply.sender);
  if (!attendee) return 'attendee-unclear';
  const { address, partstat, delegatedFrom } = attendee;
  const own = ownIn(of, reply.owner);
  // A delegator hears of their delegate, and of nobody else.
  if (isDelegator && !(own && delegatedFrom.includes(own.address))) return 'attendee-not-invited';
  const known = of.attendees.get(address);
  if (!known) {
    const isSent = delegatedFrom.some((from) => of.attendees.has(from)) && of.component[0] === 'vevent';
    if (!isSent && reply.crashers === 'ignore') return 'attendee-not-invited';
  }
  if (known && isStale(of, known, said, isOverride)) return 'stale';
  const comment = commentOf(said.component);
  const line = answeringLine(known, attendee, said);
  const component = withComment(
    withProgress(withLine(of.component, line, of, attendee), of, said),
    address,
    comment,
  );
  if (JSON.stringify(component) === JSON.stringify(of.component)) return 'nothing-new';
  const isNews = known?.partstat !== partstat || String(known.delegatedTo) !== String(attendee.delegatedTo);
  const answer = {
    attendee: address,
    partstat,
    recurrenceId: of.id,
    comment,
    delegatedTo: attendee.delegatedTo,
  };
  return { component, answer, isNews };
}

/** An answer has one ATTENDEE; programs that copy the request send all. */
function answererOf({ attendees }: Part, sender: string | null): Attendee | null {
  const all = [...attendees.values()];
  const named = sender === null ? undefined : attendees.get(sender);
  const [only] = all;
  return (
    named ?? (all.length === 1 && only ? only : (all.find((one) => one.partstat === 'DELEGATED') ?? null))
  );
}

/** An answer to an earlier time than the attendee was last asked about, or one that a later answer of theirs has overtaken. */
function isStale(of: Part, known: Attendee, said: Part, isOverride: boolean): boolean {
  const asked = parameterOf(known.property, ASKED);
  const [sequence, dtstamp] = (parameterOf(known.property, ANSWERED) ?? '').split('/').map(Number);
  if (asked !== null && Number(asked) > said.sequence) return true;
  if (asked === null && said.sequence < of.sequence) {
    // What was changed since is not known. An answer that tells its time says itself whether that is still the time.
    if (said.startMs === null || said.startMs !== of.startMs || said.endMs !== of.endMs) return true;
  }
  // What was answered for the series says nothing of an answer for one instance.
  if (!isOverride || sequence === undefined || dtstamp === undefined) return false;
  return compareRevisions(said, { sequence, dtstampMs: dtstamp }) < 0;
}

/** RFC 6638 §3.2.9: the REQUEST-STATUS of the answer is the SCHEDULE-STATUS of who answered. */
function answeringLine(known: Attendee | undefined, attendee: Attendee, said: Part): JcalProperty {
  const isForeign = (name: string) =>
    name.startsWith('schedule-') || name.startsWith('x-parley-') || name === 'rsvp';
  const line = known?.property ?? withoutParameters(attendee.property, isForeign);
  const status = propertyOf(said.component, 'request-status')?.[3];
  const code =
    /^[1-5](?:\.\d{1,3}){1,2}/.exec(String(Array.isArray(status) ? status[0] : (status ?? '2.0')))?.[0] ??
    '2.0';
  return withParameters(line, {
    partstat: attendee.partstat,
    'delegated-to': attendee.property[1]['delegated-to'] ?? null,
    'schedule-status': code,
    ...(said.dtstampMs === null ? {} : { [ANSWERED]: `${said.sequence}/${said.dtstampMs}` }),
    ...(attendee.delegatedFrom.length > 0
      ? { 'delegated-from': attendee.property[1]['delegated-from'] ?? null }
      : {}),
  });
}

function withLine(component: JcalComponent, line: JcalProperty, of: Part, attendee: Attendee): JcalComponent {
  const isKnown = of.attendees.has(attendee.address);
  const replaced = mappingProperties(component, (property) =>
    property[0] === 'attendee' && addressIn(property) === attendee.address ? line : property,
  );
  const delegates = (component[0] === 'vevent' ? attendee.delegatedTo : []).filter(
    (to) => !of.attendees.has(to),
  );
  return adding(
    isKnown ? replaced : adding(replaced, line),
    ...delegates.map((to) => delegateLine(to, attendee, of)),
  );
}

/** Whom an attendee sends is invited with it (RFC 5546 §3.2.2.3). */
const delegateLine = (to: string, { address }: Attendee, of: Part): JcalProperty => {
  const role = of.attendees.get(address)?.property[1]['role'];
  return [
    'attendee',
    {
      ...(role === undefined ? {} : { role }),
      partstat: 'NEEDS-ACTION',
      rsvp: 'TRUE',
      'delegated-from': [mailto(address)],
    },
    'cal-address',
    mailto(to),
  ];
};

/** How far a VTODO is, is known of the only one who does it. */
function withProgress(component: JcalComponent, of: Part, said: Part): JcalComponent {
  if (component[0] !== 'vtodo' || of.attendees.size > 1) return component;
  return ['percent-complete', 'completed'].reduce((result, name) => {
    const property = propertyOf(said.component, name);
    return property ? withProperty(result, property) : result;
  }, component);
}

const COMMENT = 'x-calendarserver-attendee-comment';
const OF = 'x-calendarserver-attendee-ref';

/** The organizer alone sees it, where Apple's programs look for it. */
function withComment(component: JcalComponent, address: string, comment: string): JcalComponent {
  const of = mailto(address);
  const others = propertiesOf(component, COMMENT).filter((property) => property[1][OF] !== of);
  const known = propertiesOf(component, COMMENT).length - others.length;
  if (comment === '' && known === 0) return component;
  const lines: JcalProperty[] = comment === '' ? [] : [[COMMENT, { [OF]: of }, 'text', comment]];
  return adding(without(component, COMMENT), ...others, ...lines);
}
