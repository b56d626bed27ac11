import { textOf } from '../../../../domain/ical/jcal.ts';
import type { JcalComponent } from '../../../../domain/ical/parse-calendars.ts';
import { acceptCounter, declineCounter } from '../../../../domain/itip/broker/counter.ts';
import type { ItipMessage } from '../../../../domain/itip/broker/messages.ts';
import type { Outcome, Proposal } from '../../../../domain/itip/broker/outcome.ts';
import { receive } from '../../../../domain/itip/broker/receive.ts';
import { scheduleChange, type ScheduleOptions } from '../../../../domain/itip/broker/schedule-change.ts';
import { stored } from './calendar.ts';

export interface Person {
  addresses: readonly string[];
  object: JcalComponent | null;
  deleted: JcalComponent | null;
  outcome: Outcome | null;
  last: Sent | null;
  proposals: Proposal[];
  /** What was ignored until what it is about is known. */
  waiting: Sent[];
}

/** A message under way, as its text says it. */
export interface Sent {
  message: ItipMessage;
  sender: string;
}

/** Some people with a calendar each, and one event in all of them. Messages lie in `under way` until they are delivered. */
export class World {
  readonly people = new Map<string, Person>();
  underWay: Sent[] = [];
  log: Sent[] = [];
  refused: string | null = null;
  nowMs: number;

  constructor(users: Readonly<Record<string, readonly string[]>>, nowMs: number) {
    this.nowMs = nowMs;
    for (const [name, addresses] of Object.entries(users)) {
      this.people.set(name, {
        addresses,
        object: null,
        deleted: null,
        outcome: null,
        last: null,
        proposals: [],
        waiting: [],
      });
    }
  }

  person(name: string): Person {
    const person = this.people.get(name);
    if (!person) throw new Error(`nobody is called ${name}`);
    return person;
  }

  named(address: string): string {
    return [...this.people].find(([, { addresses }]) => addresses.includes(address))?.[0] ?? address;
  }

  /** A client stores, changes or deletes its object. */
  change(name: string, after: JcalComponent | null, options: ScheduleOptions = {}): void {
    const person = this.person(name);
    this.nowMs += 1000;
    const isLocal = (address: string) =>
      [...this.people.values()].some(({ addresses }) => addresses.includes(address));
    const result = scheduleChange({
      before: person.object,
      after,
      owner: person,
      nowMs: this.nowMs,
      options: { mayOrganize: isLocal, ...options },
    });
    this.refused = result.kind === 'refused' ? result.refusal : null;
    if (result.kind === 'refused') return;
    const object = result.object ?? after;
    person.deleted = object === null ? person.object : null;
    person.object = object && stored(object);
    this.send(result.messages);
    if (after !== null) this.retry(name);
  }

  send(messages: readonly ItipMessage[]): void {
    const sent = messages.map((message) => ({
      message: { ...message, calendar: stored(message.calendar) },
      sender: message.sender,
    }));
    this.underWay.push(...sent);
    this.log.push(...sent);
  }

  deliver(sent: Sent): void {
    const name = this.named(sent.message.recipient);
    const person = this.people.get(name);
    if (!person) return;
    this.nowMs += 1000;
    const outcome = receive({
      message: sent.message.calendar,
      existing: person.object,
      deleted: person.deleted,
      owner: person,
      sender: sent.sender,
      nowMs: this.nowMs,
      options: { organizerMayChange: true },
    });
    person.outcome = outcome;
    person.last = sent;
    if (outcome.kind === 'proposal') person.proposals.push(...outcome.proposals);
    this.send(outcome.messages);
    // Where the newest version is asked for, it takes the place of what is not understood.
    const waits =
      outcome.kind === 'ignored' && /^unknown-/.test(outcome.reason) && outcome.messages.length === 0;
    if (waits) person.waiting.push(sent);
    if (outcome.kind === 'ignored' && outcome.deleted) person.deleted = stored(outcome.deleted);
    if (outcome.kind !== 'stored') return;
    if (textOf(outcome.object, 'method') !== '') throw new Error('METHOD is stored');
    person.object = stored(outcome.object);
    this.retry(name);
  }

  private retry(name: string): void {
    const person = this.person(name);
    const waiting = person.waiting;
    person.waiting = [];
    for (const sent of waiting) this.deliver(sent);
  }

  deliverAll(): void {
    for (let sent = this.underWay.shift(); sent; sent = this.underWay.shift()) this.deliver(sent);
  }

  approve(name: string): void {
    const person = this.person(name);
    const proposal = person.proposals.pop();
    const changed = proposal && person.object && acceptCounter(person.object, proposal);
    if (!changed) throw new Error('there is nothing to approve');
    this.change(name, changed);
  }

  disapprove(name: string): void {
    const person = this.person(name);
    const proposal = person.proposals.pop();
    const message =
      proposal && person.object && declineCounter(person.object, proposal, 'It stays.', this.nowMs);
    if (!message) throw new Error('there is nothing to decline');
    this.send([message]);
  }
}
