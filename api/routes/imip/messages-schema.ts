import { UNDERSTOOD } from '../../../activities/understanding/decision.ts';
import { id, instantOut, role, text, z } from '../fields.ts';

const authenticationResult = z.enum([
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'temperror',
  'permerror',
]);

const evidence = z.strictObject({
  sender: z
    .enum(['attendee', 'alias', 'sub-address', 'other'])
    .nullable()
    .openapi({ description: 'How the sender is known.' }),
  replyAddress: z
    .enum(['own', 'foreign'])
    .nullable()
    .openapi({ description: 'Whether it came to an address that only the invitation’s recipient knows.' }),
  authentication: z
    .strictObject({
      source: z.enum(['session', 'own-server', 'nobody']),
      spf: authenticationResult,
      dkim: authenticationResult,
      dmarc: authenticationResult,
      arc: authenticationResult,
      aligned: z.boolean(),
      policy: z.enum(['none', 'quarantine', 'reject']).nullable(),
    })
    .nullable(),
  verdict: z
    .object({ act: z.string(), reason: z.string() })
    .loose()
    .nullable()
    .openapi({ description: 'What the policy said.' }),
});

export const message = z
  .strictObject({
    id: id(),
    receivedAt: instantOut(),
    door: z.enum(['smtp', 'lmtp', 'imap', 'webhook']),
    decision: z
      .enum(UNDERSTOOD)
      .nullable()
      .openapi({ description: 'Null while it waits to be decided. `failed`: put aside.' }),
    reason: z.string().nullable().openapi({ description: 'A stable code.' }),
    uid: z.string().nullable(),
    meetingId: id().nullable(),
    attendeeId: z.string().nullable(),
    role: role().nullable(),
    method: z.string().nullable(),
    sequence: z.int().nullable(),
    partstat: z.string().nullable(),
    sender: z.string().nullable().openapi({ description: 'The address in From.' }),
    attendee: z.string().nullable().openapi({ description: 'In whose name it speaks.' }),
    envelope: z.strictObject({ from: z.string().nullable(), to: z.array(z.string()) }),
    evidence,
    attempts: z.int().openapi({ description: 'How often deciding has failed.' }),
    decidedAt: instantOut().nullable(),
    sizeBytes: z.int(),
  })
  .openapi('InboundMessage');

export const messagePage = z
  .strictObject({
    messages: z.array(message),
    next: id().nullable().openapi({ description: 'For `after`, to see older ones; null at the end.' }),
  })
  .openapi('InboundMessages');

export const messageQuery = z.strictObject({
  uid: text(1_000).optional().openapi({ description: 'Of the meeting.' }),
  meetingId: id().optional(),
  sender: text(320).optional().openapi({ description: 'The address in From.' }),
  decision: z.enum([...UNDERSTOOD, 'undecided']).optional(),
  after: id().optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const messageParams = z.strictObject({
  messageId: id().openapi({
    description: 'Of the message.',
    example: 'd2a9bb0a-7b5a-4c93-8f36-52f0c1b56f3d',
  }),
});

export const nothing = z.strictObject({}).openapi('Nothing');
