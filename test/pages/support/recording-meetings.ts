import type { Knex } from 'knex';
import { MeetingRefused, type Meetings } from '../../../activities/meeting/meetings.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import type { Cancelled, Proposed } from '../../../domain/meeting/events.ts';
import type { ProposalStatus } from '../../../migrations/rows/tables.ts';
import type { Command, MeetingOutcome, SignalEvent } from '../../../workflows/meeting/messages.ts';
import { roleOf } from '../../../domain/meeting/attendee-id.ts';
import { otherRole } from '../../support/attendees.ts';

const HOUR = 3_600_000;

/**
 * Stands in for the workflows: records what it is asked, and writes to the database what the pages show of it.
 * An event with a key that it has seen has no second effect.
 */
export class RecordingMeetings implements Meetings {
  readonly events: (Command | SignalEvent)[] = [];
  /** The next event is refused with this. */
  refuse: RefusalCode | null = null;
  /** The next event fails with this. */
  fail: Error | null = null;
  readonly #keys = new Set<string>();
  readonly #knex: Knex;
  readonly #nowMs: () => number;

  constructor(knex: Knex, nowMs: () => number) {
    this.#knex = knex;
    this.#nowMs = nowMs;
  }

  types = (): string[] => this.events.map((event) => event.type);

  async update(uid: string, event: Command): Promise<MeetingOutcome> {
    this.#record(event);
    if (!this.#keys.has(event.key)) {
      this.#keys.add(event.key);
      await this.#apply(uid, event);
    }
    return { status: 'scheduled', sequence: 1, startMs: 0, endMs: HOUR };
  }

  tell(_uid: string, event: SignalEvent): Promise<void> {
    this.#record(event);
    return Promise.resolve();
  }

  async cancel({ uid }: { uid: string }, event: Cancelled): Promise<MeetingOutcome> {
    this.#record(event);
    await this.#knex('meetings').where({ ics_uid: uid }).update({ status: 'cancelled' });
    return { status: 'cancelled', sequence: 1, startMs: 0, endMs: HOUR };
  }

  hold = (): Promise<MeetingOutcome> => Promise.reject(new Error('no page holds'));
  book = (): Promise<MeetingOutcome> => Promise.reject(new Error('no page books'));
  open = (): Promise<MeetingOutcome> => Promise.reject(new Error('no page opens'));
  appear = (): Promise<void> => Promise.reject(new Error('no page tells of a calendar'));
  resend = (): Promise<void> => Promise.resolve();
  reconcile = (): Promise<void> => Promise.reject(new Error('no page reconciles'));

  #record(event: Command | SignalEvent): void {
    this.events.push(event);
    const { refuse, fail } = this;
    this.refuse = null;
    this.fail = null;
    if (fail) throw fail;
    if (refuse) throw new MeetingRefused(refuse);
  }

  async #apply(uid: string, event: Command): Promise<void> {
    const decided_at = new Date(this.#nowMs());
    const proposals = () => this.#knex('pending_proposals').where({ uid });
    if ('linkId' in event && event.linkId !== null) {
      const spent = await this.#knex('magic_links')
        .where({ id: event.linkId })
        .whereNull('used_at')
        .update({ used_at: decided_at });
      if (spent !== 1) throw new MeetingRefused('link-used');
    }
    const end = async (id: string, status: ProposalStatus, role: string) => {
      const changed = await proposals()
        .where({ id, status: 'pending' })
        .update({
          status,
          decided_by: role,
          decision_at: decided_at,
          ...(status === 'approved' && { waits_for: [] }),
        });
      if (changed !== 1) throw new MeetingRefused('proposal-gone');
    };
    switch (event.type) {
      case 'answered':
        await this.#knex('invitations')
          .where({ uid, attendee_id: event.attendeeId })
          .update({ last_partstat: event.partstat });
        return;
      // The new host takes the row of who had it.
      case 'reassigned':
        await this.#knex('invitations')
          .where({ uid, attendee_id: event.attendeeId })
          .update({ request_id: event.invite.requestId });
        return;
      case 'proposed':
        return this.#propose(uid, event);
      case 'withdrawn':
        return end(event.proposalId, 'withdrawn', event.attendeeId);
      case 'declined':
        return end(event.proposalId, 'declined', event.attendeeId);
      case 'approved': {
        await end(event.proposalId, 'approved', event.attendeeId);
        await this.#knex.raw(
          `UPDATE meetings SET start_utc = proposed_start_utc, end_utc = proposed_end_utc, ics_sequence = 1
             FROM pending_proposals proposal WHERE proposal.id = ? AND meetings.ics_uid = proposal.uid`,
          [event.proposalId],
        );
        return;
      }
      default:
        return;
    }
  }

  async #propose(uid: string, event: Proposed): Promise<void> {
    const room = await this.#knex('meetings')
      .where({ ics_uid: uid })
      .first<{ id: string; tenant_id: string }>('id', 'tenant_id');
    const now = new Date(this.#nowMs());
    await this.#knex('pending_proposals')
      .where({ uid, proposed_by: event.attendeeId, status: 'pending' })
      .update({ status: 'replaced', decided_by: event.attendeeId, decision_at: now });
    await this.#knex('pending_proposals').insert({
      id: event.proposalId,
      tenant_id: room.tenant_id,
      meeting_id: room.id,
      uid,
      proposed_by: event.attendeeId,
      proposed_via: 'link',
      proposed_start_utc: new Date(event.startMs),
      proposed_end_utc: new Date(event.endMs),
      note: event.note,
      asked: [otherRole(roleOf(event.attendeeId))],
      waits_for: [otherRole(roleOf(event.attendeeId))],
      status: 'pending',
      created_at: now,
      expires_at: new Date(this.#nowMs() + 48 * HOUR),
    });
    if (event.linkId === null) return;
    await this.#knex('magic_links')
      .where({ id: event.linkId })
      .update({ made_proposal_id: event.proposalId });
  }
}
