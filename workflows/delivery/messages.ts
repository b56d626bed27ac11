import type { SignInTarget } from '../../domain/principals/sign-in-target.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DeliveryPolicy } from '../meeting/messages.ts';

export const DELIVERY_WORKFLOW = 'deliveryWorkflow';

/** The id of the workflow that delivers a message that no meeting's workflow owns. */
export const deliveryWorkflowId = (key: string): string => `delivery:${key}`;

/** The CANCEL of a meeting that is over, once more to an attendee whose calendar still has it. */
export interface RepeatCancel {
  type: 'repeat-cancel';
  /** The same key again is the same message. */
  key: string;
  meetingId: string;
  attendeeId: AttendeeId;
  /** DTSTAMP and Date. */
  atMs: Instant;
}

/** The link that a member signs in with; for whom it is, the database knows. */
export interface SignIn {
  type: 'sign-in';
  /** The same key again is the same message. */
  key: string;
  signInId: string;
  /** Date. */
  atMs: Instant;
  /** Where they want to go; absent: to their rooms. */
  to?: SignInTarget;
}

/** What somebody is told that is about no meeting; whom and what, the database knows. */
export interface Notice {
  type: 'notice';
  /** The same key again is the same message. */
  key: string;
  noticeId: string;
  /** Date. */
  atMs: Instant;
}

/** A scheduling message of somebody's calendar to who keeps none here; whom and what, the database knows. */
export interface CalendarMail {
  type: 'calendar-mail';
  /** The same key again is the same message. */
  key: string;
  mailId: string;
  /** Date. */
  atMs: Instant;
}

/** A message that was given up, once more: the same bytes under the same Message-ID. */
export interface Again {
  type: 'again';
  key: string;
  /** Of the message. */
  id: string;
  /** What an operator sees beside the activity that sends it. */
  summary: string;
}

/** The key of a message's `Again`: one at a time is under way. */
export const againKey = (id: string): string => `again/${id}`;

/** A run of the delivery of an event to an endpoint. */
export interface WebhookDelivery {
  type: 'webhook';
  key: string;
  deliveryId: string;
  run: number;
}

/** What is yet to be written as mail. */
export type NewMail = RepeatCancel | SignIn | Notice | CalendarMail;
export type MailDelivery = NewMail | Again;
export type Delivery = MailDelivery | WebhookDelivery;

export interface DeliveryWorkflowInput {
  message: Delivery;
  delivery: DeliveryPolicy;
}
