import type { Knex } from 'knex';

export interface CalendarRow {
  tenantId: string;
  principalId: string;
  segment: string;
  name?: string | null;
  timezone?: string | null;
  transparent?: boolean;
  components?: readonly string[];
  properties?: Readonly<Record<string, string | null>>;
}

/** @returns false: its owner has one of that segment */
export async function insertCalendar(trx: Knex.Transaction, calendar: CalendarRow): Promise<boolean> {
  const made = await trx('calendars')
    .insert({
      tenant_id: calendar.tenantId,
      principal_id: calendar.principalId,
      source: 'local',
      segment: calendar.segment,
      name: calendar.name ?? null,
      timezone: calendar.timezone ?? null,
      transparent: calendar.transparent ?? false,
      properties: JSON.stringify(calendar.properties ?? {}),
      ...(calendar.components ? { components: [...calendar.components] } : {}),
    })
    .onConflict(trx.raw('(principal_id, segment) WHERE deleted_at IS NULL'))
    .ignore()
    .returning<{ id: string }[]>('id');
  return made.length > 0;
}

export async function countCalendars(knex: Knex, principalId: string): Promise<number> {
  const row = await knex('calendars')
    .where({ principal_id: principalId, source: 'local', kind: 'calendar' })
    .whereNull('deleted_at')
    .count<{ count: string | number }[]>({ count: '*' });
  return Number(row[0]?.count ?? 0);
}

/** @returns the zone of its floating times afterwards */
export async function updateCalendar(
  trx: Knex.Transaction,
  id: string,
  { name, timezone, transparent, properties }: Omit<Partial<CalendarRow>, 'segment'>,
): Promise<string> {
  const { rows } = await trx.raw<{ rows: { timezone: string }[] }>(
    `UPDATE calendars calendar
        SET name = CASE WHEN :setsName THEN :name ELSE calendar.name END,
            timezone = CASE WHEN :setsTimezone THEN :timezone ELSE calendar.timezone END,
            transparent = coalesce(:transparent, transparent),
            properties = coalesce(CAST(:properties AS jsonb), properties)
       FROM principals owner
      WHERE calendar.id = :id AND owner.id = calendar.principal_id
      RETURNING coalesce(calendar.timezone, owner.timezone) AS timezone`,
    {
      id,
      setsName: name !== undefined,
      name: name ?? null,
      setsTimezone: timezone !== undefined,
      timezone: timezone ?? null,
      transparent: transparent ?? null,
      properties: properties ? JSON.stringify(properties) : null,
    },
  );
  return rows[0]?.timezone ?? 'UTC';
}

/** What is in it stays for as long as it can be brought back, and takes no time. */
export async function deleteCalendarRow(trx: Knex.Transaction, id: string): Promise<void> {
  await trx('calendars').where({ id }).update({ deleted_at: trx.fn.now() });
}
