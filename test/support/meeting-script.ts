import { randomUUID } from 'node:crypto';
import type { Understanding } from '../../activities/understanding/decision.ts';
import {
  createMeeting,
  insertInviteRequest,
  type BookedMeeting,
} from '../../adapters/postgres/booked-meetings.ts';
import type { Decided, Proposed, Withdrawn } from '../../domain/meeting/events.ts';
import type {
  Budgets,
  BouncePolicy,
  DeclinePolicy,
  BookingInput,
  BookingState,
  RoomTimings,
} from '../../domain/meeting/state.ts';
import { idsFor, type AttendeeId, type Invite, type Part } from '../../domain/meeting/attendee-id.ts';
import type { Reminders } from '../../domain/meeting/reminders.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';
import type { MeetingOutcome } from '../../workflows/meeting/messages.ts';
import { calendarMail, wordsMail, type CalendarMail } from './attendee-mail.ts';
import { BUDGETS } from './budgets.ts';
import { bounceReport } from './bounce.ts';
import { HOUR, LivingMeeting, MINUTE } from './living-meeting.ts';
import { see, type SeenMail } from './seen-mail.ts';
import { waitForMail } from './smtp-catcher.ts';
import type { World } from './world.ts';

export { refusal } from './refusal.ts';
export type { SeenMail } from './seen-mail.ts';
export { HOUR, MINUTE };

export interface MeetingOptions {
  startsInMs?: number;
  lengthMs?: number;
  policy?: DeclinePolicy;
  bouncePolicy?: BouncePolicy;
  proposalExpiryHours?: number;
  budgets?: Partial<Budgets>;
  /** Absent: every note is a mail of its own. */
  notesPauseMs?: number;
  /** Minutes before the start; absent: nobody is reminded. */
  reminders?: Reminders;
  timings?: Partial<RoomTimings>;
  host?: string;
  guest?: string;
  /** Who is invited with the guest, in the order of their ids. */
  others?: Part[];
}

/** Of everybody by their id; these two are in every script. */
type Addresses = Record<AttendeeId, string> & { host: string; guest: string };

type MeetingSettings = Pick<
  BookingInput,
  'timings' | 'bouncePolicy' | 'budgets' | 'notesPauseMs' | 'reminders'
>;

const HOST = { id: 'host', role: 'host', required: true } as const;

/** One meeting and its people, for scripts that read like the story they tell. */
export class MeetingScript extends LivingMeeting<BookingState> {
  readonly meeting: BookedMeeting;
  readonly addresses: Addresses;
  readonly #others: readonly Part[];
  readonly #settings: MeetingSettings;

  private constructor(
    world: World,
    meeting: BookedMeeting,
    addresses: Addresses,
    others: readonly Part[],
    settings: MeetingSettings,
  ) {
    super(world, meeting.uid);
    this.meeting = meeting;
    this.addresses = addresses;
    this.#others = others;
    this.#settings = settings;
  }

