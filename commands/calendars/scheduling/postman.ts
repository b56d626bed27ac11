import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { insertMessage, type ScheduleMessage } from '../../../adapters/postgres/calendars/messages.ts';
import {
  scheduleTargets,
  type ScheduleTarget,
} from '../../../adapters/postgres/calendars/schedule-targets.ts';
import { writeObject } from '../../../adapters/postgres/calendars/write-object.ts';
import { isOfAttendee, type ItipMessage } from '../../../domain/itip/broker/messages.ts';
import type { Outcome } from '../../../domain/itip/broker/outcome.ts';
import { receive, type ReceiveOptions } from '../../../domain/itip/broker/receive.ts';
import type { ScheduleStatus } from '../../../domain/itip/broker/schedule-status.ts';
import { writeComponent } from '../../../domain/ical/write-jcal.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { privilegesOf } from '../../../policies/privileges.ts';
import { timeTaken } from '../time-taken.ts';
import { calendarIn, storedForm } from './object-text.ts';
import type { OutsideMail } from './outside.ts';

export interface Posted {
  tenantId: string;
  uid: string;
  nowMs: Instant;
  /** The meeting that the event is; absent: it is none. */
  meetingId?: string;
  /** Takes messages to people who keep no calendar here; null: no mail can leave. */
  outside: OutsideMail | null;
}

interface Sender {
  principalId: string;
}

/** A dialogue that goes on by itself for longer than any people’s is a mistake. */
const MOST_MESSAGES = 5_000;

/**
 * Delivers messages about one UID in the transaction of the change that they tell of: into the inbox and the calendar of who
 * keeps one here (RFC 6638 §4), and to the door of all others. What these deliveries bring about is delivered as well.
 */
export class Postman {
  readonly #trx: Knex.Transaction;
  readonly #posted: Posted;
  readonly #targets = new Map<string, ScheduleTarget>();
  #left = MOST_MESSAGES;
  /** What has to be sent on once the transaction is done. */
  readonly pending: PendingEvent[] = [];

  constructor(trx: Knex.Transaction, posted: Posted) {
    this.#trx = trx;
    this.#posted = posted;
  }

