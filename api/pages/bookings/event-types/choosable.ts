import type { Colleague } from '../../../../queries/colleagues.ts';

/** Whom and what an event type can name. */
export interface Choosable {
  members: readonly Colleague[];
  rooms: readonly Colleague[];
  resources: readonly Colleague[];
}
