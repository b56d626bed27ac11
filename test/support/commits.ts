import { createMessageIds } from '../../adapters/mail/message-ids.ts';
import type { Knex } from 'knex';
import type { CommitInput } from '../../activities/meeting/ports.ts';
import { createMailComposer } from '../../adapters/mail/compose.ts';
import { createMeetingStore } from '../../adapters/postgres/meeting-store.ts';
import { createSealer } from '../../adapters/secrets/sealing.ts';
import { decide } from '../../domain/meeting/decide.ts';
import type { MeetingEvent } from '../../domain/meeting/events.ts';
import { invitationsThatDiffer, type MeetingState } from '../../domain/meeting/state.ts';

/** The store that commits changes, with a composer of its own. */
export const testMeetingStore = (database: Knex) =>
  createMeetingStore(database, {
    composer: createMailComposer(),
    sealer: createSealer(Buffer.alloc(32, 7).toString('base64')),
    messageIds: createMessageIds(Buffer.alloc(32, 7).toString('base64')),
    publicUrl: 'http://parley.test',
  });

/** A change as the meeting's workflow hands it over, decided on what it knows. */
export function commitInput(state: MeetingState, event: MeetingEvent, nowMs: number): CommitInput {
  const change = decide(state, event, nowMs);
  if (change.kind === 'refusal') throw new Error(change.code);
  const invitations = invitationsThatDiffer(state, change.next);
  return { meetingId: state.meetingId, event, nowMs, change, invitations, callId: null };
}
