import { isRoomName, ROOM_NAME_RULE } from '../../../domain/rooms/name.ts';
import { MOST_CAPACITY } from '../../../domain/availability/capacity.ts';
import { email, id, instant, instantOut, language, lineOfText, timezone, withinDays, z } from '../fields.ts';

const kind = () => z.enum(['individual', 'room', 'resource', 'group']);
const name = () => lineOfText(200);
const addresses = () =>
  z.array(email()).max(20).openapi({
    description:
      'The first one is the primary one, which mail goes to. An address is one principal’s of the tenant.',
  });
const memberIds = () => z.array(z.uuid()).max(1_000).openapi({ description: 'Principals, and no groups.' });
const capacity = () =>
  z.int().min(1).max(MOST_CAPACITY).openapi({
    description: 'Of a resource: how many meetings have it at once; 1 when nobody says.',
    example: 5,
  });
const common = { timezone: timezone().optional(), language: language().nullable().optional() };

/** The name of a room is in its address. */
export const roomName = () =>
  z.string().refine(isRoomName, ROOM_NAME_RULE).openapi({ example: 'board-room' });

export const newPrincipal = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('individual'),
      name: name().optional(),
      addresses: addresses().min(1, 'must have one'),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('room'),
      name: roomName(),
      ownerId: z.uuid(),
      addresses: addresses().optional(),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('resource'),
      name: name(),
      ownerId: z.uuid().optional(),
      capacity: capacity().optional(),
      addresses: addresses().optional(),
      ...common,
    }),
    z.strictObject({
      kind: z.literal('group'),
      name: name(),
      memberIds: memberIds().optional(),
      addresses: addresses().optional(),
      ...common,
    }),
  ])
  .openapi('NewPrincipal');

export const principalChanges = z
  .strictObject({
    name: name().nullable().optional(),
    timezone: timezone().optional(),
    language: language().nullable().optional(),
    addresses: addresses().optional(),
    ownerId: z.uuid().optional(),
    capacity: capacity().optional(),
    memberIds: memberIds().optional(),
  })
  .openapi('PrincipalChanges');

export const principalParams = z.object({ principalId: id() });

export const principalQuery = z.strictObject({
  kind: kind().optional(),
  address: email().optional().openapi({ description: 'Whoever has this address.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.uuid().optional().openapi({ description: '`next` of the page before.' }),
});

export const principal = z
  .strictObject({
    id: id(),
    kind: kind(),
    name: z.string().nullable(),
    timezone: z.string(),
    language: z.string().nullable().openapi({ description: 'Null: the tenant’s.' }),
    ownerId: z
      .string()
      .nullable()
      .openapi({ description: 'Of a room or a resource: who sets its calendar.' }),
    capacity: z.int().nullable().openapi({
      description: 'Of a resource: how many meetings have it at once. Null: it is none.',
    }),
    addresses: z.array(
      z.strictObject({
        address: z.string(),
        primary: z.boolean(),
        verified: z.boolean().openapi({ description: 'They have shown that they read its mail.' }),
      }),
    ),
    memberIds: z.array(z.string()),
    createdAt: instantOut(),
  })
  .openapi('Principal');

export const principalPage = z
  .strictObject({
    principals: z.array(principal),
    next: z.string().nullable().openapi({ description: 'For `after`; null: there are no more.' }),
  })
  .openapi('Principals');

const LONGEST_RANGE_DAYS = 92;

export const busyQuery = withinDays(z.strictObject({ from: instant(), to: instant() }), LONGEST_RANGE_DAYS);

export const busy = z
  .strictObject({
    busy: z.array(
      z.strictObject({
        startsAt: instantOut(),
        endsAt: instantOut(),
        kind: z.enum(['busy', 'tentative', 'unavailable']),
      }),
    ),
  })
  .openapi('Busy');
