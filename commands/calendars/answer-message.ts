import {
  messageNamed,
  setMessageStatus,
  type ScheduleMessage,
} from '../../adapters/postgres/calendars/messages.ts';
import { scheduleTargets, type ScheduleTarget } from '../../adapters/postgres/calendars/schedule-targets.ts';
import { addressKeysOf } from '../../adapters/postgres/people/addresses.ts';
import { collectionById } from '../../adapters/postgres/calendars/collections.ts';
import { writeComponent } from '../../domain/ical/write-jcal.ts';
import { answered, type Answer } from '../../domain/itip/broker/answer.ts';
import { acceptCounter, declineCounter } from '../../domain/itip/broker/counter.ts';
import type { Proposal } from '../../domain/itip/broker/outcome.ts';
import { receive } from '../../domain/itip/broker/receive.ts';
import { demand } from '../../policies/missing-privilege.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { privilegesOf } from '../../policies/privileges.ts';
import type { Member, SeenCollection } from '../../queries/calendars/collections.ts';
import { putObject } from './put-object.ts';
import type { CalendarDeps } from './scheduling/deps.ts';
import { calendarIn } from './scheduling/object-text.ts';
import { postingAbout } from './scheduling/posting.ts';
import { readMessage } from './scheduling/send-message.ts';

export interface AnswerMessage {
  inbox: SeenCollection;
  /** Who answers. */
  member: Member;
  /** Of the message. */
  name: string;
}

/**
 * Answers an invitation that is in an inbox, as a client does that writes the answer into its owner's calendar. One by a stranger
 * comes into the calendar with it.
 *
 * @throws MissingPrivilege; NotPermitted where there is none; CalendarRefusal
 */
export async function answerInvitation(
  deps: CalendarDeps,
  { inbox, member, name }: AnswerMessage,
  answer: Answer,
): Promise<void> {
  const message = await messageOf(deps, inbox, name, 'REQUEST');
  if (message.status === 'unconfirmed') await confirm(deps, inbox, message);
  const { target, calendar } = await ownOf(deps, inbox, member, message);
  const stored = target.existing && calendarIn(target.existing.raw);
  if (!target.existing || !stored) throw new NotPermitted('The event');
  await putObject(deps, {
    ...{ calendar, member, name: target.existing.name, expected: {}, hrefOf: (other) => other },
    text: writeComponent(answered(stored, { addresses: target.addresses }, answer)),
  });
  await setMessageStatus(deps.knex, inbox.id, name, 'processed');
}

/** From now on it is an invitation as any other. */
async function confirm(
  deps: CalendarDeps,
  { tenantId }: SeenCollection,
  message: ScheduleMessage,
): Promise<void> {
  const { name, uid, recipient, sender, raw } = message;
  const { method, calendar } = readMessage(raw);
  const about = { tenantId, uid, addresses: [recipient], nowMs: deps.clock.nowMs() };
  await postingAbout(deps, about, (postman) =>
    postman.receive(
      { method, uid, recipient, sender, calendar, recurrenceIds: [null], significant: true },
      { name, isConfirmed: true },
    ),
  );
}

/**
 * Decides about another time that an attendee proposes (RFC 5546 §3.2.7, §3.2.8): the event moves there and everybody is asked again,
 * or the attendee hears that it stays.
 *
 * @param note to the attendee, where it stays
 * @throws MissingPrivilege; NotPermitted where there is none; CalendarRefusal
 */
export async function decideCounter(
  deps: CalendarDeps,
  { inbox, member, name }: AnswerMessage,
  { approve, note = '' }: { approve: boolean; note?: string },
): Promise<void> {
  const message = await messageOf(deps, inbox, name, 'COUNTER');
  if (message.status !== 'proposed') throw new NotPermitted('The proposal');
  const { target, calendar } = await ownOf(deps, inbox, member, message);
  const stored = target.existing && calendarIn(target.existing.raw);
  const proposal = stored && proposalIn(message, target, stored, deps.clock.nowMs());
  if (!target.existing || !stored || !proposal) throw new NotPermitted('The event');
  if (approve) {
    const moved = acceptCounter(stored, proposal);
    if (!moved) throw new NotPermitted('The event');
    await putObject(deps, {
      ...{ calendar, member, name: target.existing.name, expected: {}, hrefOf: (other) => other },
      text: writeComponent(moved),
    });
  } else {
    const { tenantId, principalId } = inbox;
    const nowMs = deps.clock.nowMs();
    const declined = declineCounter(stored, proposal, note, nowMs);
    const about = { tenantId, uid: message.uid, addresses: [message.sender, message.recipient], nowMs };
    if (declined) await postingAbout(deps, about, (postman) => postman.deliver([declined], { principalId }));
  }
  await setMessageStatus(deps.knex, inbox.id, name, approve ? 'approved' : 'declined');
}

function proposalIn(
  { raw, sender }: ScheduleMessage,
  { addresses }: ScheduleTarget,
  existing: NonNullable<ReturnType<typeof calendarIn>>,
  nowMs: number,
): Proposal | null {
  const outcome = receive({
    message: readMessage(raw).calendar,
    existing,
    owner: { addresses },
    sender,
    nowMs,
  });
  return outcome.kind === 'proposal' ? (outcome.proposals[0] ?? null) : null;
}

async function messageOf(
  { knex }: CalendarDeps,
  inbox: SeenCollection,
  name: string,
  method: 'REQUEST' | 'COUNTER',
): Promise<ScheduleMessage> {
  demand(inbox, 'write-content');
  const message = await messageNamed(knex, inbox.id, name);
  if (message?.method !== method) throw new NotPermitted('The message');
  return message;
}

/** The object that a message is about, and the calendar that it is in. */
async function ownOf(
  { knex }: CalendarDeps,
  { tenantId, principalId }: SeenCollection,
  member: Member,
  { uid }: ScheduleMessage,
): Promise<{ target: ScheduleTarget; calendar: SeenCollection }> {
  const addresses = await addressKeysOf(knex, principalId);
  const [target] = await scheduleTargets(knex, { tenantId, uid, addresses });
  const id = target?.existing?.calendar.id ?? target?.calendar.id;
  const reader = { tenantId, readerId: member.principalId };
  const calendar = id === undefined ? null : await collectionById(knex, reader, id);
  if (!target || !calendar) throw new NotPermitted('The event');
  return { target, calendar: { ...calendar, privileges: privilegesOf(member, calendar) } };
}
