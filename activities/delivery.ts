import type { SignIn, RepeatCancel } from '../workflows/delivery/messages.ts';
import type { PreparedMessage } from './ports.ts';

/** What a delivery needs to know of its message. */
export type PreparedDelivery = Pick<PreparedMessage, 'id' | 'summary'>;

export interface DeliveryStore {
  /** Composes and stores the message; null when the meeting is not cancelled. The same key again finds the same. */
  prepareRepeat(message: RepeatCancel): Promise<PreparedMessage | null>;
  /** Composes and stores the message with a link of its own. The same sign-in again finds the same. */
  prepareSignIn(message: SignIn): Promise<PreparedDelivery>;
}

/** What deliveries of their own do to the world, besides sending. */
export type DeliveryActivities = DeliveryStore;

export const createDeliveryActivities = (store: DeliveryStore): DeliveryActivities => ({
  prepareRepeat: (message) => store.prepareRepeat(message),
  prepareSignIn: (message) => store.prepareSignIn(message),
});
