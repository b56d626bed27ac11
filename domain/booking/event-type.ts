import type { Limit } from '../availability/limits.ts';
import type { Together } from '../availability/members.ts';
import type { DeclinePolicy } from '../meeting/state.ts';
import type { ReminderSettings } from '../meeting/reminders.ts';
import type { DayNumber } from '../time/calendar-days.ts';

/** A limit of an event type; one for a length counts the meetings of that length alone. */
export interface TypeLimit extends Limit {
  lengthMinutes?: number | undefined;
}

/** How far ahead an event type can be booked. */
export type BookingWindow =
  /** Until the end of the day so many days from today. */
  | { kind: 'days'; days: number }
  /** From the first day on until the last one ends; null: that side is open. */
  | { kind: 'dates'; firstDay: DayNumber | null; lastDay: DayNumber | null };

export const QUESTION_KINDS = ['text', 'long-text', 'choice', 'phone'] as const;

/** What an event type asks of a guest. */
export interface Question {
  /** Names it for ever among those of its event type: a form's field, and what an answer is to. */
  key: string;
  kind: (typeof QUESTION_KINDS)[number];
  label: string;
  required: boolean;
  /** Of a choice. */
  options?: readonly string[] | undefined;
}

/** `public`: listed, and open to all; `secret`: by a link of its own; `key`: for the API key and the host. */
export const ACCESS = ['public', 'secret', 'key'] as const;
export type Access = (typeof ACCESS)[number];

/** One of those who can take an event type's meetings. */
export interface EventTypeHost {
  principalId: string;
  /** Higher ones are asked first. */
  priority: number;
  /** With 2 they get two meetings where another gets one. */
  weight: number;
}

/** What can be booked. */
export interface EventTypeSettings {
  slug: string;
  title: string;
  description: string;
  /** The first one is offered first. */
  lengthsMinutes: readonly number[];
  /** Null: each host's default schedule counts. */
  scheduleId: string | null;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Whether its buffers count against what comes from other calendars, too. */
  buffersAgainstCalendars: boolean;
  noticeMinutes: number;
  window: BookingWindow;
  /** Null: slots follow each other without a pause. */
  stepMinutes: number | null;
  limits: readonly TypeLimit[];
  requiresApproval: boolean;
  approvalHours: number;
  /** Null: the tenant's. */
  policy: DeclinePolicy | null;
  location: string;
  /** Whether its meetings have a video room; else they are where `location` says. */
  online: boolean;
  roomId: string | null;
  questions: readonly Question[];
  /** Guests may move or cancel until so many minutes before the start; null: never. Hosts always may. */
  changeUntilMinutes: number | null;
  access: Access;
  /** Times are shown in this zone to everybody; null: in each one's own. */
  lockedTimezone: string | null;
  /** What it leaves out is the tenant's. */
  reminders: ReminderSettings;
  /** Guests in one meeting. */
  seats: number;
  together: Together;
  hosts: readonly EventTypeHost[];
  /** Each meeting takes a share of each. */
  resourceIds: readonly string[];
  /** Sites that may show it in a frame. */
  embedOrigins: readonly string[];
  /** Nobody can book it while it is not. */
  active: boolean;
}

export interface EventType extends EventTypeSettings {
  id: string;
  tenantId: string;
  ownerId: string;
  createdAt: Date;
}
