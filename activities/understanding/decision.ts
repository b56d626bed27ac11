import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { RepeatCancel } from '../../workflows/delivery/messages.ts';
import type { SignalEvent } from '../../workflows/meeting/messages.ts';
import type { Authentication } from './ports.ts';

/**
 * What a message that came in was understood as. `calendar`: it went into the calendars of those whom it came to; `confirm`: its attendee is asked by mail, unless it was asked
 * enough; `refused`: it is not from
 * whom it says; `failed`: it could not be read again and again, and is put aside.
 */
export const UNDERSTOOD = [
  'reply',
  'counter',
  'refresh',
  'bounce',
  'text',
  'calendar',
  'confirm',
  'refused',
  'ignored',
  'failed',
] as const;

export type Understood = (typeof UNDERSTOOD)[number];

/** The reason of `ignored` and `refused` is a stable code; of others it says more, where there is more to say. */
export interface Understanding {
  understood: Understood;
  reason: string | null;
  uid: string | null;
}

/** Why a message was decided as it was; kept with it, and shown to the operator. */
export interface Evidence {
  /** How the sender is known: as the attendee, by an alias, by sub-addressing, or not at all. */
  sender: 'attendee' | 'alias' | 'sub-address' | 'other' | null;
  /** Whether it came to an address that only the invitation's recipient knows, its own or another's. */
  replyAddress: 'own' | 'foreign' | null;
  authentication: Authentication | null;
  /** What the policy said of its authenticity. */
  verdict: { act: string; reason: string; wouldBe?: string } | null;
}

export const NO_EVIDENCE: Evidence = {
  sender: null,
  replyAddress: null,
  authentication: null,
  verdict: null,
};

/** What a report says became of a message of ours. */
export interface Delivered {
  tenantId: string;
  messageId: string;
  event: 'bounced' | 'deferred' | 'delivered';
  detail: string;
}

/** What is known of a message once it was read. No address goes to a workflow: events name roles only. */
export interface InboundDecision extends Understanding {
  meeting: { tenantId: string; meetingId: string } | null;
  method: string | null;
  sequence: number | null;
  sender: string | null;
  attendee: string | null;
  partstat: string | null;
  attendeeId: AttendeeId | null;
  evidence: Evidence;
  /** What has to follow from it: what the meeting is told, or a message from one that is over. */
  event: SignalEvent | RepeatCancel | null;
  /** What it is told once its attendee has confirmed it. */
  held: SignalEvent | null;
  /** What became of a message of ours. */
  delivery: Delivered | null;
  /** Everybody it was sent to, in lower case: whose mailbox it came to. */
  recipients: readonly string[];
}
