import { randomUUID } from 'node:crypto';
import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import type { Understanding } from '../../activities/understanding/decision.ts';
import {
  createMeeting,
  insertBookingRequest,
  type BookedMeeting,
} from '../../adapters/postgres/booked-meetings.ts';
import { writeCalendar } from '../../domain/ical/write.ts';
import type { Decided, Proposed, Withdrawn } from '../../domain/meeting/events.ts';
import type { Budgets } from '../../domain/meeting/budgets.ts';
import type {
  BouncePolicy,
  DeclinePolicy,
  MeetingInput,
  Role,
  RoomTimings,
} from '../../domain/meeting/state.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';
import type { MeetingOutcome } from '../../workflows/meeting/messages.ts';
import { BUDGETS } from './budgets.ts';
import { bounceReport } from './bounce.ts';
import { HOUR, LivingMeeting, MINUTE } from './living-meeting.ts';
import { see, type SeenMail } from './seen-mail.ts';
import { waitForMail } from './smtp-catcher.ts';
import type { World } from './world.ts';

export type { SeenMail } from './seen-mail.ts';

export { HOUR, MINUTE };

/** The code that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((caught: unknown) => caught);
  if (!(error instanceof MeetingRefused)) throw new Error('it was not refused', { cause: error });
  return error.code;
}

export interface MeetingOptions {
  startsInMs?: number;
  lengthMs?: number;
  policy?: DeclinePolicy;
  bouncePolicy?: BouncePolicy;
  proposalExpiryHours?: number;
  budgets?: Partial<Budgets>;
  /** Absent: every note is a mail of its own. */
  notesPauseMs?: number;
  timings?: Partial<RoomTimings>;
  host?: string;
  guest?: string;
}

type MeetingSettings = Pick<MeetingInput, 'timings' | 'bouncePolicy' | 'budgets' | 'notesPauseMs'>;

/** One meeting and its two people, for scripts that read like the story they tell. */
export class MeetingScript extends LivingMeeting {
  readonly meeting: BookedMeeting;
  readonly addresses: Record<Role, string>;
  readonly #settings: MeetingSettings;

  private constructor(
    world: World,
    meeting: BookedMeeting,
    addresses: Record<Role, string>,
    settings: MeetingSettings,
  ) {
    super(world, meeting.uid);
    this.meeting = meeting;
    this.addresses = addresses;
    this.#settings = settings;
  }

  static async create(world: World, options: MeetingOptions = {}): Promise<MeetingScript> {
    const id = randomUUID();
    const startMs = Math.ceil(((await world.nowMs()) + (options.startsInMs ?? 72 * HOUR)) / 1000) * 1000;
    const addresses = {
      host: options.host ?? `host-${id.slice(0, 8)}@example.com`,
      guest: options.guest ?? `guest-${id.slice(0, 8)}@example.org`,
    };
    const meeting = await createMeeting(world.database, {
      id,
      tenantId: world.tenant.id,
      organizerEmail: world.tenant.organizerEmail,
      title: 'Practice',
      description: 'Bring a question.',
      startMs,
      endMs: startMs + (options.lengthMs ?? HOUR),
      policy: options.policy ?? 'strict',
      proposalExpiryHours: options.proposalExpiryHours ?? 48,
      host: { email: addresses.host, name: 'Hanna', timezone: 'Europe/Berlin' },
    });
    const timings = {
      readyBeforeMs: MINUTE,
      graceMs: 15 * MINUTE,
      forceCloseMs: 30 * MINUTE,
      ...options.timings,
    };
    const bouncePolicy = options.bouncePolicy ?? 'keep';
    const budgets = { ...BUDGETS, ...options.budgets };
    return new MeetingScript(world, meeting, addresses, {
      timings,
      bouncePolicy,
      budgets,
      notesPauseMs: options.notesPauseMs ?? 0,
    });
  }

  static async booked(world: World, options: MeetingOptions = {}): Promise<MeetingScript> {
    const script = await MeetingScript.create(world, options);
    await script.book();
    return script;
  }

