import type { RepeatCancel } from '../workflows/delivery/messages.ts';
import type { PreparedMessage } from './ports.ts';

export interface DeliveryStore {
  /** Composes and stores the message; null when the meeting is not cancelled. The same key again finds the same. */
  prepareRepeat(message: RepeatCancel): Promise<PreparedMessage | null>;
}

/** What deliveries of their own do to the world, besides sending. */
export interface DeliveryActivities {
  prepareRepeat(message: RepeatCancel): Promise<PreparedMessage | null>;
}

export const createDeliveryActivities = (store: DeliveryStore): DeliveryActivities => ({
  prepareRepeat: (message) => store.prepareRepeat(message),
});
