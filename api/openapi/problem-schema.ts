import { PROBLEMS, type ProblemCode, type ProblemMembers } from '../middleware/problem.ts';
import { instantOut, z } from '../routes/fields.ts';

/** What some kinds of problems say besides, by its name; the times of `time-mismatch` go by names of its own door alone. */
const members = {
  nearest: z.array(z.strictObject({ startsAt: instantOut(), endsAt: instantOut() })).openapi({
    description: 'Of `slot-taken`: the free slots next to the one that was asked for, by start.',
  }),
  most: z.int().openapi({ description: 'Of `too-many-entries`: how many there may be.' }),
  limitBytes: z
    .int()
    .openapi({ description: 'Of `too-large`: how many bytes are taken.', example: 1_048_576 }),
  scope: z.string().openapi({ description: 'Of `forbidden`: what the key lacks.', example: 'meetings' }),
  sequence: z.int().openapi({ description: 'Of `sequence-mismatch`: the one that the meeting is at.' }),
  startsAt: instantOut().openapi({ description: 'Of `room-not-ready`: when the meeting begins.' }),
  attendeeId: z.string().openapi({
    description: 'Of `host-busy` and `guest-busy`: who of the meeting has no time.',
    example: 'guest',
  }),
  condition: z.string().openapi({
    description: 'Of `calendar-refuses`: the precondition that was broken, as CalDAV calls it.',
    example: 'valid-calendar-data',
  }),
  missing: z
    .array(z.string())
    .openapi({ description: 'Of `not-ready`: what does not answer.', example: ['postgres'] }),
} satisfies Record<Exclude<keyof ProblemMembers, 'startUtc' | 'endUtc'>, z.ZodType>;

export const problem = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string(),
    instance: z.string(),
    problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    ...z.object(members).partial().shape,
  })
  .openapi('Problem', { description: 'A problem document (RFC 9457). `code` is stable; the words are not.' });
