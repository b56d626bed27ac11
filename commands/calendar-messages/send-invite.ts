import type { Actor } from '../../policies/actor.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';
import { requireAddressee, type AddresseeName } from './addressee.ts';
import { bringAbout, type SentMessage } from './bring-about.ts';
import { requireAsWanted, type Wanted } from './wanted.ts';

/**
 * Brings about or repeats an invitation to the meeting as it is.
 *
 * @throws NotPermitted, UnknownAttendee, NotAsWanted; MeetingRefused, EngineUnavailable
 */
export async function sendInvite(
  deps: MeetingDeps,
  actor: Actor,
  named: AddresseeName,
  wanted: Wanted,
): Promise<SentMessage> {
  const to = await requireAddressee(deps, actor, named);
  requireAsWanted(to.meeting, wanted);
  return bringAbout(deps, to, { method: 'REQUEST', sequence: wanted.sequence });
}
