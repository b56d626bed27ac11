// What the migrations lead to. Written by "npm run schema:dump"; not to be edited.

export type BusyKind = 'busy' | 'tentative' | 'unavailable';

export type CalendarSource = 'local' | 'feed' | 'connection';

export type CollectionKind = 'calendar' | 'inbox' | 'outbox';

export type DeclinePolicy = 'strict' | 'soft';

export type LinkPurpose = 'answer' | 'propose' | 'approve' | 'decline' | 'confirm';

export type MeetingStatus = 'held' | 'open' | 'scheduled' | 'live' | 'cancelled' | 'closed';

export type Partstat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';

export type PartyRole = 'host' | 'guest';

export type PrincipalKind = 'individual' | 'room' | 'resource' | 'group';

export type ProposalStatus = 'pending' | 'approved' | 'declined' | 'expired' | 'withdrawn' | 'replaced';

export interface ApiKeysRow {
  id: string;
  tenant_id: string;
  name: string;
  key_hash: Buffer;
  prefix: string;
  scopes: string[];
  created_at: Date;
  revoked_at: Date | null;
}

export interface AppPasswordsRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  name: string;
  selector: string;
  salt: Buffer;
  hash: Buffer;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface AuditLogRow {
  id: number;
  tenant_id: string | null;
  meeting_id: string | null;
  uid: string | null;
  at: Date;
  category: string;
  what: string;
  actor: string;
  door: string;
  details: unknown;
}

export interface AvailabilityChangesRow {
  whose: string;
  xid: string;
}

export interface BookingLinksRow {
  id: string;
  tenant_id: string;
  event_type_id: string;
  token_hash: Buffer;
  label: string;
  single_use: boolean;
  expires_at: Date | null;
  used_by: string | null;
  revoked_at: Date | null;
  created_at: Date;
}

export interface BookingProfilesRow {
  principal_id: string;
  tenant_id: string;
  slug: string;
  default_schedule_id: string;
  timezone_detected: string | null;
  timezone_confirmed: boolean;
  limits: unknown;
  created_at: Date;
  updated_at: Date;
}

export interface BusyPeriodsRow {
  id: number;
  tenant_id: string;
  principal_id: string;
  event_id: string | null;
  kind: BusyKind;
  period: string;
  calendar_id: string;
  uid: string | null;
}

export interface BusySeriesRow {
  tenant_id: string;
  principal_id: string;
  calendar_id: string;
  uid: string;
  span: string;
  series: unknown;
  version: string;
}

export interface CalendarChangesRow {
  calendar_id: string;
  version: number;
  version_tag: string;
  tenant_id: string;
  name: string;
  changed_at: Date;
}

export interface CalendarCorrespondentsRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  uid: string;
  address: string;
  address_key: string;
  tag_hash: Buffer | null;
  created_at: Date;
}

export interface CalendarEventsRow {
  id: string;
  tenant_id: string;
  calendar_id: string;
  ics_uid: string;
  recurrence_id: string;
  sequence: number;
  last_modified: Date | null;
  content_hash: Buffer;
  title: string;
  description: string;
  location: string;
  attendees: unknown;
  starts_at: Date;
  ends_at: Date;
  all_day: boolean;
  busy: BusyKind | null;
  generation: number;
  meeting_id: string | null;
  removed_at: Date | null;
  last_synced_at: Date;
  overridden: boolean;
  withdrawn_at: Date | null;
}

export interface CalendarGrantsRow {
  tenant_id: string;
  calendar_id: string;
  principal_id: string | null;
  privileges: string[];
}

export interface CalendarHomesRow {
  principal_id: string;
  tenant_id: string;
  properties: unknown;
  created_at: Date;
}

export interface CalendarMailsRow {
  id: string;
  tenant_id: string;
  correspondent_id: string;
  method: string;
  ical_data: string;
  created_at: Date;
}

export interface CalendarObjectVersionsRow {
  id: string;
  tenant_id: string;
  calendar_id: string;
  name: string;
  uid: string;
  raw: string;
  component: string;
  deleted: boolean;
  replaced_at: Date;
}

