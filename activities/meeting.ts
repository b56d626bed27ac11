import { ApplicationFailure, heartbeat } from '@temporalio/activity';
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
        const { response } = await whileBeating(() => mail.send(message));
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
      const { url } = await whileBeating(() => video.open({ roomId, ...room }));
      await store.recordRoomOpened(roomId, url);
    },

    async closeRoom(roomId) {
      await whileBeating(() => video.close({ roomId }));
      await store.recordRoomClosed(roomId);
    },
  };
}

const BEAT_MS = 3_000;

/** Tells the server that the work goes on, so that it notices a dead worker within seconds and gives the work to another. */
async function whileBeating<T>(work: () => Promise<T>): Promise<T> {
  const beating = setInterval(() => heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

/** The kind of a passing failure; its text may name a host or a mailbox and stays out of the database. */
const describe = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
