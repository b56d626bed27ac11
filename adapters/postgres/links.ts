import type { Knex } from 'knex';
import { changeTerms } from '../../domain/meeting/changing.ts';
import type { LinkPurpose } from '../../domain/meeting/links.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import { roleOf, type AttendeeId, type Part } from '../../domain/meeting/attendee-id.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';
import type { DeclinePolicy, MeetingStatus } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { hashToken, looksLikeToken } from '../secrets/token.ts';
import type { MagicLinksRow, MeetingsRow, TenantsRow } from '../../migrations/rows/tables.ts';
import { ownProposal, proposalById, type LinkProposal } from './link-proposal.ts';

export type { LinkProposal } from './link-proposal.ts';

/** A person as the other attendees may see them. */
export interface LinkPerson {
  name: string | null;
  /** IANA name. */
  timezone: string | null;
}

/**
 * Everything that a link's page is made of.
 * It has no field for anybody's address, so nothing that is rendered from it can contain one (rule 4 of the design).
 */
export interface LinkView {
  id: string;
  tenantId: string;
  tenantProductName: string;
  /** BCP 47; null: none was told. */
  tenantLanguage: string | null;
  /** The tenant lets a GET act at once. */
  oneClick: boolean;
  meetingId: string;
  uid: string;
  purpose: LinkPurpose;
  attendeeId: AttendeeId;
  expiresMs: Instant;
  usedMs: Instant | null;
  meeting: {
    title: string;
    status: MeetingStatus;
    startMs: Instant;
    endMs: Instant;
    sequence: number;
    policy: DeclinePolicy;
    /** Guests may change it until so long before the start; null: never. */
    changeUntilMs: number | null;
    /** So many guests come, each on their own; absent: it is with those who are in it. */
    seats?: number;
    /** Of all who are in it. */
    attendees: readonly Pick<Part, 'role'>[];
    /** A booking of it waits for its hosts; null: none does. */
    requestedBy: AttendeeId | null;
    /** Null: it is of no event type, and has no slots. */
    eventTypeId: string | null;
  };
  reader: LinkPerson;
  /** False: the reader was taken out of the meeting. */
  attends: boolean;
  /** Of the reader's invitation (BCP 47); null: none was told. */
  readerLanguage: string | null;
  /** How the reader stands to the meeting's present time. */
  answer: Partstat;
  /** The reader's part in it. */
  part: Part;
  /** Who takes part beside the reader. */
  others: (LinkPerson & { id: AttendeeId; required: boolean })[];
  /** To decide: the proposal that the link is bound to. To propose: the reader's own, when there is one to see. */
  proposal: LinkProposal | null;
}

/** The link that a token opens, used and expired ones too; null when there is none. */
export async function findLink(knex: Knex, token: string): Promise<LinkView | null> {
  if (!looksLikeToken(token)) return null;
  const row = await linkRow(knex, hashToken(token));
  if (!row) return null;
  const people = await peopleOf(knex, row.meeting_id);
  const reader = people.find(({ id }) => id === row.attendee_id);
  // Of many guests who come on their own, none learns of another.
  const knowsGuests = row.seats === 1 || roleOf(row.attendee_id) === 'host';
  return {
    id: row.id,
    tenantId: row.tenant_id,
    tenantProductName: row.product_name,
    tenantLanguage: row.tenant_language,
    oneClick: row.one_click_links,
    meetingId: row.meeting_id,
    uid: row.uid,
    purpose: row.purpose,
    attendeeId: row.attendee_id,
    expiresMs: row.expires_at.getTime(),
    usedMs: row.used_at?.getTime() ?? null,
    meeting: {
      title: hideAddresses(row.title),
      status: row.status,
      startMs: row.start_utc.getTime(),
      endMs: row.end_utc.getTime(),
      sequence: row.ics_sequence,
      policy: row.policy,
      eventTypeId: row.event_type_id,
      ...changeTerms({ changeUntilMinutes: row.change_until_minutes, seats: row.seats }),
      attendees: people.map(({ id }) => ({ role: roleOf(id) })),
      requestedBy: row.status === 'held' ? row.requested_by : null,
    },
    reader: reader ?? NOBODY,
    attends: reader !== undefined,
    answer: row.answer ?? 'NEEDS-ACTION',
    part: { role: roleOf(row.attendee_id), required: reader?.required ?? false },
    readerLanguage: row.reader_language,
    others: people.filter(({ id }) => id !== row.attendee_id && (knowsGuests || roleOf(id) === 'host')),
    proposal:
      row.proposal_id === null
        ? await ownProposal(knex, {
            meetingId: row.meeting_id,
            attendeeId: row.attendee_id,
            madeId: row.made_proposal_id,
          })
        : await proposalById(knex, row.proposal_id),
  };
}

/** Whether a token opens, or ever opened, a link; one look into an index. */
export async function isLink(knex: Knex, token: string): Promise<boolean> {
  if (!looksLikeToken(token)) return false;
  return (
    (await knex('magic_links')
      .where({ token_hash: hashToken(token) })
      .first('id')) !== undefined
  );
}

interface LinkRow
  extends
    Omit<MagicLinksRow, 'actor_email' | 'token_hash' | 'created_at' | 'inbound_message_id'>,
    Pick<TenantsRow, 'product_name' | 'one_click_links'>,
    Pick<
      MeetingsRow,
      | 'title'
      | 'status'
      | 'start_utc'
      | 'end_utc'
      | 'ics_sequence'
      | 'policy'
      | 'seats'
      | 'event_type_id'
      | 'change_until_minutes'
    > {
  answer: Partstat | null;
  requested_by: AttendeeId | null;
  tenant_language: string | null;
  reader_language: string | null;
}

const linkRow = (knex: Knex, hash: Buffer): Promise<LinkRow | undefined> =>
  knex('magic_links as link')
    .join('meetings as meeting', 'meeting.id', 'link.meeting_id')
    .join('tenants as tenant', 'tenant.id', 'link.tenant_id')
    .leftJoin('invitations as invitation', (on) =>
      on.on('invitation.meeting_id', 'link.meeting_id').on('invitation.attendee_id', 'link.attendee_id'),
    )
    .where('link.token_hash', hash)
    .first<LinkRow>(
      'link.id',
      'link.tenant_id',
      'link.meeting_id',
      'link.uid',
      'link.purpose',
      'link.attendee_id',
      'link.proposal_id',
      'link.made_proposal_id',
      'link.expires_at',
      'link.used_at',
      'tenant.product_name',
      'tenant.language as tenant_language',
      'invitation.attendee_language as reader_language',
      'tenant.one_click_links',
      'meeting.title',
      'meeting.status',
      'meeting.start_utc',
      'meeting.end_utc',
      'meeting.ics_sequence',
      'meeting.policy',
      'meeting.seats',
      'meeting.event_type_id',
      'meeting.change_until_minutes',
      knex.raw(`(SELECT proposed_by FROM pending_proposals request
                  WHERE request.meeting_id = meeting.id AND request.status = 'pending' LIMIT 1) AS requested_by`),
      'invitation.last_partstat as answer',
    );

const NOBODY: LinkPerson = { name: null, timezone: null };

async function peopleOf(knex: Knex, meetingId: string): Promise<LinkView['others']> {
  const rows = await knex('invitations')
    .where({ meeting_id: meetingId, removed_at: null })
    .orderByRaw('role, length(attendee_id), attendee_id')
    .select({
      id: 'attendee_id',
      name: 'attendee_name',
      timezone: 'attendee_timezone',
      required: 'required',
    });
  return rows.map(({ name, ...person }) => ({ ...person, name: name && hideAddresses(name) }));
}
