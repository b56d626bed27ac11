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
}

/** The mail that an endpoint of a tenant is sent no more events; to whom it goes, the database knows. */
export interface EndpointDisabled {
  type: 'endpoint-disabled';
  /** The same key again is the same message. */
  key: string;
  noticeId: string;
  /** Date. */
  atMs: Instant;
}

/** A run of the delivery of an event to an endpoint. */
export interface WebhookDelivery {
  type: 'webhook';
  key: string;
  deliveryId: string;
  run: number;
}

/** What goes out as mail. */
export type MailDelivery = RepeatCancel | SignIn | EndpointDisabled;
export type Delivery = MailDelivery | WebhookDelivery;

export interface DeliveryWorkflowInput {
  message: Delivery;
  delivery: DeliveryPolicy;
}