export interface CalendarObjectsRow {
  tenant_id: string;
  calendar_id: string;
  uid: string;
  etag: string;
  raw: string;
  created_at: Date;
  updated_at: Date;
  name: string | null;
  component: string;
  span: string | null;
  schedule_tag: string | null;
  meeting_id: string | null;
}

export interface CalendarsRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  source: CalendarSource;
  created_at: Date;
  kind: CollectionKind;
  segment: string;
  name: string | null;
  timezone: string | null;
  components: string[];
  transparent: boolean;
  is_default: boolean;
  properties: unknown;
  version: number;
  version_tag: string;
  series_version: string | null;
  forgotten_version: number;
  deleted_at: Date | null;
}

export interface ContactsRow {
  id: string;
  tenant_id: string;
  address: string;
  address_key: string;
  created_at: Date;
}

export interface DateOverridesRow {
  id: string;
  tenant_id: string;
  principal_id: string | null;
  event_type_id: string | null;
  day: Date;
  blocks: unknown;
  label: string;
  created_at: Date;
}

export interface DavScheduleMessageRow {
  id: string;
  tenant_id: string;
  collection_id: string;
  name: string;
  uid: string;
  sender: string;
  recipient: string;
  method: string;
  ical_data: string;
  etag: string;
  status: string;
  created_at: Date;
}

export interface EventTypeHostsRow {
  tenant_id: string;
  event_type_id: string;
  principal_id: string;
  priority: number;
  weight: number;
}

export interface EventTypeResourcesRow {
  tenant_id: string;
  event_type_id: string;
  principal_id: string;
}

export interface EventTypesRow {
  id: string;
  tenant_id: string;
  owner_id: string;
  slug: string;
  title: string;
  description: string;
  lengths_minutes: number[];
  schedule_id: string | null;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  buffers_against_calendars: boolean;
  notice_minutes: number;
  window_days: number | null;
  window_first_day: Date | null;
  window_last_day: Date | null;
  step_minutes: number | null;
  limits: unknown;
  requires_approval: boolean;
  approval_hours: number;
  policy: DeclinePolicy | null;
  location: string;
  room_id: string | null;
  questions: unknown;
  change_until_minutes: number | null;
  access: string;
  locked_timezone: string | null;
  reminder_mail_minutes: number[] | null;
  reminder_alarm_minutes: number[] | null;
  seats: number;
  together: string;
  together_count: number | null;
  embed_origins: string[];
  active: boolean;
  deleted_at: Date | null;
  created_at: Date;
  updated_at: Date;
  online: boolean;
}

export interface FeedFetchesRow {
  id: number;
  tenant_id: string;
  calendar_id: string;
  at: Date;
  result: string;
  http_status: number | null;
  bytes: number | null;
  took_ms: number;
  events: number;
  added: number;
  changed: number;
  removed: number;
  problems: number;
}

export interface FeedsRow {
  calendar_id: string;
  tenant_id: string;
  url_sealed: Buffer | null;
  url_key_id: string | null;
  url_masked: string | null;
  interval_minutes: number;
  enabled: boolean;
  etag: string | null;
  last_modified: string | null;
  content_hash: Buffer | null;
  last_sync_at: Date | null;
  last_change_at: Date | null;
  last_result: string | null;
  last_problem: string | null;
  events: number;
  matches: number;
  problems: unknown;
  withheld_hash: Buffer | null;
  read_again_at: Date | null;
  last_good_at: Date | null;
  failing_since: Date | null;
  owner_told_at: Date | null;
}

export interface FormerRoomNamesRow {
  name: string;
  tenant_id: string;
  room_id: string;
  until: Date;
}

export interface GroupMembersRow {
  tenant_id: string;
  group_id: string;
  member_id: string;
}

export interface HolidayCalendarsRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  name: string;
  read_at: Date;
  problems: number;
  complete: boolean;
  created_at: Date;
  url_sealed: Buffer | null;
  url_key_id: string | null;
  url_masked: string | null;
  next_read_at: Date | null;
  failing_since: Date | null;
  problem: string | null;
}

export interface HolidaysRow {
  calendar_id: string;
  tenant_id: string;
  principal_id: string;
  day: Date;
  name: string;
}

export interface IdempotencyKeysRow {
  scope: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  answer: unknown;
  created_at: Date;
  locked_until: Date;
}

