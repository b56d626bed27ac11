import type { Actor } from './actor.ts';
import { may, type Action, type Subject } from './may.ts';
import { NotPermitted } from './not-permitted.ts';

/**
 * What was looked up, for somebody who may do that to it.
 *
 * @param subject null: there is none
 * @param what as in “The room”
 * @throws NotPermitted also where there is none
 */
export function permit<S extends Subject>(actor: Actor, action: Action, subject: S | null, what: string): S {
  if (!subject || !may(actor, action, subject)) throw new NotPermitted(what);
  return subject;
}
