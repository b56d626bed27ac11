import type {
  CommitInput,
  CommitResult,
  CommittedEvent,
  MeetingStore,
  RefusalInput,
  RefusalResult,
  VideoRooms,
} from './ports.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Clock } from '../clock.ts';
import { whileBeating } from '../while-beating.ts';

export interface MeetingActivityPorts {
  store: MeetingStore;
  video: VideoRooms;
  clock: Clock;
}

/** What a meeting's workflow does to the world. Each activity has one effect and may be run twice. */
export interface MeetingActivities {
  commit(input: CommitInput): Promise<CommitResult>;
  recordRefusal(input: RefusalInput): Promise<RefusalResult>;
  missedChanges(meetingId: string, revision: number): Promise<CommittedEvent[]>;
  recordGivenUp(id: string): Promise<void>;
  openVideo(meetingId: string): Promise<void>;
  closeVideo(meetingId: string): Promise<void>;
  tellTime(): Promise<Instant>;
}

export function createMeetingActivities({ store, video, clock }: MeetingActivityPorts): MeetingActivities {
  return {
    commit: (input) => store.commit(input),

    recordRefusal: (input) => store.recordRefusal(input),

    missedChanges: (meetingId, revision) => store.missedChanges(meetingId, revision),

    async recordGivenUp(id) {
      const { sent } = await store.outgoingMessage(id);
      if (!sent)
        await store.recordAttempt(id, {
          state: 'failed',
          code: 'given-up',
          response: 'given up',
          retryAfterMs: null,
        });
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

    tellTime: () => Promise.resolve(clock.nowMs()),
  };
}