export interface ImipMessagesRow {
  id: string;
  tenant_id: string | null;
  meeting_id: string | null;
  arrived_for: string | null;
  dedupe_key: string;
  door: string;
  envelope_from: string | null;
  envelope_to: string[];
  uid: string | null;
  method: string | null;
  sequence: number | null;
  attendee_email: string | null;
  partstat: string | null;
  decision: string | null;
  reason: string | null;
  raw_id: string;
  received_at: Date;
  decided_at: Date | null;
  session: unknown;
  evidence: unknown;
  sender: string | null;
  addressed_to: string | null;
  attendee_id: string | null;
  held: unknown;
  attempts: number;
  attempt_began_at: Date | null;
}

export interface InvitationsRow {
  id: string;
  tenant_id: string;
  meeting_id: string;
  uid: string;
  attendee_id: string;
  role: PartyRole;
  required: boolean;
  removed_at: Date | null;
  request_id: string | null;
  attendee_email: string;
  attendee_key: string;
  attendee_name: string | null;
  attendee_timezone: string | null;
  last_partstat: Partstat;
  answered_sequence: number | null;
  answered_at: Date | null;
  last_method_sent: string | null;
  last_message_id: string | null;
  delivery_state: unknown;
  updated_at: Date;
  attendee_language: string | null;
  organizer_tag_hash: Buffer | null;
  principal_id: string | null;
  contact_id: string | null;
  person_id: string;
  form_answers: unknown;
}

export interface InviteRequestsRow {
  id: string;
  tenant_id: string;
  meeting_id: string;
  email: string;
  name: string | null;
  timezone: string | null;
  created_at: Date;
  language: string | null;
  principal_id: string | null;
  contact_id: string | null;
  form_answers: unknown;
}

export interface LearnedAddressesRow {
  tenant_id: string;
  principal_id: string | null;
  contact_id: string | null;
  person_id: string;
  address_key: string;
  meeting_id: string | null;
  learned_from: string;
  created_at: Date;
}

export interface MagicLinksRow {
  id: string;
  tenant_id: string;
  meeting_id: string;
  uid: string;
  purpose: LinkPurpose;
  attendee_id: string;
  actor_email: string;
  proposal_id: string | null;
  token_hash: Buffer;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  made_proposal_id: string | null;
  inbound_message_id: string | null;
}

export interface MailUsageRow {
  tenant_id: string;
  day: Date;
  bytes: number;
  messages: number;
}

export interface MailboxProblemsRow {
  mailbox: string;
  uid_validity: number;
  uid: number;
  reason: string;
  detail: string | null;
  attempts: number;
  next_attempt_at: Date | null;
  first_failed_at: Date;
  last_failed_at: Date;
}

export interface MailboxesRow {
  name: string;
  since: Date;
  uid_validity: number | null;
  last_uid: number;
  last_seen_at: Date | null;
  last_error: string | null;
  last_error_at: Date | null;
  created_at: Date;
  refresh_token_sealed: Buffer | null;
  refresh_token_from: Buffer | null;
}

export interface MeetingChangesRow {
  tenant_id: string;
  meeting_id: string;
  revision: number;
  event_key: string;
  event: unknown;
  decided_at: Date;
}

export interface MeetingRefusalsRow {
  call_id: string;
  tenant_id: string;
  meeting_id: string;
  code: string;
  refused_at: Date;
}

export interface MeetingsRow {
  id: string;
  tenant_id: string;
  ics_uid: string;
  ics_sequence: number;
  title: string;
  description: string;
  start_utc: Date;
  end_utc: Date;
  status: MeetingStatus;
  policy: DeclinePolicy;
  proposal_expiry_hours: number;
  revision: number;
  cancel_reason: string | null;
  metadata: unknown;
  video_ready_at: Date | null;
  video_closed_at: Date | null;
  video_url: string | null;
  video_name: string | null;
  created_at: Date;
  updated_at: Date;
  source: string;
  room_id: string | null;
  present: string[];
  reminder_mail_minutes: number[];
  reminder_alarm_minutes: number[];
  event_type_id: string | null;
  hold_expires_at: Date | null;
  held_by: Buffer | null;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  seats: number;
  change_until_minutes: number | null;
  approval_minutes: number | null;
  location: string;
  booking_link_id: string | null;
  online: boolean;
}

