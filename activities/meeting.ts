import { ApplicationFailure } from '@temporalio/activity';
import {
  MailRejected,
  type CommitInput,
  type CommitResult,
  type CommittedEvent,
  type MailSender,
  type MeetingStore,
  type VideoRooms,
} from './ports.ts';

export interface MeetingActivityPorts {
  store: MeetingStore;
  mail: MailSender;
  video: VideoRooms;
}

/** What a meeting's workflow does to the world. Each activity has one effect and may be run twice. */
export interface MeetingActivities {
  commit(input: CommitInput): Promise<CommitResult>;
  missedChanges(roomId: string, revision: number): Promise<CommittedEvent[]>;
  sendMessage(id: string): Promise<void>;
  openRoom(roomId: string): Promise<void>;
  closeRoom(roomId: string): Promise<void>;
}

export function createMeetingActivities(ports: MeetingActivityPorts): MeetingActivities {
  const { store, mail, video } = ports;
  return {
    commit: (input) => store.commit(input),

    missedChanges: (roomId, revision) => store.missedChanges(roomId, revision),

    async sendMessage(id) {
      const message = await store.outgoingMessage(id);
      if (message.sent) return;
      try {
        const { response } = await mail.send(message);
        await store.recordAttempt(id, { state: 'sent', response });
      } catch (error) {
        if (!(error instanceof MailRejected)) {
          await store.recordAttempt(id, { state: 'deferred', response: describe(error) });
          throw error;
        }
        await store.recordAttempt(id, { state: 'failed', response: error.response });
        throw ApplicationFailure.nonRetryable('The mail server refused the message', 'MAIL_REJECTED');
      }
    },

    async openRoom(roomId) {
      const room = await store.room(roomId);
      const { url } = await video.open({ roomId, ...room });
      await store.recordRoomOpened(roomId, url);
    },

    async closeRoom(roomId) {
      await video.close({ roomId });
      await store.recordRoomClosed(roomId);
    },
  };
}

/** The kind of a passing failure; its text may name a host or a mailbox and stays out of the database. */
const describe = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
