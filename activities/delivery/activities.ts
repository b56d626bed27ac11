import type { CalendarMail, Notice, RepeatCancel, SignIn } from '../../workflows/delivery/messages.ts';
import type { PreparedMessage } from '../meeting/ports.ts';
import { sendMessage, type SendMessagePorts } from './send-message.ts';

/** What a delivery needs to know of its message. */
export type PreparedDelivery = Pick<PreparedMessage, 'id' | 'summary'>;

export interface DeliveryStore {
  /** Composes and stores the message; null when the meeting is not cancelled. The same key again finds the same. */
  prepareRepeat(message: RepeatCancel): Promise<PreparedMessage | null>;
  /** Composes and stores the message with a link of its own. The same sign-in again finds the same. */
  prepareSignIn(message: SignIn): Promise<PreparedDelivery>;
  /** Composes and stores the message. The same notice again finds the same. */
  prepareNotice(message: Notice): Promise<PreparedDelivery>;
  /** Composes and stores the message. The same one again finds the same. */
  prepareCalendarMail(message: CalendarMail): Promise<PreparedDelivery>;
  /** Writes into the calendar of who sent it what became of a message (SCHEDULE-STATUS, RFC 6638 §7.3). */
  noteCalendarMail(mailId: string): Promise<void>;
}

export interface DeliveryActivityPorts extends SendMessagePorts {
  store: DeliveryStore & SendMessagePorts['store'];
}

/** How messages go out: those of meetings, and those that are deliveries of their own. */
export interface DeliveryActivities extends DeliveryStore {
  sendMessage(id: string): Promise<void>;
}

export const createDeliveryActivities = (ports: DeliveryActivityPorts): DeliveryActivities => ({
  prepareRepeat: (message) => ports.store.prepareRepeat(message),
  prepareSignIn: (message) => ports.store.prepareSignIn(message),
  prepareNotice: (message) => ports.store.prepareNotice(message),
  prepareCalendarMail: (message) => ports.store.prepareCalendarMail(message),
  noteCalendarMail: (mailId) => ports.store.noteCalendarMail(mailId),
  sendMessage: (id) => sendMessage(ports, id),
});