  static async create(world: World, options: MeetingOptions = {}): Promise<MeetingScript> {
    const id = randomUUID();
    const startMs = Math.ceil(((await world.nowMs()) + (options.startsInMs ?? 72 * HOUR)) / 1000) * 1000;
    const others = options.others ?? [];
    const otherIds = idsFor(['host', 'guest'], others);
    const addresses = {
      host: options.host ?? `host-${id.slice(0, 8)}@example.com`,
      guest: options.guest ?? `guest-${id.slice(0, 8)}@example.org`,
      ...Object.fromEntries(otherIds.map((other) => [other, `${other}-${id.slice(0, 8)}@example.net`])),
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
      attendees: [{ ...HOST, email: addresses.host, name: 'Hanna', timezone: 'Europe/Berlin' }],
    });
    const timings = {
      readyBeforeMs: MINUTE,
      graceMs: 15 * MINUTE,
      forceCloseMs: 30 * MINUTE,
      ...options.timings,
    };
    const bouncePolicy = options.bouncePolicy ?? 'keep';
    const budgets = { ...BUDGETS, ...options.budgets };
    return new MeetingScript(world, meeting, addresses, others, {
      ...{ timings, bouncePolicy, budgets },
      notesPauseMs: options.notesPauseMs ?? 0,
      ...(options.reminders && { reminders: options.reminders }),
    });
  }

  static async booked(world: World, options: MeetingOptions = {}): Promise<MeetingScript> {
    const script = await MeetingScript.create(world, options);
    await script.book();
    return script;
  }

  /** The same meeting, asked without looking first (hasty-meetings.ts). */
  get hasty(): MeetingScript {
    const { world, meeting, addresses } = this;
    return new MeetingScript(
      { ...world, meetings: world.hasty },
      meeting,
      addresses,
      this.#others,
      this.#settings,
    );
  }

  async book(requestId: string = randomUUID()): Promise<MeetingOutcome> {
    const parts: Part[] = [{ role: 'guest', required: true }, ...this.#others];
    const ids = idsFor(['host'], parts);
    const invites: Invite[] = parts.map((part, at) => ({
      ...part,
      requestId: at === 0 ? requestId : randomUUID(),
    }));
    for (const [at, invite] of invites.entries()) await this.#ask(invite.requestId, ids[at]!);
    const event = { type: 'booked', key: `booked/${requestId}`, door: 'api', invites } as const;
    return this.world.meetings.book(this.#input(), event);
  }

  #ask(requestId: string, id: AttendeeId): Promise<void> {
    return insertInviteRequest(this.world.database, {
      id: requestId,
      tenantId: this.meeting.tenantId,
      meetingId: this.meeting.id,
      person: { email: this.address(id), name: id === 'guest' ? 'Gus' : id, timezone: 'America/New_York' },
    });
  }

  /** Invites somebody else to the meeting. */
  async add(
    id: AttendeeId,
    { role, required }: Part = { role: 'guest', required: true },
  ): Promise<MeetingOutcome> {
    const requestId = randomUUID();
    this.addresses[id] ??= `${id}-${requestId.slice(0, 8)}@example.net`;
    await this.#ask(requestId, id);
    const invite = { requestId, role, required };
    const event = { type: 'attendee-added', key: `added/${requestId}`, door: 'api', invite } as const;
    return this.world.meetings.update(this.meeting.uid, event);
  }

  remove(attendeeId: AttendeeId): Promise<MeetingOutcome> {
    const event = {
      type: 'attendee-removed',
      key: `removed/${attendeeId}`,
      door: 'api',
      attendeeId,
    } as const;
    return this.world.meetings.update(this.meeting.uid, event);
  }

  /** The newest invitation is sent to somebody once more. */
  inviteAgain(attendeeId: AttendeeId): Promise<MeetingOutcome> {
    const again = { type: 'resend-requested', key: `again/${randomUUID()}` } as const;
    const event = { ...again, door: 'api', attendeeId } as const;
    return this.world.meetings.update(this.meeting.uid, event);
  }

  address(id: AttendeeId): string {
    const address = this.addresses[id];
    if (address === undefined) throw new Error(`the script has no ${id}`);
    return address;
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
      source: 'booking' as const,
      attendees: this.meeting.beganWith,
      ...this.#settings,
    };
  }

  /** A proposal by link. */
  async propose(role: AttendeeId, about: Partial<Proposed> = {}): Promise<string> {
    const proposalId = about.proposalId ?? randomUUID();
    await this.world.meetings.update(this.meeting.uid, {
      type: 'proposed',
      key: `propose/${proposalId}`,
      door: 'link',
      attendeeId: role,
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

  decide(type: Decided['type'], role: AttendeeId, proposalId: string): Promise<MeetingOutcome> {
    const event: Decided = {
      type,
      key: `${type}/${proposalId}/${role}`,
      door: 'link',
      attendeeId: role,
      proposalId,
      linkId: null,
    };
    return this.world.meetings.update(this.meeting.uid, event);
  }

  withdraw(role: AttendeeId, proposalId: string): Promise<MeetingOutcome> {
    const event: Withdrawn = {
      type: 'withdrawn',
      key: `withdraw/${proposalId}`,
      door: 'link',
      attendeeId: role,
      proposalId,
      linkId: null,
    };
    return this.world.meetings.update(this.meeting.uid, event);
  }

  /** An answer by mail, as a calendar program sends it. */
  async reply(
    role: AttendeeId,
    partstat: Exclude<Partstat, 'NEEDS-ACTION'>,
    about: Partial<Omit<CalendarMail, 'method' | 'uid' | 'partstat' | 'organizer'>> = {},
  ): Promise<Understanding> {
    const { from = this.address(role), ...known } = about;
    return this.#mail(from, {
      method: 'REPLY',
      partstat,
      sequence: about.sequence ?? (await this.state()).sequence,
      dtstampMs: about.dtstampMs ?? (await this.world.nowMs()),
      time: this.meeting,
      ...known,
    });
  }

  /** "Propose new time" in a calendar program. */
  async counter(
    role: AttendeeId,
    time: { startMs: number; endMs: number },
    sequence?: number,
  ): Promise<Understanding> {
    return this.#mail(this.address(role), {
      method: 'COUNTER',
      partstat: 'TENTATIVE',
      sequence: sequence ?? (await this.state()).sequence,
      dtstampMs: await this.world.nowMs(),
      time,
    });
  }

  /** The calendar program asks for the newest version. */
  async refresh(role: AttendeeId): Promise<Understanding> {
    const { sequence } = await this.state();
    const dtstampMs = await this.world.nowMs();
    return this.#mail(this.address(role), {
      method: 'REFRESH',
      partstat: 'NEEDS-ACTION',
      sequence,
      dtstampMs,
      time: this.meeting,
    });
  }

  /** A mail in words, in answer to the newest one that the party got; with more header lines where a program writes. */
  async write(role: AttendeeId, text: string, headers: string[] = []): Promise<Understanding> {
    const [newest] = (await this.mail(role, 1)).reverse();
    const from = this.address(role);
    const to = this.world.tenant.organizerEmail;
    const raw = wordsMail({ from, to, answers: newest, headers, text });
    return this.#arrive(raw, from);
  }

  /** The Message-ID of the invitation that the party got. */
  async invitationId(role: AttendeeId): Promise<string> {
    const [invitation] = await this.mail(role, 1);
    return invitation?.messageId ?? '';
  }

  /** The party's invitation comes back for good. */
  async bounce(role: AttendeeId): Promise<Understanding> {
    const to = this.world.tenant.organizerEmail;
    const messageId = await this.invitationId(role);
    return this.#arrive(bounceReport({ to, recipient: this.address(role), messageId }), null);
  }

  #arrive(raw: Buffer, from: string | null, to = this.world.tenant.organizerEmail): Promise<Understanding> {
    return this.world.ingest({ raw, door: 'smtp', envelope: { from, to: [to] }, tenantId: null });
  }

  #mail(
    from: string,
    about: Omit<CalendarMail, 'uid' | 'from' | 'to' | 'organizer'> & { to?: string },
  ): Promise<Understanding> {
    const { organizerEmail } = this.world.tenant;
    const to = about.to ?? organizerEmail;
    const raw = calendarMail({ ...about, uid: this.meeting.uid, from, to, organizer: organizerEmail });
    return this.#arrive(raw, from, to);
  }

  /** The party's mail, once so many messages are there, oldest first. */
  async mail(role: AttendeeId, count: number): Promise<SeenMail[]> {
    const caught = await waitForMail(this.world.catcher, { to: this.address(role), count });
    return Promise.all(caught.map(see));
  }
}
