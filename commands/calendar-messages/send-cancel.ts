import type { Actor } from '../../policies/actor.ts';
import { cancelKnown } from '../meetings/cancel-meeting.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';
import { requireAddressee, type AddresseeName } from './addressee.ts';
import { bringAbout, type SentMessage } from './bring-about.ts';

/**
 * Cancels the meeting for everybody, or finds it cancelled, and brings about or repeats the message about it.
 *
 * @throws NotPermitted, UnknownAttendee; MeetingRefused, EngineUnavailable
 */
export async function sendCancel(
  deps: MeetingDeps,
  actor: Actor,
  named: AddresseeName,
): Promise<SentMessage> {
  const to = await requireAddressee(deps, actor, named);
  const sequence = await cancelKnown(deps, to.meeting, '');
  return bringAbout(deps, to, { method: 'CANCEL', sequence });
}
