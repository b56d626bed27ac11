import { ACCESSES } from '../../../policies/sharing.ts';
import { id, instantOut, lineOfText, text, timezone, z } from '../fields.ts';

const LONGEST_NAME = 200;

const name = () => lineOfText(LONGEST_NAME);
const colour = () =>
  z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour, for example #2f6fb0')
    .openapi({ description: 'As calendar programs show it.', example: '#2f6fb0' });
const transparent = () =>
  z.boolean().openapi({ description: 'What is in it takes no time of its owner’s.', example: false });
const zoneOfOwner = () =>
  timezone().nullable().openapi({ description: 'Where its days and floating times are; null: its owner’s.' });

export const newCalendar = z
  .strictObject({
    name: name(),
    colour: colour().optional(),
    timezone: zoneOfOwner().optional(),
    transparent: transparent().optional(),
  })
  .openapi('NewCalendar');

export const calendarChanges = z
  .strictObject({
    name: name().optional(),
    colour: colour().nullable().optional(),
    timezone: zoneOfOwner().optional(),
    transparent: transparent().optional(),
    default: z
      .literal(true)
      .optional()
      .openapi({ description: 'Invitations go there from now on, and to the one before no more.' }),
  })
  .openapi('CalendarChanges');

const access = () => z.enum(ACCESSES);
const everybody = () => z.enum(['free-busy', 'nothing']);
const MOST_SHARES = 200;

export const newShares = z
  .strictObject({
    shares: z
      .array(z.strictObject({ principalId: z.uuid(), access: access() }))
      .max(MOST_SHARES)
      .refine(
        (all) => new Set(all.map(({ principalId }) => principalId.toLowerCase())).size === all.length,
        'must name everybody once',
      ),
    everybody: everybody(),
  })
  .openapi('NewCalendarShares');

const sharesOut = {
  shares: z.array(
    z.strictObject({
      principalId: z.string(),
      access: access().nullable().openapi({
        description: 'Null: a calendar program gave them rights that are none of these.',
      }),
    }),
  ),
  everybody: z.enum([...ACCESSES, 'nothing']),
};

export const shares = z.strictObject(sharesOut).openapi('CalendarShares');

export const calendar = z
  .strictObject({
    id: id(),
    principalId: z.string().openapi({ description: 'Whose it is.' }),
    name: z.string().nullable(),
    colour: z
      .string()
      .nullable()
      .openapi({ description: 'Null: nobody has chosen one.', example: '#2f6fb0' }),
    url: z.string(),
    timezone: z.string(),
    transparent: transparent(),
    default: z.boolean().openapi({ description: 'Invitations go there.' }),
    access: z
      .enum(['owner', ...ACCESSES])
      .openapi({ description: 'What the one may do with it whose calendars are asked for.' }),
    ...sharesOut,
  })
  .openapi('Calendar');

export const calendarList = z.strictObject({ calendars: z.array(calendar) }).openapi('Calendars');

export const deletedCalendar = z
  .strictObject({ id: id(), name: z.string().nullable() })
  .openapi('DeletedCalendar');

export const versionQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.uuid().optional().openapi({ description: '`next` of the page before.' }),
});

export const version = z
  .strictObject({
    id: id(),
    uid: z.string(),
    component: z
      .string()
      .openapi({ description: 'An event (VEVENT), a task (VTODO) or a journal (VJOURNAL).' }),
    title: z.string(),
    startsAt: instantOut().nullable(),
    allDay: z.boolean(),
    happened: z.enum(['deleted', 'overwritten']),
    happenedAt: instantOut(),
  })
  .openapi('CalendarObjectVersion');

export const versionPage = z
  .strictObject({
    versions: z.array(version),
    next: z.string().nullable().openapi({ description: 'For `after`; null: there are no more.' }),
  })
  .openapi('CalendarObjectVersions');

export const restored = z.strictObject({ id: id(), url: z.string() }).openapi('RestoredVersion');

const MOST_USERS = 50;

/** Addresses or ids, with commas between them. */
export const users = () =>
  text(20_000)
    .transform((all) =>
      all
        .split(',')
        .map((user) => user.trim())
        .filter((user) => user !== ''),
    )
    .refine((all) => all.length >= 1 && all.length <= MOST_USERS, `must be 1 to ${MOST_USERS}`)
    .openapi({
      type: 'string',
      description: `Whose time it is: addresses or ids of principals, with commas between them; at most ${MOST_USERS}.`,
      example: 'ivy@example.com,max@example.com',
    });
