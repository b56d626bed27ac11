import { arrangeMeeting } from '../../../commands/meetings/arrange-meeting.ts';
import { cancelMeeting } from '../../../commands/meetings/cancel-meeting.ts';
import {
  addAttendee,
  removeAttendee,
  resendInvitation,
} from '../../../commands/meetings/change-attendees.ts';
import { CannotInvite } from '../../../commands/meetings/invitees.ts';
import { moveMeeting } from '../../../commands/meetings/move-meeting.ts';
import { linksFor, meetingFor, meetingsFor, timelineFor } from '../../../queries/meetings.ts';
import { Problem } from '../../middleware/problem.ts';
import { cannotInvite } from '../../middleware/problems.ts';
import { defineRoute, type Route, type RouteInput } from '../route.ts';
import { presentAttendee, presentLinks, presentMeeting, presentPage, presentTimeline } from './presenter.ts';
import {
  attendee,
  attendeeParams,
  cancelBody,
  links,
  meeting,
  meetingPage,
  meetingParams,
  meetingQuery,
  moveBody,
  newAttendee,
  newMeeting,
  resendBody,
  timeline,
} from './schema.ts';

const RESOURCE = 'Meetings';

type Asked = Pick<RouteInput<unknown, unknown>, 'deps' | 'actor'> & { tenant: { id: string } };

/** The meeting as it is now. */
const shown = async ({ deps, actor, tenant }: Asked, meetingId: string) =>
  presentMeeting(await meetingFor(deps, actor, { tenantId: tenant.id, meetingId }), deps.config.publicUrl);

const createRoute = defineRoute({
  method: 'post',
  path: '/api/meetings',
  operationId: 'createMeeting',
  resource: RESOURCE,
  summary: 'Arrange a meeting',
  description:
    'Makes the meeting and books it in one call: when somebody has no time there is none, and nobody hears of it.',
  auth: { kind: 'key', action: 'meetings.book' },
  body: newMeeting,
  answer: { status: 201, description: 'The meeting; everybody gets their invitation.', schema: meeting },
  problems: [
    'not-found',
    'time-past',
    'time-empty',
    'time-too-long',
    'attendee-is-organizer',
    'attendee-twice',
    'host-busy',
    'guest-busy',
    'room-busy',
    'engine-unavailable',
  ],
  handler: async (asked) => {
    const { deps, tenant, actor, body, requestKey } = asked;
    const { startsAt: startMs, endsAt: endMs, ...rest } = body;
    const made = await arrangeMeeting(deps, actor, tenant, { ...rest, id: requestKey, startMs, endMs });
    return shown(asked, made.id);
  },
});

