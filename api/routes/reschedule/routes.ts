import { LONGEST_NOTE, proposeByLink } from '../../../commands/links/propose-by-link.ts';
import { id, instant, instantOut, iso, text, z } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';

const proposeBody = z
  .strictObject({
    token: z.string().min(1).max(200),
    proposedStartUtc: instant(),
    proposedEndUtc: instant(),
    note: text(LONGEST_NOTE).optional(),
  })
  .openapi('NewProposal');

const proposal = z
  .strictObject({
    proposalId: id(),
    status: z.enum(['pending', 'approved', 'declined', 'expired', 'withdrawn', 'replaced']).openapi({
      description: '“approved”: nobody else had to be asked, and the meeting has moved.',
    }),
    proposedStartUtc: instantOut(),
    proposedEndUtc: instantOut(),
    expiresAt: instantOut(),
  })
  .openapi('Proposal');

const proposeRoute = defineRoute({
  method: 'post',
  path: '/api/reschedule/propose',
  operationId: 'proposeTime',
  resource: 'Proposals',
  summary: 'Ask for a new time with the token of a "Request new time" link',
  description:
    'Everybody else who is required is asked by mail; where nobody is, the meeting moves at once. The token is spent; it may replace its own proposal while that is open.',
  auth: { kind: 'token' },
  body: proposeBody,
  answer: { status: 201, description: 'They have been asked.', schema: proposal },
  problems: [
    'link-unknown',
    'link-expired',
    'link-used',
    'meeting-over',
    'meeting-started',
    'host-busy',
    'guest-busy',
    'room-busy',
    'resource-busy',
    'time-past',
    'time-empty',
    'time-too-long',
    'time-unchanged',
    'engine-unavailable',
  ],
  handler: async ({ deps, counted, body, requestKey }) => {
    await counted.count('proposals');
    const made = await proposeByLink(deps, {
      token: body.token,
      startMs: body.proposedStartUtc,
      endMs: body.proposedEndUtc,
      note: body.note ?? '',
      requestKey,
    });
    return {
      proposalId: made.proposalId,
      status: made.status,
      proposedStartUtc: iso(made.startMs),
      proposedEndUtc: iso(made.endMs),
      expiresAt: iso(made.expiresMs),
    };
  },
});

export const rescheduleRoutes: readonly Route[] = [proposeRoute];