  /** The same meeting, asked without looking first (hasty-meetings.ts). */
  get hasty(): MeetingScript {
    const world = { ...this.world, meetings: this.world.hasty };
    return new MeetingScript(world, this.meeting, this.addresses, this.#settings);
  }

  async book(requestId: string = randomUUID()): Promise<MeetingOutcome> {
    await insertBookingRequest(this.world.database, {
      id: requestId,
      tenantId: this.meeting.tenantId,
      meetingId: this.meeting.id,
      guest: { email: this.addresses.guest, name: 'Gus', timezone: 'America/New_York' },
    });
    const key = `booked/${requestId}`;
    return this.world.meetings.book(this.#input(), { type: 'booked', key, door: 'api', requestId });
  }

  cancel(reason = ''): Promise<MeetingOutcome> {
    const event = { type: 'cancelled', key: randomUUID(), door: 'api', reason } as const;
    return this.world.meetings.cancel(this.#input(), event);
  }

  #input() {
    const { id, tenantId, uid, title, startMs, endMs, policy, proposalExpiryHours } = this.meeting;
    const proposalExpiryMs = proposalExpiryHours * HOUR;
    return {
      meetingId: id,
      tenantId,
      uid,
      title,
      startMs,
      endMs,
      policy,
      proposalExpiryMs,
      ...this.#settings,
    };
  }

  /** A proposal by link. */
  async propose(role: Role, about: Partial<Proposed> = {}): Promise<string> {
    const proposalId = about.proposalId ?? randomUUID();
    await this.world.meetings.update(this.meeting.uid, {
      type: 'proposed',
      key: `propose/${proposalId}`,
      door: 'link',
      role,
      proposalId,
      startMs: this.meeting.startMs + 24 * HOUR,
      endMs: this.meeting.endMs + 24 * HOUR,
      note: '',
      sequence: null,
      linkId: null,
      ...about,
    });
    return proposalId;
  }

  decide(type: Decided['type'], role: Role, proposalId: string): Promise<MeetingOutcome> {
    const event: Decided = {
      type,
      key: `${type}/${proposalId}`,
      door: 'link',
      role,
      proposalId,
      linkId: null,
    };
    return this.world.meetings.update(this.meeting.uid, event);
  }

  withdraw(role: Role, proposalId: string): Promise<MeetingOutcome> {
    const event: Withdrawn = {
      type: 'withdrawn',
      key: `withdraw/${proposalId}`,
      door: 'link',
      role,
      proposalId,
      linkId: null,
    };
    return this.world.meetings.update(this.meeting.uid, event);
  }

  /** An answer by mail, as a calendar program sends it. */
  async reply(
    role: Role,
    partstat: Exclude<Partstat, 'NEEDS-ACTION'>,
    about: { sequence?: number; dtstampMs?: number; from?: string; attendee?: string; to?: string } = {},
  ): Promise<Understanding> {
    const from = about.from ?? this.addresses[role];
    return this.#mail(from, {
      ...(about.attendee === undefined ? {} : { attendee: about.attendee }),
      ...(about.to === undefined ? {} : { to: about.to }),
      method: 'REPLY',
      partstat,
      sequence: about.sequence ?? (await this.state()).sequence,
      dtstampMs: about.dtstampMs ?? (await this.world.nowMs()),
      time: this.meeting,
    });
  }

  /** "Propose new time" in a calendar program. */
  async counter(
    role: Role,
    time: { startMs: number; endMs: number },
    sequence?: number,
  ): Promise<Understanding> {
    return this.#mail(this.addresses[role], {
      method: 'COUNTER',
      partstat: 'TENTATIVE',
      sequence: sequence ?? (await this.state()).sequence,
      dtstampMs: await this.world.nowMs(),
      time,
    });
  }

  /** The calendar program asks for the newest version. */
  async refresh(role: Role): Promise<Understanding> {
    const { sequence } = await this.state();
    const dtstampMs = await this.world.nowMs();
    return this.#mail(this.addresses[role], {
      method: 'REFRESH',
      partstat: 'NEEDS-ACTION',
      sequence,
      dtstampMs,
      time: this.meeting,
    });
  }

  /** A mail in words, in answer to the newest one that the party got; with more header lines where a program writes. */
  async write(role: Role, text: string, headers: string[] = []): Promise<Understanding> {
    const [newest] = (await this.mail(role, 1)).reverse();
    const from = this.addresses[role];
    const to = this.world.tenant.organizerEmail;
    const raw = [
      `From: ${from}`,
      `To: ${to}`,
      `Message-ID: <${randomUUID()}@example.com>`,
      `In-Reply-To: ${newest?.messageId ?? ''}`,
      `Subject: Re: ${newest?.subject ?? ''}`,
      ...headers,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      text,
      '',
    ].join('\r\n');
    return this.#arrive(Buffer.from(raw), from);
  }

  /** The Message-ID of the invitation that the party got. */
  async invitationId(role: Role): Promise<string> {
    const [invitation] = await this.mail(role, 1);
    return invitation?.messageId ?? '';
  }

  /** The party's invitation comes back for good. */
  async bounce(role: Role): Promise<Understanding> {
    const to = this.world.tenant.organizerEmail;
    const messageId = await this.invitationId(role);
    return this.#arrive(bounceReport({ to, recipient: this.addresses[role], messageId }), null);
  }

  #arrive(raw: Buffer, from: string | null, to = this.world.tenant.organizerEmail): Promise<Understanding> {
    return this.world.ingest({ raw, door: 'smtp', envelope: { from, to: [to] }, tenantId: null });
  }

  #mail(
    from: string,
    about: {
      method: 'REPLY' | 'COUNTER' | 'REFRESH';
      attendee?: string;
      to?: string;
      partstat: Partstat;
      sequence: number;
      dtstampMs: number;
      time: { startMs: number; endMs: number };
    },
  ): Promise<Understanding> {
    const { organizerEmail } = this.world.tenant;
    const to = about.to ?? organizerEmail;
    const calendar = writeCalendar({
      ...about,
      uid: this.meeting.uid,
      zone: null,
      summary: 'Practice',
      description: '',
      joinUrl: null,
      organizer: { address: organizerEmail, name: null },
      attendee: { address: about.attendee ?? from, name: null, partstat: about.partstat },
      comment: '',
    });
    const raw = [
      `From: ${from}`,
      `To: ${to}`,
      `Message-ID: <${randomUUID()}@example.com>`,
      'MIME-Version: 1.0',
      `Content-Type: text/calendar; method=${about.method}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(calendar).toString('base64'),
      '',
    ].join('\r\n');
    return this.#arrive(Buffer.from(raw), from, to);
  }

  /** The party's mail, once so many messages are there, oldest first. */
  async mail(role: Role, count: number): Promise<SeenMail[]> {
    const caught = await waitForMail(this.world.catcher, { to: this.addresses[role], count });
    return Promise.all(caught.map(see));
  }
}
