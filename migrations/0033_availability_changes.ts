import type { Knex } from 'knex';

/**
 * What changed of that which decides when somebody can be booked, so that what was made of it can be remembered: whose it is, and
 * the transaction. Who remembers something keeps the snapshot in which it was read; a row that this did not see says that it
 * is out of date, in every process and from the commit on. Nothing is locked, since each transaction has rows of its own.
 *
 * A row is of no use after minutes, and is removed then.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE availability_changes (
      -- A principal, an event type, or a schedule.
      whose uuid NOT NULL,
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      PRIMARY KEY (whose, xid)
    );
    GRANT SELECT, INSERT, DELETE ON availability_changes TO parley_app;
  `);
  for (const [table, noted] of Object.entries(NOTED)) await knex.raw(triggersOf(table, noted));
}

export async function down(knex: Knex): Promise<void> {
  for (const table of Object.keys(NOTED)) await knex.raw(`DROP FUNCTION ${functionOf(table)} CASCADE;`);
  await knex.raw(`DROP TABLE availability_changes;`);
}

interface Noted {
  /** Of a row, what decides; of a change of others nothing is noted. */
  columns: string;
  /** Whom a row is about. */
  whose: string;
  /** What of other tables is needed to say so. */
  join?: string;
}

const BOTH = 'principal_id, event_type_id';

/** A meeting counts for the limits of its event type and of its hosts, and the guests of one for its seats. */
const NOTED: Record<string, Noted> = {
  reservations: { columns: 'principal_id, meeting_id, period, blocked, shared', whose: 'principal_id' },
  busy_periods: { columns: 'principal_id, period', whose: 'principal_id' },
  meetings: {
    columns: 'id, event_type_id, status, start_utc, end_utc',
    whose: 'changed.event_type_id, host.principal_id',
    join: `LEFT JOIN invitations host ON host.meeting_id = changed.id AND host.role = 'host'
           WHERE changed.event_type_id IS NOT NULL`,
  },
  invitations: {
    columns: 'meeting_id, attendee_id, role, principal_id, removed_at IS NULL',
    whose: `meeting.event_type_id, CASE WHEN changed.role = 'host' THEN changed.principal_id END`,
    join: 'JOIN meetings meeting ON meeting.id = changed.meeting_id AND meeting.event_type_id IS NOT NULL',
  },
  schedules: { columns: `id, ${BOTH}, timezone, weekly`, whose: `id, ${BOTH}` },
  date_overrides: { columns: `${BOTH}, day, blocks`, whose: BOTH },
  vacations: { columns: `${BOTH}, first_day, last_day`, whose: BOTH },
  temporary_hours: {
    columns: 'principal_id, first_day, last_day, weekdays, blocks',
    whose: 'principal_id',
  },
  travels: { columns: 'principal_id, first_day, last_day, timezone', whose: 'principal_id' },
  holidays: { columns: 'principal_id, day', whose: 'principal_id' },
  booking_profiles: { columns: 'principal_id, default_schedule_id, limits', whose: 'principal_id' },
  event_types: { columns: '*', whose: 'id' },
  event_type_hosts: { columns: 'event_type_id, principal_id, priority, weight', whose: 'event_type_id' },
  event_type_resources: { columns: 'event_type_id, principal_id', whose: 'event_type_id' },
  principals: { columns: 'id, timezone, capacity, deleted_at', whose: 'id' },
};

const functionOf = (table: string): string => `note_availability_of_${table}`;

function triggersOf(table: string, { columns, whose, join = '' }: Noted): string {
  const note = (rows: string): string => `
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[${whose}]) AS whose FROM (${rows}) changed ${join}) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;`;
  const rowsOf = (name: string): string => `SELECT ${columns} FROM ${name}`;
  const [before, after] = [rowsOf('old_rows'), rowsOf('new_rows')];
  return `
    CREATE FUNCTION ${functionOf(table)}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN ${note(after)}
      ELSIF TG_OP = 'DELETE' THEN ${note(before)}
      ELSE ${note(`(${before} EXCEPT ${after}) UNION ALL (${after} EXCEPT ${before})`)}
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER ${table}_inserted AFTER INSERT ON ${table}
      REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ${functionOf(table)}();
    CREATE TRIGGER ${table}_updated AFTER UPDATE ON ${table}
      REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ${functionOf(table)}();
    CREATE TRIGGER ${table}_deleted AFTER DELETE ON ${table}
      REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ${functionOf(table)}();`;
}
