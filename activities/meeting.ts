import type {
  CommitInput,
  CommitResult,
  CommittedEvent,
  MeetingStore,
  RefusalInput,
  RefusalResult,
  VideoRooms,
} from './ports.ts';
import { sendMessage, type SendMessagePorts } from './send-message.ts';
import { whileBeating } from './while-beating.ts';

export interface MeetingActivityPorts extends SendMessagePorts {
  store: MeetingStore;
  video: VideoRooms;
}

/** What a meeting's workflow does to the world. Each activity has one effect and may be run twice. */
export interface MeetingActivities {
  commit(input: CommitInput): Promise<CommitResult>;
  recordRefusal(input: RefusalInput): Promise<RefusalResult>;
  missedChanges(meetingId: string, revision: number): Promise<CommittedEvent[]>;
  sendMessage(id: string): Promise<void>;
  recordGivenUp(id: string): Promise<void>;
  openVideo(meetingId: string): Promise<void>;
  closeVideo(meetingId: string): Promise<void>;
}

export function createMeetingActivities(ports: MeetingActivityPorts): MeetingActivities {
  const { store, video } = ports;
  return {
    commit: (input) => store.commit(input),

    recordRefusal: (input) => store.recordRefusal(input),

    missedChanges: (meetingId, revision) => store.missedChanges(meetingId, revision),

    sendMessage: (id) => sendMessage(ports, id),

    async recordGivenUp(id) {
      const { sent } = await store.outgoingMessage(id);
      if (!sent) await store.recordAttempt(id, { state: 'failed', response: 'given up' });
    },

    async openVideo(meetingId) {
      const about = await store.videoRoom(meetingId);
      const { url } = await whileBeating(() => video.open({ meetingId, ...about }));
      await store.recordVideoOpened(meetingId, url);
    },

    async closeVideo(meetingId) {
      await whileBeating(() => video.close({ meetingId }));
      await store.recordVideoClosed(meetingId);
    },
  };
}