export interface NoticesRow {
  id: string;
  tenant_id: string;
  principal_id: string | null;
  address: string;
  kind: string;
  room_id: string | null;
  endpoint_id: string | null;
  host: string | null;
  problem: string;
  since: Date;
  created_at: Date;
}

export interface OperatorSessionsRow {
  token_hash: Buffer;
  tenant_id: string;
  api_key_id: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface OutboxRow {
  id: number;
  tenant_id: string;
  uid: string;
  event_key: string;
  event: unknown;
  created_at: Date;
  attempts: number;
  delivered_at: Date | null;
  gave_up_at: Date | null;
}

export interface OutgoingMessagesRow {
  id: string;
  tenant_id: string;
  meeting_id: string | null;
  uid: string | null;
  attendee_id: string | null;
  kind: string;
  method: string | null;
  sequence: number;
  message_key: string;
  revision: number;
  message_id: string;
  raw_id: string;
  state: string;
  attempts: number;
  last_response: string | null;
  prepared_at: Date;
  sent_at: Date | null;
  tag_hash: Buffer | null;
  sign_in_id: string | null;
  useful_until: Date | null;
  notice_id: string | null;
  last_code: string | null;
  deferred_since: Date | null;
  next_attempt_at: Date | null;
  calendar_mail_id: string | null;
}

export interface ParticipantsRow {
  tenant_id: string;
  meeting_id: string;
  participant_id: string;
  display_name: string | null;
  joined_at: Date;
  left_at: Date | null;
  seen_at: Date | null;
  in_video: boolean;
  video_said_at: Date | null;
  comings: number;
  lost: boolean;
}

export interface PendingProposalsRow {
  id: string;
  tenant_id: string;
  meeting_id: string;
  uid: string;
  proposed_by: string;
  proposed_via: string;
  proposed_start_utc: Date;
  proposed_end_utc: Date;
  note: string;
  status: ProposalStatus;
  created_at: Date;
  expires_at: Date;
  asked: string[];
  waits_for: string[];
  decided_by: string | null;
  decision_at: Date | null;
  holds: boolean;
}

export interface PrincipalAddressesRow {
  tenant_id: string;
  principal_id: string;
  address: string;
  address_key: string;
  is_primary: boolean;
  verified_at: Date | null;
  created_at: Date;
}

export interface PrincipalsRow {
  id: string;
  tenant_id: string;
  kind: PrincipalKind;
  name: string | null;
  timezone: string;
  language: string | null;
  owner_id: string | null;
  created_at: Date;
  updated_at: Date;
  operates: boolean;
  deleted_at: Date | null;
  capacity: number;
}

export interface RawMessagesRow {
  id: string;
  sha256: Buffer;
  size: number;
  sealed: Buffer | null;
  created_at: Date;
  removed_at: Date | null;
}

export interface ReservationsRow {
  tenant_id: string;
  meeting_id: string;
  attendee_id: string;
  principal_id: string | null;
  contact_id: string | null;
  person_id: string;
  kind: string;
  period: string;
  blocked: string;
  shared: boolean;
}

export interface RoomOffersRow {
  room_id: string;
  tenant_id: string;
  address: string;
  address_key: string;
  expires_at: Date;
}

export interface SchedulesRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  name: string;
  timezone: string | null;
  weekly: unknown;
  event_type_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface SessionsRow {
  token_hash: Buffer;
  tenant_id: string;
  principal_id: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
}

export interface SignInsRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  address: string;
  room_id: string | null;
  language: string | null;
  token_hash: Buffer | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface TemporaryHoursRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  name: string;
  first_day: Date;
  last_day: Date;
  weekdays: number[] | null;
  blocks: unknown;
  created_at: Date;
}

export interface TenantsRow {
  id: string;
  slug: string;
  organizer_email: string;
  organizer_name: string;
  product_name: string;
  policy: DeclinePolicy;
  proposal_expiry_hours: number;
  one_click_links: boolean;
  created_at: Date;
  language: string | null;
  unguessable_organizer: boolean;
  reminder_mail_minutes: number[];
  reminder_alarm_minutes: number[];
}

export interface TravelsRow {
  id: string;
  tenant_id: string;
  principal_id: string;
  first_day: Date;
  last_day: Date;
  timezone: string;
  created_at: Date;
}

