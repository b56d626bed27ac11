import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';

export interface NextEvent {
  title: string;
  startMs: Instant;
}

/** The first event of the room's feed that begins after `nowMs`, as far ahead as feeds are read; for the owner alone. */
export async function nextEventOf(knex: Knex, calendarId: string, nowMs: Instant): Promise<NextEvent | null> {
  const row = await knex('calendar_events')
    .where({ calendar_id: calendarId, removed_at: null })
    .andWhere('starts_at', '>', new Date(nowMs))
    .orderBy('starts_at')
    .first<{ title: string; starts_at: Date } | undefined>('title', 'starts_at');
  return row ? { title: row.title, startMs: row.starts_at.getTime() } : null;
}
