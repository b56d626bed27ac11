import type { NotificationListener, Notifications } from '../notifications.ts';

/** What the database tells of rooms: the id of one that changed, or null when all have to be looked at. */
export interface RoomChanges {
  /** @returns ends it */
  subscribe(listener: NotificationListener): () => void;
  /** Ends what is there for these changes alone. */
  stop(): Promise<void>;
}

/** Of a connection that others use, too: who opened it ends it. */
export const roomChanges = (notifications: Notifications): RoomChanges => ({
  subscribe: (listener) => notifications.subscribe('rooms', listener),
  stop: () => Promise.resolve(),
});