const listRoute = defineRoute({
  method: 'get',
  path: '/api/meetings',
  operationId: 'listMeetings',
  resource: RESOURCE,
  summary: 'List meetings',
  description: 'Also those in rooms, by their start. With `from` and `to`: those that take place in between.',
  auth: { kind: 'key', action: 'meetings.see' },
  query: meetingQuery,
  answer: { status: 200, description: 'A page of meetings.', schema: meetingPage },
  problems: [],
  handler: async ({ deps, tenant, actor, query }) => {
    const { from: fromMs, to: toMs, metadataKey: key, metadataValue: value, ...rest } = query;
    const metadata = key === undefined ? undefined : { key, value };
    const found = await meetingsFor(deps, actor, tenant.id, { ...rest, fromMs, toMs, metadata });
    return presentPage(found, query.limit);
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: '/api/meetings/{meetingId}',
  operationId: 'getMeeting',
  resource: RESOURCE,
  summary: 'See how a meeting stands',
  description: 'Everybody’s answer, and what is proposed.',
  auth: { kind: 'key', action: 'meetings.see' },
  params: meetingParams,
  answer: { status: 200, description: 'The meeting; without any address.', schema: meeting },
  problems: ['not-found'],
  handler: (asked) => shown(asked, asked.params.meetingId),
});

const moveRoute = defineRoute({
  method: 'post',
  path: '/api/meetings/{meetingId}/move',
  operationId: 'moveMeeting',
  resource: RESOURCE,
  summary: 'Move a meeting',
  description: 'Nobody is asked first; everybody is invited anew, and what was proposed expires.',
  auth: { kind: 'key', action: 'meetings.change' },
  params: meetingParams,
  body: moveBody,
  answer: { status: 200, description: 'The meeting at its new time.', schema: meeting },
  problems: [
    'not-found',
    'not-booked',
    'meeting-over',
    'meeting-started',
    'stale-sequence',
    'time-past',
    'time-empty',
    'time-too-long',
    'time-unchanged',
    'host-busy',
    'guest-busy',
    'room-busy',
    'resource-busy',
    'engine-unavailable',
  ],
  handler: async (asked) => {
    const { deps, tenant, actor, params, body, requestKey } = asked;
    const time = { startMs: body.startsAt, endMs: body.endsAt };
    await moveMeeting(deps, actor, { tenantId: tenant.id, ...params, time, requestKey });
    return shown(asked, params.meetingId);
  },
});

const cancelRoute = defineRoute({
  method: 'post',
  path: '/api/meetings/{meetingId}/cancel',
  operationId: 'cancelMeeting',
  resource: RESOURCE,
  summary: 'Cancel a meeting',
  description: 'Everybody gets a cancellation, once; cancelling twice gives the same answer.',
  auth: { kind: 'key', action: 'meetings.change' },
  params: meetingParams,
  body: cancelBody,
  answer: { status: 200, description: 'The meeting, cancelled.', schema: meeting },
  problems: ['not-found', 'meeting-over', 'engine-unavailable'],
  handler: async (asked) => {
    const { deps, tenant, actor, params, body } = asked;
    await cancelMeeting(deps, actor, { tenantId: tenant.id, ...params, reason: body.reason ?? '' });
    return shown(asked, params.meetingId);
  },
});

const addRoute = defineRoute({
  method: 'post',
  path: '/api/meetings/{meetingId}/attendees',
  operationId: 'addAttendee',
  resource: RESOURCE,
  summary: 'Invite somebody else',
  description: 'They alone get mail. They are asked about no time that was proposed before.',
  auth: { kind: 'key', action: 'meetings.change' },
  params: meetingParams,
  body: newAttendee,
  answer: { status: 201, description: 'The attendee.', schema: attendee },
  problems: [
    'not-found',
    'not-booked',
    'meeting-over',
    'meeting-started',
    'too-many-attendees',
    'attendee-is-organizer',
    'attendee-twice',
    'host-busy',
    'guest-busy',
    'engine-unavailable',
  ],
  handler: async ({ deps, tenant, actor, params, body, requestKey }) => {
    const added = { ...params, invitee: body, requestKey };
    const id = await addAttendee(deps, actor, tenant, added).catch((error: unknown) => {
      throw error instanceof CannotInvite ? cannotInvite(error, null) : error;
    });
    const { attendees } = await meetingFor(deps, actor, { tenantId: tenant.id, ...params });
    const found = attendees.find((one) => one.id === id);
    if (!found) throw new Problem('not-attending', 'They have been removed meanwhile.');
    return presentAttendee(found);
  },
});

const removeRoute = defineRoute({
  method: 'delete',
  path: '/api/meetings/{meetingId}/attendees/{attendeeId}',
  operationId: 'removeAttendee',
  resource: RESOURCE,
  summary: 'Take somebody out',
  description:
    'They alone get a cancellation. What they proposed is taken back, and nobody waits for their approval any more.',
  auth: { kind: 'key', action: 'meetings.change' },
  params: attendeeParams,
  answer: { status: 200, description: 'The meeting without them.', schema: meeting },
  problems: [
    'not-found',
    'not-booked',
    'meeting-over',
    'meeting-started',
    'not-attending',
    'last-host',
    'too-few-attendees',
    'engine-unavailable',
  ],
  handler: async (asked) => {
    const { deps, tenant, actor, params } = asked;
    await removeAttendee(deps, actor, { tenantId: tenant.id, ...params });
    return shown(asked, params.meetingId);
  },
});

const resendRoute = defineRoute({
  method: 'post',
  path: '/api/meetings/{meetingId}/resend',
  operationId: 'resendInvitation',
  resource: RESOURCE,
  summary: 'Send the invitation once more',
  description: 'The newest one, to one attendee or to all; what they answered stays.',
  auth: { kind: 'key', action: 'meetings.change' },
  params: meetingParams,
  body: resendBody,
  answer: { status: 200, description: 'The meeting.', schema: meeting },
  problems: ['not-found', 'not-booked', 'meeting-over', 'not-attending', 'engine-unavailable'],
  handler: async (asked) => {
    const { deps, tenant, actor, params, body, requestKey } = asked;
    const named = { tenantId: tenant.id, ...params, attendeeId: body.attendeeId ?? null, requestKey };
    await resendInvitation(deps, actor, named);
    return shown(asked, params.meetingId);
  },
});

const timelineRoute = defineRoute({
  method: 'get',
  path: '/api/meetings/{meetingId}/timeline',
  operationId: 'getMeetingTimeline',
  resource: RESOURCE,
  summary: 'See what happened',
  description: 'The newest 500 lines, the oldest of them first.',
  auth: { kind: 'key', action: 'meetings.see' },
  params: meetingParams,
  answer: { status: 200, description: 'What happened when, by whom, through which door.', schema: timeline },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) =>
    presentTimeline(await timelineFor(deps, actor, { tenantId: tenant.id, ...params })),
});

const linksRoute = defineRoute({
  method: 'get',
  path: '/api/meetings/{meetingId}/links',
  operationId: 'listMeetingLinks',
  resource: RESOURCE,
  summary: 'See what became of the links',
  description: 'Those that were mailed to the attendees; never what opens them.',
  auth: { kind: 'key', action: 'meetings.see' },
  params: meetingParams,
  answer: { status: 200, description: 'The links, the newest first.', schema: links },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) =>
    presentLinks(await linksFor(deps, actor, { tenantId: tenant.id, ...params })),
});

export const meetingRoutes: readonly Route[] = [
  createRoute,
  listRoute,
  showRoute,
  moveRoute,
  cancelRoute,
  addRoute,
  removeRoute,
  resendRoute,
  timelineRoute,
  linksRoute,
];
