import type { z } from 'zod';
import { runAgain } from '../../../commands/messages/run-again.ts';
import { roleOf } from '../../../domain/meeting/attendee-id.ts';
import { isUuid } from '../../../domain/uuid.ts';
import { messageFor, messagesFor, rawMessageFor, type MessageView } from '../../../queries/messages.ts';
import { invalidField } from '../../middleware/problems.ts';
import { iso, isoOrNull, nextAfter, z as zod } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { message, messagePage, messageParams, messageQuery, nothing } from './messages-schema.ts';

const listRoute = defineRoute({
  method: 'get',
  path: '/api/imip/messages',
  operationId: 'listInboundMessages',
  resource: 'Mail',
  summary: 'See what came in and what was decided about it',
  description: 'The newest first. Every message has its decision, the reason and the evidence.',
  auth: { kind: 'key', action: 'messages.see' },
  query: messageQuery,
  answer: { status: 200, description: 'A page of messages.', schema: messagePage },
  problems: [],
  handler: async ({ deps, tenant, actor, query }) => {
    for (const name of ['meetingId', 'after'] as const) {
      if (query[name] !== undefined && !isUuid(query[name])) throw invalidField(name, 'must be an id');
    }
    const found = await messagesFor(deps, actor, tenant.id, query);
    return { messages: found.map(present), next: nextAfter(found, query.limit) };
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: '/api/imip/messages/{messageId}',
  operationId: 'getInboundMessage',
  resource: 'Mail',
  summary: 'See one message that came in',
  auth: { kind: 'key', action: 'messages.see' },
  params: messageParams,
  answer: { status: 200, description: 'What was decided, and why.', schema: message },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) =>
    present(await messageFor(deps, actor, { tenantId: tenant.id, id: params.messageId })),
});

const rawRoute = defineRoute({
  method: 'get',
  path: '/api/imip/messages/{messageId}/raw',
  operationId: 'getRawInboundMessage',
  resource: 'Mail',
  summary: 'Read a message as it came in',
  auth: { kind: 'key', action: 'messages.see' },
  params: messageParams,
  answer: {
    status: 200,
    description: 'Every byte of it, in base64: a message need not be text.',
    schema: zod.string(),
    type: 'text/plain',
  },
  problems: ['not-found', 'content-removed'],
  handler: async ({ deps, tenant, actor, params }) => {
    const raw = await rawMessageFor(deps, actor, { tenantId: tenant.id, id: params.messageId });
    return raw.toString('base64');
  },
});

const runAgainRoute = defineRoute({
  method: 'post',
  path: '/api/imip/messages/{messageId}/run-again',
  operationId: 'decideInboundMessageAgain',
  resource: 'Mail',
  summary: 'Decide a message once more',
  description:
    'For one that was put aside, or after an address or a setting was put right. What it told its meeting already has no second effect.',
  auth: { kind: 'key', action: 'messages.run-again' },
  params: messageParams,
  body: nothing,
  answer: { status: 200, description: 'What it was decided as now.', schema: message },
  problems: ['not-found', 'content-removed'],
  handler: async ({ deps, tenant, actor, params }) => {
    const named = { tenantId: tenant.id, id: params.messageId };
    await runAgain(deps, actor, named);
    return present(await messageFor(deps, actor, named));
  },
});

const present = ({
  receivedAt,
  decidedAt,
  envelopeFrom,
  envelopeTo,
  evidence,
  ...rest
}: MessageView): z.input<typeof message> => ({
  ...rest,
  role: rest.attendeeId === null ? null : roleOf(rest.attendeeId),
  receivedAt: iso(receivedAt),
  decidedAt: isoOrNull(decidedAt),
  envelope: { from: envelopeFrom, to: envelopeTo },
  evidence: {
    sender: evidence.sender ?? null,
    replyAddress: evidence.replyAddress ?? null,
    authentication: evidence.authentication ?? null,
    verdict: evidence.verdict ?? null,
  },
});

export const messageRoutes: readonly Route[] = [listRoute, showRoute, rawRoute, runAgainRoute];