export interface VacationsRow {
  id: string;
  tenant_id: string;
  principal_id: string | null;
  event_type_id: string | null;
  first_day: Date;
  last_day: Date;
  reason: string;
  created_at: Date;
}

export interface WebhookAttemptsRow {
  id: number;
  tenant_id: string;
  delivery_id: string;
  run: number;
  at: Date;
  took_ms: number;
  http_status: number | null;
  problem: string | null;
}

export interface WebhookDeliveriesRow {
  id: string;
  number: number;
  tenant_id: string;
  endpoint_id: string;
  event_id: string;
  state: string;
  run: number;
  attempts: number;
  started_at: Date | null;
  settled_at: Date | null;
  created_at: Date;
}

export interface WebhookEndpointsRow {
  id: string;
  tenant_id: string;
  url: string;
  description: string;
  event_types: string[] | null;
  contact_email: string | null;
  secret_sealed: Buffer;
  secret_key_id: string;
  previous_sealed: Buffer | null;
  previous_key_id: string | null;
  previous_until: Date | null;
  enabled: boolean;
  disabled_reason: string | null;
  disabled_at: Date | null;
  failing_since: Date | null;
  delivered_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface WebhookEventsRow {
  id: string;
  number: number;
  tenant_id: string;
  type: string;
  at: Date;
  data: unknown;
  created_at: Date;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    api_keys: ApiKeysRow;
    app_passwords: AppPasswordsRow;
    audit_log: AuditLogRow;
    availability_changes: AvailabilityChangesRow;
    booking_links: BookingLinksRow;
    booking_profiles: BookingProfilesRow;
    busy_periods: BusyPeriodsRow;
    busy_series: BusySeriesRow;
    calendar_changes: CalendarChangesRow;
    calendar_correspondents: CalendarCorrespondentsRow;
    calendar_events: CalendarEventsRow;
    calendar_grants: CalendarGrantsRow;
    calendar_homes: CalendarHomesRow;
    calendar_mails: CalendarMailsRow;
    calendar_object_versions: CalendarObjectVersionsRow;
    calendar_objects: CalendarObjectsRow;
    calendars: CalendarsRow;
    contacts: ContactsRow;
    date_overrides: DateOverridesRow;
    dav_schedule_message: DavScheduleMessageRow;
    event_type_hosts: EventTypeHostsRow;
    event_type_resources: EventTypeResourcesRow;
    event_types: EventTypesRow;
    feed_fetches: FeedFetchesRow;
    feeds: FeedsRow;
    former_room_names: FormerRoomNamesRow;
    group_members: GroupMembersRow;
    holiday_calendars: HolidayCalendarsRow;
    holidays: HolidaysRow;
    idempotency_keys: IdempotencyKeysRow;
    imip_messages: ImipMessagesRow;
    invitations: InvitationsRow;
    invite_requests: InviteRequestsRow;
    learned_addresses: LearnedAddressesRow;
    magic_links: MagicLinksRow;
    mail_usage: MailUsageRow;
    mailbox_problems: MailboxProblemsRow;
    mailboxes: MailboxesRow;
    meeting_changes: MeetingChangesRow;
    meeting_refusals: MeetingRefusalsRow;
    meetings: MeetingsRow;
    notices: NoticesRow;
    operator_sessions: OperatorSessionsRow;
    outbox: OutboxRow;
    outgoing_messages: OutgoingMessagesRow;
    participants: ParticipantsRow;
    pending_proposals: PendingProposalsRow;
    principal_addresses: PrincipalAddressesRow;
    principals: PrincipalsRow;
    raw_messages: RawMessagesRow;
    reservations: ReservationsRow;
    room_offers: RoomOffersRow;
    schedules: SchedulesRow;
    sessions: SessionsRow;
    sign_ins: SignInsRow;
    temporary_hours: TemporaryHoursRow;
    tenants: TenantsRow;
    travels: TravelsRow;
    vacations: VacationsRow;
    webhook_attempts: WebhookAttemptsRow;
    webhook_deliveries: WebhookDeliveriesRow;
    webhook_endpoints: WebhookEndpointsRow;
    webhook_events: WebhookEventsRow;
  }
}