  /** Reads who of some keeps a calendar here. @param addresses in lower case */
  async meet(addresses: readonly string[]): Promise<void> {
    const unknown = addresses.filter((address) => !this.#targets.has(address));
    if (unknown.length === 0) return;
    const { tenantId, uid } = this.#posted;
    for (const target of await scheduleTargets(this.#trx, { tenantId, uid, addresses: unknown }))
      for (const address of target.addresses) this.#targets.set(address, target);
  }

  isHere(address: string): boolean {
    return this.#targets.has(address);
  }

  /** An object that was written here meanwhile: whoever answers, answers that one. */
  wrote(principalId: string, object: NonNullable<ScheduleTarget['existing']>): void {
    for (const target of this.#targets.values())
      if (target.principalId === principalId) target.existing = object;
  }

  /** What will become of messages, by their recipients (RFC 6638 §3.2.9). */
  async outlook(messages: readonly ItipMessage[], sender: Sender): Promise<Map<string, ScheduleStatus>> {
    await this.meet(messages.map(({ recipient }) => recipient));
    return new Map(messages.map((message) => [message.recipient, this.#statusOf(message, sender)]));
  }

  #statusOf(message: ItipMessage, sender: Sender): ScheduleStatus {
    const target = this.#targets.get(message.recipient);
    if (target) return mayDeliver(target, sender, message) ? '1.2' : '3.8';
    if (!message.recipient.includes('@')) return '3.7';
    return this.#posted.outside ? '1.0' : '5.1';
  }

  async deliver(messages: readonly ItipMessage[], sender: Sender): Promise<void> {
    await this.meet(messages.map(({ recipient }) => recipient));
    for (const message of messages) {
      if (--this.#left < 0) throw new Error('messages about one event bring about ever more of them');
      await this.#deliverOne(message, sender);
    }
  }

  /**
   * A message that came from outside.
   *
   * @param as.name of its own in the inbox, where it is put once
   * @param as.isConfirmed false: it goes into the inbox, and not into the calendar
   * @returns why it says nothing; null: it does
   */
  async receive(
    message: ItipMessage,
    { name, isConfirmed }: { name: string; isConfirmed: boolean },
  ): Promise<string | null> {
    await this.meet([message.recipient]);
    const target = this.#targets.get(message.recipient);
    if (!target) return 'not-invited';
    if (!isConfirmed) {
      await this.#show(target, message, { name, status: 'unconfirmed' });
      return null;
    }
    const outcome = this.#outcomeFor(target, message);
    await this.#take(target, message, outcome, name);
    return outcome.kind === 'ignored' ? outcome.reason : null;
  }

  async #deliverOne(message: ItipMessage, sender: Sender): Promise<void> {
    const status = this.#statusOf(message, sender);
    const target = this.#targets.get(message.recipient);
    const { outside, tenantId, nowMs } = this.#posted;
    if (status === '1.0' && outside)
      this.pending.push(
        await outside.take(this.#trx, { tenantId, principalId: sender.principalId, message, atMs: nowMs }),
      );
    if (status !== '1.2' || !target) return;
    const outcome = this.#outcomeFor(target, message, { organizerMayChange: true });
    await this.#take(target, message, outcome, `${randomUUID()}.ics`);
  }

  #outcomeFor(target: ScheduleTarget, message: ItipMessage, options: ReceiveOptions = {}): Outcome {
    return receive({
      message: message.calendar,
      existing: target.existing && calendarIn(target.existing.raw),
      deleted: target.deleted === null ? null : calendarIn(target.deleted),
      owner: { addresses: target.addresses },
      sender: message.sender,
      nowMs: this.#posted.nowMs,
      options,
    });
  }

  async #take(target: ScheduleTarget, message: ItipMessage, outcome: Outcome, name: string): Promise<void> {
    if (outcome.kind === 'stored') await this.#store(target, outcome);
    const status = statusOf(message, outcome);
    if (status !== null) await this.#show(target, message, { name, status });
    await this.deliver(outcome.messages, { principalId: target.principalId });
  }

  /** Puts a message into the inbox. */
  #show(
    { inbox }: ScheduleTarget,
    { uid, sender, recipient, method, calendar }: ItipMessage,
    { name, status }: Pick<ScheduleMessage, 'name' | 'status'>,
  ): Promise<void> {
    return insertMessage(this.#trx, {
      ...{ tenantId: this.#posted.tenantId, collectionId: inbox.id, name, status },
      ...{ uid, sender, recipient, method, raw: writeComponent(calendar) },
    });
  }

  async #store(target: ScheduleTarget, outcome: Extract<Outcome, { kind: 'stored' }>): Promise<void> {
    const { text, object } = storedForm(outcome.object);
    const { existing } = target;
    const calendar = existing?.calendar ?? target.calendar;
    const isSameTag = existing !== null && existing.scheduleTag !== null && !outcome.scheduleTagChanges;
    const scheduleTag = isSameTag ? existing.scheduleTag : randomUUID();
    const name = existing?.name ?? `${randomUUID()}.ics`;
    const meetingId = this.#posted.meetingId ?? existing?.meetingId ?? null;
    await writeObject(this.#trx, calendar, {
      ...{ name, uid: object.uid, raw: text, component: object.component, scheduleTag },
      meetingId,
      ...timeTaken(calendar, object, { addresses: target.addresses, meetingId }),
    });
    target.existing = { name, raw: text, scheduleTag, meetingId, calendar };
  }
}

/** What the inbox says of a message; null: nobody needs to see it. */
function statusOf({ method, significant }: ItipMessage, outcome: Outcome): ScheduleMessage['status'] | null {
  switch (outcome.kind) {
    case 'stored':
      if (method === 'REQUEST' && !significant) return null;
      return outcome.asks ? 'unread' : 'processed';
    case 'proposal':
      return 'proposed';
    case 'proposal-declined':
      return 'processed';
    case 'refresh':
    case 'ignored':
      return null;
  }
}

/** Whose inbox it is has said who may put what into it (RFC 6638 §6.1.1). */
function mayDeliver(
  { principalId, ownerId, inbox }: ScheduleTarget,
  sender: Sender,
  { method }: ItipMessage,
): boolean {
  const guarded = { kind: 'inbox' as const, principalId, ownerId, grants: inbox.grants };
  return privilegesOf(sender, guarded).has(
    isOfAttendee(method) ? 'schedule-deliver-reply' : 'schedule-deliver-invite',
  );
}
