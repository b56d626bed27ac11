import type { WorkflowCare, WorkflowStanding } from '../../activities/meeting/care.ts';
import { meetingById } from '../../adapters/postgres/booked-meetings.ts';
import {
  answersOf,
  openProposalsOf,
  timelineOf,
  type ProposalView,
  type TimelineView,
} from '../../adapters/postgres/meeting-view.ts';
import { listIncoming, INCOMING_STATUSES } from '../../adapters/postgres/operations/incoming-mail.ts';
import { listOutgoing, OUTGOING_STATUSES } from '../../adapters/postgres/operations/outgoing-mail.ts';
import {
  ownerOfMeeting,
  searchMeetings,
  type FoundMeeting,
  type MeetingSearch,
} from '../../adapters/postgres/operations/meetings.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';
import type { AttendeeId, Role } from '../../domain/meeting/attendee-id.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';
import type { QueryDeps } from '../deps.ts';
import type { IncomingView, OutgoingView } from './mail.ts';
import { permitOperations, type OperatedTenant } from './permit.ts';

export type { FoundMeeting, MeetingSearch } from '../../adapters/postgres/operations/meetings.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** The latest first. @throws NotPermitted */
export async function foundMeetings(
  { knex }: Deps,
  actor: Actor,
  tenantId: OperatedTenant,
  search: MeetingSearch,
): Promise<FoundMeeting[]> {
  permitOperations(actor, 'operations.see', tenantId);
  return searchMeetings(knex, tenantId, search);
}

/** Somebody in a meeting, as an operator sees them: no name, and no address. */
export interface SeenAttendee {
  id: AttendeeId;
  role: Role;
  required: boolean;
  partstat: Partstat;
  answeredAt: Date | null;
}

/** Everything that is known of a meeting but what it is about. */
export interface OperatedMeeting extends FoundMeeting {
  metadata: Record<string, string>;
  attendees: SeenAttendee[];
  proposals: Omit<ProposalView, 'note'>[];
  timeline: TimelineView[];
  outgoing: OutgoingView[];
  incoming: IncomingView[];
  workflowId: string;
  /** Null: Temporal does not answer. */
  workflow: WorkflowStanding | null;
}

const MOST_MESSAGES = 500;

/** One meeting. @param idOrUid anything @throws NotPermitted also where there is none */
export async function operatedMeetingFor(
  { knex, care }: Deps & { care: WorkflowCare },
  actor: Actor,
  tenantId: OperatedTenant,
  idOrUid: string,
): Promise<OperatedMeeting> {
  permitOperations(actor, 'operations.see', tenantId);
  const [found] = await searchMeetings(knex, tenantId, { id: idOrUid, limit: 1 });
  const meeting = found && (await meetingById(knex, found.tenantId, found.id));
  if (!found || !meeting) throw new NotPermitted('The meeting');
  const workflowId = meetingWorkflowId(found.uid);
  const about = { meetingId: found.id, limit: MOST_MESSAGES };
  const [attendees, proposals, timeline, outgoing, incoming, workflow] = await Promise.all([
    answersOf(knex, found.id),
    openProposalsOf(knex, found.id),
    timelineOf(knex, found.id),
    listOutgoing(knex, found.tenantId, { ...about, statuses: OUTGOING_STATUSES }),
    listIncoming(knex, found.tenantId, { ...about, statuses: INCOMING_STATUSES }),
    care.describe(workflowId).catch(() => null),
  ]);
  return {
    ...found,
    metadata: meeting.metadata,
    attendees: attendees.map(({ id, role, required, partstat, answeredAt }) => ({
      ...{ id, role, required, partstat, answeredAt },
    })),
    proposals: proposals.map(({ note: _note, ...proposal }) => proposal),
    ...{ timeline, outgoing, incoming, workflowId, workflow },
  };
}

/** Whose a meeting is, for whoever looks after it. @throws NotPermitted also where there is none */
export async function meetingToMend(
  { knex }: Deps,
  actor: Actor,
  tenantId: OperatedTenant,
  idOrUid: string,
): Promise<{ tenantId: string; meetingId: string }> {
  permitOperations(actor, 'operations.mend', tenantId);
  const owner = await ownerOfMeeting(knex, tenantId, idOrUid);
  if (!owner) throw new NotPermitted('The meeting');
  return owner;
}
