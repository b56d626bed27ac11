import type { Knex } from 'knex';

export interface CalendarRow {
  tenantId: string;
  principalId: string;
  segment: string;
  name?: string | null | undefined;
  timezone?: string | null | undefined;
  transparent?: boolean | undefined;
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

/** A calendar that can be brought back. */
export interface DeletedCalendar {
  id: string;
  name: string | null;
  deletedAt: Date;
}

/** The last one first. @param since what was deleted before then cannot be brought back */
export const deletedCalendars = (knex: Knex, principalId: string, since: Date): Promise<DeletedCalendar[]> =>
  knex('calendars')
    .where({ principal_id: principalId, source: 'local', kind: 'calendar' })
    .where('deleted_at', '>=', since)
    .orderBy('deleted_at', 'desc')
    .select<DeletedCalendar[]>({ id: 'id', name: 'name', deletedAt: 'deleted_at' });

/** Of whom a calendar was that can be brought back; null: there is no such. */
export async function ownerOfDeleted(
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
  since: Date,
): Promise<string | null> {
  const row = await knex('calendars')
    .where({ tenant_id: tenantId, id, source: 'local', kind: 'calendar' })
    .where('deleted_at', '>=', since)
    .first('principal_id');
  return row?.principal_id ?? null;
}

/** At its address, or under one of its own where another calendar is at that meanwhile. It receives no invitations. */
export async function restoreCalendarRow(trx: Knex.Transaction, id: string): Promise<void> {
  await trx.raw(
    `UPDATE calendars calendar
        SET deleted_at = NULL, is_default = false,
            segment = CASE WHEN EXISTS (
              SELECT FROM calendars other
               WHERE other.principal_id = calendar.principal_id AND other.segment = calendar.segment AND other.deleted_at IS NULL)
              THEN upper(gen_random_uuid()::text) ELSE segment END
      WHERE id = :id`,
    { id },
  );
}

/** Lets invitations go to this one of its owner's calendars. */
export async function setDefaultCalendar(
  trx: Knex.Transaction,
  { id, principalId }: { id: string; principalId: string },
): Promise<void> {
  await trx('calendars')
    .where({ principal_id: principalId, is_default: true })
    .whereNull('deleted_at')
    .update({ is_default: false });
  await trx('calendars').where({ id }).update({ is_default: true });
}
