import type { Instant } from '../../domain/time/instant.ts';
import type { DisabledReason } from '../../domain/webhooks/verdict.ts';

/** One run of a delivery: to deliver again is the next one. */
export interface WebhookRun {
  deliveryId: string;
  run: number;
}

/** An event on its way to one endpoint. */
export interface PendingWebhook {
  endpointId: string;
  /** False: nobody is sent anything there. */
  enabled: boolean;
  failingSinceMs: Instant | null;
  /** How often this run was tried before. */
  attempts: number;
  request: WebhookRequest;
}

export interface WebhookRequest {
  url: string;
  /** webhook-id: of the event, the same at every attempt and in every run. */
  id: string;
  /** JSON: type, timestamp and data; the same bytes at every attempt. */
  body: string;
  /** `whsec_…`; each of them signs. */
  secrets: string[];
}

/** Why an event was not taken. Stable: the log of deliveries shows it. */
export type WebhookProblem =
  | 'address-refused'
  | 'host-not-found'
  | 'unreachable'
  | 'certificate-invalid'
  | 'timeout'
  | 'url-refused'
  /** Redirects are not followed. */
  | 'redirected'
  /** Any other status than 2xx. */
  | 'http-error'
  | 'endpoint-disabled'
  /** No attempt came to an end before the time was up. */
  | 'given-up';

export interface WebhookAnswer {
  /** Null: none came. */
  httpStatus: number | null;
  /** Null: it was taken. */
  problem: WebhookProblem | null;
  /** What the server asked for (RFC 9110 §10.2.3); null: it did not. */
  retryAfterMs: number | null;
}

export interface WebhookSender {
  /** Never throws for what the endpoint does wrong. */
  send(request: WebhookRequest): Promise<WebhookAnswer>;
}

export interface WebhookOutcome {
  atMs: Instant;
  tookMs: number;
  httpStatus: number | null;
  problem: WebhookProblem | null;
  /** `pending`: it is tried again. */
  state: 'pending' | 'delivered' | 'failed';
  disable: DisabledReason | null;
}

/** The deliveries in the database. */
export interface WebhookStore {
  /** Null: it is settled, another run took its place, or the endpoint is deleted. */
  pending(run: WebhookRun): Promise<PendingWebhook | null>;
  /** Writes an attempt down with what follows: how the delivery and its endpoint stand, and the mail that it is disabled. */
  record(run: WebhookRun, outcome: WebhookOutcome): Promise<void>;
}
