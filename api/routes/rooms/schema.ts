import { FEED_INTERVALS, type FeedInterval } from '../../../domain/feeds/intervals.ts';
import { roomName } from '../principals/schema.ts';
import { email, id, instantOut, lineOfText, text, timezone, z } from '../fields.ts';

const icsUrl = () =>
  text(4_096).openapi({
    description: 'Of a calendar feed: https or webcal. It is stored encrypted and never given back.',
    example: 'https://calendar.example.org/private-token/basic.ics',
  });

const interval = () =>
  z
    .number()
    .refine(
      (minutes): minutes is FeedInterval => (FEED_INTERVALS as readonly number[]).includes(minutes),
      `must be one of ${FEED_INTERVALS.join(', ')}`,
    )
    .openapi({ type: 'integer', enum: [...FEED_INTERVALS], description: 'Minutes.' });

const syncResultWord = () =>
  z
    .string()
    .nullable()
    .openapi({ description: 'changed, unchanged, withheld or failed; null: it was never fetched.' });

const failingSince = () =>
  instantOut().nullable().openapi({
    description: 'The first failure since it could be read last; null: the last sync was good.',
  });

export const roomParams = z.object({
  name: z.string().min(1).max(100).openapi({ description: 'Its name, or its id.' }),
});

export const newRoom = z
  .strictObject({
    name: roomName(),
    ownerEmail: email(),
    ownerName: lineOfText(200).optional(),
    timezone: timezone().optional(),
  })
  .openapi('NewRoom');

export const createdRoom = z
  .strictObject({ id: id(), name: z.string(), url: z.url() })
  .openapi('CreatedRoom');

export const roomChanges = z
  .strictObject({
    name: roomName().optional(),
    ownerEmail: email().optional().openapi({
      description:
        'Whose room it is to be, for the API key alone. Whoever has the address is a member from then on; the calendar of the owner before is removed, with the meetings that it has announced.',
    }),
    ownerName: lineOfText(200).nullable().optional(),
    timezone: timezone().optional(),
    icsUrl: icsUrl().nullable().optional(),
    icsFetchInterval: interval().optional(),
    icsEnabled: z.boolean().optional(),
    plannedMeetings: z.enum(['keep', 'cancel']).optional().openapi({
      description:
        'With a calendar that is switched off or removed: what becomes of its meetings that have not begun. They are kept when absent.',
    }),
  })
  .openapi('RoomChanges');

/** What anybody sees of a room. */
export const participantRoom = z
  .strictObject({ id: id(), name: z.string(), url: z.url(), timezone: z.string() })
  .openapi('Room');

export const ownerRoom = participantRoom
  .extend({
    ownerEmail: z.string(),
    ownerName: z.string().nullable(),
    icsUrl: z
      .string()
      .nullable()
      .openapi({ description: 'Only its host.', example: 'https://calendar.example.org/…' }),
    icsFetchInterval: interval(),
    icsEnabled: z.boolean(),
    icsLastSync: instantOut().nullable(),
    icsNextSync: instantOut().nullable().openapi({
      description:
        'Up to a tenth of the interval later, so that not all are fetched at once; null: it is not followed.',
    }),
    icsResult: syncResultWord(),
    icsProblem: z
      .string()
      .nullable()
      .openapi({ description: 'Why it failed, or what waits; a stable code.' }),
    icsMessage: z.string().nullable().openapi({ description: 'The result in the tenant’s language.' }),
    icsFailingSince: failingSince(),
  })
  .openapi('OwnRoom');

export const deletedRoom = z
  .strictObject({
    id: id(),
    name: z.string(),
    restorableUntil: instantOut().openapi({ description: 'Until then it can be brought back.' }),
  })
  .openapi('DeletedRoom');

export const roomList = z.strictObject({ rooms: z.array(ownerRoom) }).openapi('RoomList');

const problem = z.strictObject({
  uid: z.string().nullable().openapi({ description: 'Of the event; null: of the file.' }),
  code: z.string(),
  property: z.string().nullable(),
  message: z.string(),
});

export const testBody = z.strictObject({ icsUrl: icsUrl() }).openapi('FeedTest');

export const testResult = z
  .strictObject({
    ok: z.boolean(),
    message: z.string().openapi({ description: 'For the owner, in the tenant’s language.' }),
    problem: z.string().nullable().openapi({ description: 'Why it cannot be read; a stable code.' }),
    httpStatus: z.int().nullable(),
    calendarName: z.string().nullable(),
    events: z.int(),
    matches: z.int().openapi({ description: 'Events that name this room.' }),
    next: z.array(z.strictObject({ title: z.string(), startsAt: instantOut(), endsAt: instantOut() })),
    problems: z.array(problem),
  })
  .openapi('FeedTestResult');

export const feedStatus = z
  .strictObject({
    lastSync: instantOut().nullable(),
    nextSync: instantOut().nullable(),
    failingSince: failingSince(),
    result: syncResultWord(),
    problem: z.string().nullable(),
    message: z.string().nullable(),
    events: z.int(),
    matches: z.int(),
    planned: z.int().openapi({ description: 'Meetings that it has announced and that have not begun.' }),
    problems: z.array(problem),
  })
  .openapi('FeedStatus');

export const syncResult = feedStatus
  .extend({ finished: z.boolean().openapi({ description: 'False: it still runs; ask for the status.' }) })
  .openapi('FeedSyncResult');

export const fetchLog = z
  .strictObject({
    fetches: z.array(
      z.strictObject({
        at: instantOut(),
        result: z.string(),
        httpStatus: z.int().nullable(),
        bytes: z.int().nullable(),
        tookMs: z.int(),
        events: z.int(),
        added: z.int(),
        changed: z.int(),
        removed: z.int(),
        problems: z.int(),
      }),
    ),
  })
  .openapi('FeedFetches');

export const nothing = z.strictObject({}).openapi('Nothing');
