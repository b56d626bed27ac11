import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { cancelOperated } from '../../commands/operations/cancel-operated.ts';
import { wakeMeeting, type Woken } from '../../commands/operations/wake-meeting.ts';
import type { MeetingStatus } from '../../domain/meeting/state.ts';
import {
  foundMeetings,
  operatedMeetingFor,
  type FoundMeeting,
  type OperatedMeeting,
} from '../../queries/operations/meetings.ts';
import { CliError, EXIT } from '../errors.ts';
import type { ListOptions, OneOptions } from '../operating-options.ts';
import { say } from '../output.ts';
import { moment, sayFacts, sayJson, sayTable, type Columns } from '../table.ts';
import { INCOMING_COLUMNS, OUTGOING_COLUMNS } from './mail.ts';
import { operatedTenant, OPERATOR, orNone, withParley } from './with-parley.ts';

/** `parley meetings list` */
export interface MeetingListOptions extends ListOptions<MeetingStatus> {
  attendee?: string;
  room?: string;
  metadata?: string;
}

const COLUMNS: Columns<FoundMeeting> = {
  id: ({ id }) => id,
  status: ({ status }) => status,
  starts: ({ startsAt }) => moment(startsAt),
  ends: ({ endsAt }) => moment(endsAt),
  source: ({ source }) => source,
  room: ({ room }) => room,
};

export const listMeetings = (options: MeetingListOptions): Promise<void> =>
  withParley(async (parley) => {
    const { since: fromMs, limit, status, attendee, room, json } = options;
    const tenantId = await operatedTenant(parley, options.tenant);
    const search = { fromMs, limit, attendee, room, metadata: metadataOf(options.metadata) };
    const found = await Promise.all(
      (status ?? [undefined]).map((one) =>
        foundMeetings(parley, OPERATOR, tenantId, { ...search, status: one }),
      ),
    );
    const meetings = found
      .flat()
      .sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
      .slice(0, limit);
    sayTable(meetings, { columns: COLUMNS, json, empty: 'There are no such meetings.' });
  });

function metadataOf(text: string | undefined) {
  if (text === undefined) return undefined;
  const at = text.indexOf('=');
  return at < 0 ? { key: text } : { key: text.slice(0, at), value: text.slice(at + 1) };
}

const none = (id: string) => `There is no meeting "${id}"; "parley meetings list" shows them.`;

/** `parley meetings show` */
export const showMeeting = (id: string, { tenant, json }: OneOptions): Promise<void> =>
  withParley(async (parley) => {
    const tenantId = await operatedTenant(parley, tenant);
    const meeting = await orNone(none(id), () => operatedMeetingFor(parley, OPERATOR, tenantId, id));
    const { namespace, uiUrl } = parley.config.temporal;
    const temporalUrl =
      uiUrl === undefined
        ? null
        : `${uiUrl}/namespaces/${namespace}/workflows/${encodeURIComponent(meeting.workflowId)}`;
    if (json) return sayJson({ ...meeting, temporalUrl });
    sayMeeting(meeting, temporalUrl);
  });

function sayMeeting(meeting: OperatedMeeting, temporalUrl: string | null): void {
  const { workflow, metadata } = meeting;
  sayFacts({
    id: meeting.id,
    uid: meeting.uid,
    status: meeting.status,
    starts: moment(meeting.startsAt),
    ends: moment(meeting.endsAt),
    source: meeting.source,
    room: meeting.room,
    sequence: meeting.sequence,
    metadata: Object.keys(metadata).length === 0 ? null : JSON.stringify(metadata),
    workflow: workflow === null ? 'Temporal does not answer' : workflowWords(workflow),
    temporal: temporalUrl,
  });
  const section = <T>(title: string, rows: readonly T[], columns: Columns<T>) => {
    say();
    say(title);
    sayTable(rows, { columns, json: false, empty: 'none' });
  };
  section('Attendees', meeting.attendees, {
    id: ({ id }) => id,
    role: ({ role }) => role,
    required: ({ required }) => (required ? 'yes' : 'no'),
    answer: ({ partstat }) => partstat,
    answered: ({ answeredAt }) => moment(answeredAt),
  });
  section('Proposals', meeting.proposals, {
    by: ({ proposedBy }) => proposedBy,
    starts: ({ start }) => moment(start),
    ends: ({ end }) => moment(end),
    'waits for': ({ waitsFor }) => waitsFor.join(', '),
    expires: ({ expiresAt }) => moment(expiresAt),
  });
  section('Timeline', meeting.timeline, {
    at: ({ at }) => moment(at),
    what: ({ what }) => what,
    by: ({ by }) => by,
    about: ({ about }) => about,
    door: ({ door }) => door,
  });
  section('Messages out', meeting.outgoing, OUTGOING_COLUMNS);
  section('Messages in', meeting.incoming, INCOMING_COLUMNS);
}

function workflowWords({ status, pending, taskFails }: NonNullable<OperatedMeeting['workflow']>): string {
  const waits = pending.map(({ activity, attempt }) => `${activity} (attempt ${attempt})`);
  return [
    status,
    ...(taskFails ? ['its steps fail'] : []),
    ...(waits.length > 0 ? [`waits for ${waits.join(', ')}`] : []),
  ].join('; ');
}

const SAID: Record<Woken, string> = {
  woken: 'Woken: it looks for what it missed, and what waited for its next attempt is tried now.',
  revived: 'Its workflow had been ended; it goes on from where it stood.',
  'steps-fail': 'It was told, but its workflow’s own steps fail: see the worker’s log, and Temporal’s pages.',
  over: 'The meeting is over; nothing is left to do.',
  'not-begun': 'Nobody has booked the meeting yet; nothing is under way.',
  lost: 'There is no workflow of this meeting, and nothing to go on from: cancel it, and book it again.',
};
const IS_MENDED: readonly Woken[] = ['woken', 'revived', 'over', 'not-begun'];

/** `parley meetings retry` */
export const retryMeeting = (id: string, { tenant, json }: OneOptions): Promise<void> =>
  withParley(async (parley) => {
    const tenantId = await operatedTenant(parley, tenant);
    const code = await orNone(none(id), () => wakeMeeting(parley, OPERATOR, tenantId, id));
    if (json) sayJson({ code, message: SAID[code] });
    else say(SAID[code]);
    if (!IS_MENDED.includes(code)) process.exitCode = EXIT.failure;
  });

/** `parley meetings cancel` */
export interface CancelOptions extends OneOptions {
  reason: string;
}

export const cancel = (id: string, { tenant, reason, json }: CancelOptions): Promise<void> =>
  withParley(async (parley) => {
    const tenantId = await operatedTenant(parley, tenant);
    const done = await cancelled(id, () => cancelOperated(parley, OPERATOR, tenantId, { id, reason }));
    if (json) sayJson({ ...done, status: 'cancelled' });
    else say('Cancelled; everybody who was invited is told.');
  });

async function cancelled<T>(id: string, work: () => Promise<T>): Promise<T> {
  try {
    return await orNone(
      `There is no booked meeting "${id}"; one of a room’s calendar is cancelled there.`,
      work,
    );
  } catch (error) {
    if (error instanceof MeetingRefused)
      throw new CliError(error.code, `The meeting cannot be cancelled (${error.code}).`);
    throw error;
  }
}
