import type { Knex } from 'knex';

/** Calendars of holidays, which are days off for the member who has them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE holiday_calendars (
      id uuid PRIMARY KEY,
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      read_at timestamptz NOT NULL,
      -- How much of it could not be read.
      problems integer NOT NULL CHECK (problems >= 0),
      -- Whether all of its days are here: there is a most.
      complete boolean NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, id),
      UNIQUE (principal_id, id),
      FOREIGN KEY (tenant_id, principal_id) REFERENCES principals (tenant_id, id)
    );
    CREATE INDEX holiday_calendars_by_principal ON holiday_calendars (principal_id, created_at, id);

    CREATE TABLE holidays (
      calendar_id uuid NOT NULL,
      tenant_id uuid NOT NULL,
      principal_id uuid NOT NULL,
      day date NOT NULL,
      name text NOT NULL CHECK (length(name) <= 200),
      PRIMARY KEY (calendar_id, day),
      FOREIGN KEY (tenant_id, calendar_id) REFERENCES holiday_calendars (tenant_id, id) ON DELETE CASCADE,
      FOREIGN KEY (principal_id, calendar_id) REFERENCES holiday_calendars (principal_id, id)
    );
    CREATE INDEX holidays_by_principal ON holidays (principal_id, day);

    GRANT SELECT, INSERT, UPDATE, DELETE ON holiday_calendars, holidays TO parley_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP TABLE holidays, holiday_calendars;`);
}
