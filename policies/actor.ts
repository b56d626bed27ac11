import type { LinkPurpose } from '../domain/meeting/links.ts';
import type { AttendeeId } from '../domain/meeting/attendee-id.ts';

/**
 * What an API key may be used for: meetings for products, ics for the internal calendar calls, hooks for the mail provider,
 * mail for looking into what came in, webhooks for where events are sent, calendars for those of members and when they are
 * free, operator for seeing and mending what went wrong.
 */
export const SCOPES = ['meetings', 'ics', 'hooks', 'mail', 'webhooks', 'calendars', 'operator'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who acts, as the door has made sure of. */
export type Actor =
  /** With an API key of the tenant. */
  | { kind: 'backend'; tenantId: string; scopes: readonly Scope[] }
  /** With a session of theirs; `operates`: with the role of an operator of their tenant. */
  | { kind: 'member'; tenantId: string; principalId: string; operates?: boolean }
  /** With a link that was mailed to them. */
  | { kind: 'attendee'; tenantId: string; meetingId: string; attendeeId: AttendeeId; purpose: LinkPurpose }
  /** At the command line, beside the database: of all tenants. */
  | { kind: 'operator' }
  /** Nobody we know: whoever has the address of a room. */
  | { kind: 'anyone' };

export const ANYONE: Actor = { kind: 'anyone' };
