import type { CommandDeps } from '../../deps.ts';
import type { OutsideMail } from './outside.ts';

/** What a change of a calendar works with. */
export interface CalendarDeps extends Pick<CommandDeps, 'knex' | 'clock'> {
  /** Null: no mail can leave, and nobody outside is told. */
  outsideMail: OutsideMail | null;
}
