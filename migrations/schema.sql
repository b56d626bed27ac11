-- What the migrations lead to. Written by "npm run schema:dump"; not to be edited.

CREATE EXTENSION btree_gist;

CREATE TYPE busy_kind AS ENUM ('busy', 'tentative', 'unavailable');
CREATE TYPE calendar_source AS ENUM ('local', 'feed', 'connection');
CREATE TYPE collection_kind AS ENUM ('calendar', 'inbox', 'outbox');
CREATE TYPE decline_policy AS ENUM ('strict', 'soft');
CREATE TYPE link_purpose AS ENUM ('answer', 'propose', 'approve', 'decline', 'confirm');
CREATE TYPE meeting_status AS ENUM ('held', 'open', 'scheduled', 'live', 'cancelled', 'closed');
CREATE TYPE partstat AS ENUM ('NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE');
CREATE TYPE party_role AS ENUM ('host', 'guest');
CREATE TYPE principal_kind AS ENUM ('individual', 'room', 'resource', 'group');
CREATE TYPE proposal_status AS ENUM ('pending', 'approved', 'declined', 'expired', 'withdrawn', 'replaced');

CREATE TABLE api_keys (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  key_hash bytea NOT NULL,
  prefix text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  revoked_at timestamp with time zone
);
CREATE TABLE app_passwords (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  name text NOT NULL,
  selector text NOT NULL,
  salt bytea NOT NULL,
  hash bytea NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
CREATE TABLE audit_log (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tenant_id uuid,
  meeting_id uuid,
  uid text,
  at timestamp with time zone DEFAULT now() NOT NULL,
  category text NOT NULL,
  what text NOT NULL,
  actor text NOT NULL,
  door text NOT NULL,
  details jsonb DEFAULT '{}'::jsonb NOT NULL
);
CREATE TABLE availability_changes (
  whose uuid NOT NULL,
  xid xid8 DEFAULT pg_current_xact_id() NOT NULL
);
CREATE TABLE booking_links (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  event_type_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  label text DEFAULT ''::text NOT NULL,
  single_use boolean NOT NULL,
  expires_at timestamp with time zone,
  used_by uuid,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE booking_profiles (
  principal_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  slug text NOT NULL,
  default_schedule_id uuid NOT NULL,
  timezone_detected text,
  timezone_confirmed boolean DEFAULT false NOT NULL,
  limits jsonb DEFAULT '[]'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE busy_periods (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  event_id uuid,
  kind busy_kind NOT NULL,
  period tstzrange NOT NULL,
  calendar_id uuid NOT NULL,
  uid text
);
CREATE TABLE busy_series (
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  uid text NOT NULL,
  span tstzrange NOT NULL,
  series jsonb NOT NULL,
  version uuid DEFAULT gen_random_uuid() NOT NULL
);
CREATE TABLE calendar_changes (
  calendar_id uuid NOT NULL,
  version bigint NOT NULL,
  version_tag text NOT NULL,
  tenant_id uuid NOT NULL,
  name text NOT NULL,
  changed_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE calendar_correspondents (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  uid text NOT NULL,
  address text NOT NULL,
  address_key text GENERATED ALWAYS AS (lower(address)) STORED NOT NULL,
  tag_hash bytea,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE calendar_events (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  ics_uid text NOT NULL,
  recurrence_id text DEFAULT ''::text NOT NULL,
  sequence integer DEFAULT 0 NOT NULL,
  last_modified timestamp with time zone,
  content_hash bytea NOT NULL,
  title text NOT NULL,
  description text DEFAULT ''::text NOT NULL,
  location text DEFAULT ''::text NOT NULL,
  attendees jsonb DEFAULT '[]'::jsonb NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  all_day boolean DEFAULT false NOT NULL,
  busy busy_kind,
  generation integer DEFAULT 1 NOT NULL,
  meeting_id uuid,
  removed_at timestamp with time zone,
  last_synced_at timestamp with time zone NOT NULL,
  overridden boolean DEFAULT false NOT NULL,
  withdrawn_at timestamp with time zone
);
CREATE TABLE calendar_grants (
  tenant_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  principal_id uuid,
  privileges text[] NOT NULL
);
CREATE TABLE calendar_homes (
  principal_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  properties jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE calendar_mails (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  correspondent_id uuid NOT NULL,
  method text NOT NULL,
  ical_data text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE calendar_object_versions (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  name text NOT NULL,
  uid text NOT NULL,
  raw text NOT NULL,
  component text NOT NULL,
  deleted boolean NOT NULL,
  replaced_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE calendar_objects (
  tenant_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  uid text NOT NULL,
  etag text NOT NULL,
  raw text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  name text,
  component text DEFAULT 'VEVENT'::text NOT NULL,
  span tstzrange,
  schedule_tag text,
  meeting_id uuid
);
CREATE TABLE calendars (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  source calendar_source NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  kind collection_kind DEFAULT 'calendar'::collection_kind NOT NULL,
  segment text DEFAULT upper((gen_random_uuid())::text) NOT NULL,
  name text,
  timezone text,
  components text[] DEFAULT '{VEVENT,VTODO,VJOURNAL}'::text[] NOT NULL,
  transparent boolean DEFAULT false NOT NULL,
  is_default boolean DEFAULT false NOT NULL,
  properties jsonb DEFAULT '{}'::jsonb NOT NULL,
  version bigint DEFAULT 0 NOT NULL,
  version_tag text DEFAULT substr(md5((gen_random_uuid())::text), 1, 12) NOT NULL,
  series_version uuid,
  forgotten_version bigint DEFAULT 0 NOT NULL,
  deleted_at timestamp with time zone
);
CREATE TABLE contacts (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  address text NOT NULL,
  address_key text GENERATED ALWAYS AS (lower(address)) STORED NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE date_overrides (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid,
  event_type_id uuid,
  day date NOT NULL,
  blocks jsonb NOT NULL,
  label text DEFAULT ''::text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE dav_schedule_message (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  collection_id uuid NOT NULL,
  name text NOT NULL,
  uid text NOT NULL,
  sender text NOT NULL,
  recipient text NOT NULL,
  method text NOT NULL,
  ical_data text NOT NULL,
  etag text NOT NULL,
  status text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE event_type_hosts (
  tenant_id uuid NOT NULL,
  event_type_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  priority integer DEFAULT 0 NOT NULL,
  weight integer DEFAULT 1 NOT NULL
);
CREATE TABLE event_type_resources (
  tenant_id uuid NOT NULL,
  event_type_id uuid NOT NULL,
  principal_id uuid NOT NULL
);
CREATE TABLE event_types (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  description text DEFAULT ''::text NOT NULL,
  lengths_minutes integer[] NOT NULL,
  schedule_id uuid,
  buffer_before_minutes integer DEFAULT 0 NOT NULL,
  buffer_after_minutes integer DEFAULT 0 NOT NULL,
  buffers_against_calendars boolean DEFAULT true NOT NULL,
  notice_minutes integer DEFAULT 0 NOT NULL,
  window_days integer,
  window_first_day date,
  window_last_day date,
  step_minutes integer,
  limits jsonb DEFAULT '[]'::jsonb NOT NULL,
  requires_approval boolean DEFAULT false NOT NULL,
  approval_hours integer DEFAULT 24 NOT NULL,
  policy decline_policy,
  location text DEFAULT ''::text NOT NULL,
  room_id uuid,
  questions jsonb DEFAULT '[]'::jsonb NOT NULL,
  change_until_minutes integer DEFAULT 0,
  access text DEFAULT 'public'::text NOT NULL,
  locked_timezone text,
  reminder_mail_minutes integer[],
  reminder_alarm_minutes integer[],
  seats integer DEFAULT 1 NOT NULL,
  together text DEFAULT 'one'::text NOT NULL,
  together_count integer,
  embed_origins text[] DEFAULT '{}'::text[] NOT NULL,
  active boolean DEFAULT true NOT NULL,
  deleted_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  online boolean DEFAULT true NOT NULL
);
CREATE TABLE feed_fetches (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tenant_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  result text NOT NULL,
  http_status integer,
  bytes integer,
  took_ms integer NOT NULL,
  events integer DEFAULT 0 NOT NULL,
  added integer DEFAULT 0 NOT NULL,
  changed integer DEFAULT 0 NOT NULL,
  removed integer DEFAULT 0 NOT NULL,
  problems integer DEFAULT 0 NOT NULL
);
CREATE TABLE feeds (
  calendar_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  url_sealed bytea,
  url_key_id text,
  url_masked text,
  interval_minutes integer DEFAULT 5 NOT NULL,
  enabled boolean DEFAULT true NOT NULL,
  etag text,
  last_modified text,
  content_hash bytea,
  last_sync_at timestamp with time zone,
  last_change_at timestamp with time zone,
  last_result text,
  last_problem text,
  events integer DEFAULT 0 NOT NULL,
  matches integer DEFAULT 0 NOT NULL,
  problems jsonb DEFAULT '[]'::jsonb NOT NULL,
  withheld_hash bytea,
  read_again_at timestamp with time zone,
  last_good_at timestamp with time zone,
  failing_since timestamp with time zone,
  owner_told_at timestamp with time zone
);
CREATE TABLE former_room_names (
  name text NOT NULL,
  tenant_id uuid NOT NULL,
  room_id uuid NOT NULL,
  until timestamp with time zone NOT NULL
);
CREATE TABLE group_members (
  tenant_id uuid NOT NULL,
  group_id uuid NOT NULL,
  member_id uuid NOT NULL
);
CREATE TABLE holiday_calendars (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  name text NOT NULL,
  read_at timestamp with time zone NOT NULL,
  problems integer NOT NULL,
  complete boolean NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  url_sealed bytea,
  url_key_id text,
  url_masked text,
  next_read_at timestamp with time zone,
  failing_since timestamp with time zone,
  problem text
);
CREATE TABLE holidays (
  calendar_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  day date NOT NULL,
  name text NOT NULL
);
CREATE TABLE idempotency_keys (
  scope text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer,
  answer jsonb,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  locked_until timestamp with time zone NOT NULL
);
CREATE TABLE imip_messages (
  id uuid NOT NULL,
  tenant_id uuid,
  meeting_id uuid,
  arrived_for uuid,
  dedupe_key text NOT NULL,
  door text NOT NULL,
  envelope_from text,
  envelope_to text[] DEFAULT '{}'::text[] NOT NULL,
  uid text,
  method text,
  sequence integer,
  attendee_email text,
  partstat text,
  decision text,
  reason text,
  raw_id uuid NOT NULL,
  received_at timestamp with time zone NOT NULL,
  decided_at timestamp with time zone,
  session jsonb,
  evidence jsonb DEFAULT '{}'::jsonb NOT NULL,
  sender text,
  addressed_to uuid,
  attendee_id text,
  held jsonb,
  attempts integer DEFAULT 0 NOT NULL,
  attempt_began_at timestamp with time zone
);
CREATE TABLE invitations (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  uid text NOT NULL,
  attendee_id text NOT NULL,
  role party_role NOT NULL,
  required boolean NOT NULL,
  removed_at timestamp with time zone,
  request_id uuid,
  attendee_email text NOT NULL,
  attendee_key text GENERATED ALWAYS AS (lower(attendee_email)) STORED NOT NULL,
  attendee_name text,
  attendee_timezone text,
  last_partstat partstat DEFAULT 'NEEDS-ACTION'::partstat NOT NULL,
  answered_sequence integer,
  answered_at timestamp with time zone,
  last_method_sent text,
  last_message_id text,
  delivery_state jsonb DEFAULT '{}'::jsonb NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  attendee_language text,
  organizer_tag_hash bytea,
  principal_id uuid,
  contact_id uuid,
  person_id uuid GENERATED ALWAYS AS (COALESCE(principal_id, contact_id)) STORED NOT NULL,
  form_answers jsonb DEFAULT '[]'::jsonb NOT NULL
);
CREATE TABLE invite_requests (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  email text NOT NULL,
  name text,
  timezone text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  language text,
  principal_id uuid,
  contact_id uuid,
  form_answers jsonb DEFAULT '[]'::jsonb NOT NULL
);
CREATE TABLE learned_addresses (
  tenant_id uuid NOT NULL,
  principal_id uuid,
  contact_id uuid,
  person_id uuid GENERATED ALWAYS AS (COALESCE(principal_id, contact_id)) STORED NOT NULL,
  address_key text NOT NULL,
  meeting_id uuid,
  learned_from text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE magic_links (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  uid text NOT NULL,
  purpose link_purpose NOT NULL,
  attendee_id text NOT NULL,
  actor_email text NOT NULL,
  proposal_id uuid,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  made_proposal_id uuid,
  inbound_message_id uuid
);
CREATE TABLE mail_usage (
  tenant_id uuid NOT NULL,
  day date NOT NULL,
  bytes bigint DEFAULT 0 NOT NULL,
  messages integer DEFAULT 0 NOT NULL
);
CREATE TABLE mailbox_problems (
  mailbox text NOT NULL,
  uid_validity bigint NOT NULL,
  uid bigint NOT NULL,
  reason text NOT NULL,
  detail text,
  attempts integer DEFAULT 1 NOT NULL,
  next_attempt_at timestamp with time zone,
  first_failed_at timestamp with time zone NOT NULL,
  last_failed_at timestamp with time zone NOT NULL
);
CREATE TABLE mailboxes (
  name text NOT NULL,
  since timestamp with time zone NOT NULL,
  uid_validity bigint,
  last_uid bigint DEFAULT 0 NOT NULL,
  last_seen_at timestamp with time zone,
  last_error text,
  last_error_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  refresh_token_sealed bytea,
  refresh_token_from bytea
);
CREATE TABLE meeting_changes (
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  revision integer NOT NULL,
  event_key text NOT NULL,
  event jsonb NOT NULL,
  decided_at timestamp with time zone NOT NULL
);
CREATE TABLE meeting_refusals (
  call_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  code text NOT NULL,
  refused_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE meetings (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  ics_uid text NOT NULL,
  ics_sequence integer DEFAULT 0 NOT NULL,
  title text NOT NULL,
  description text DEFAULT ''::text NOT NULL,
  start_utc timestamp with time zone NOT NULL,
  end_utc timestamp with time zone NOT NULL,
  status meeting_status DEFAULT 'open'::meeting_status NOT NULL,
  policy decline_policy NOT NULL,
  proposal_expiry_hours double precision NOT NULL,
  revision integer DEFAULT 0 NOT NULL,
  cancel_reason text,
  metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
  video_ready_at timestamp with time zone,
  video_closed_at timestamp with time zone,
  video_url text,
  video_name text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  source text DEFAULT 'booking'::text NOT NULL,
  room_id uuid,
  present text[] DEFAULT '{}'::text[] NOT NULL,
  reminder_mail_minutes integer[] DEFAULT '{}'::integer[] NOT NULL,
  reminder_alarm_minutes integer[] DEFAULT '{}'::integer[] NOT NULL,
  event_type_id uuid,
  hold_expires_at timestamp with time zone,
  held_by bytea,
  buffer_before_minutes integer DEFAULT 0 NOT NULL,
  buffer_after_minutes integer DEFAULT 0 NOT NULL,
  seats integer DEFAULT 1 NOT NULL,
  change_until_minutes integer DEFAULT 0,
  approval_minutes integer,
  location text DEFAULT ''::text NOT NULL,
  booking_link_id uuid,
  online boolean DEFAULT true NOT NULL
);
CREATE TABLE notices (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid,
  address text NOT NULL,
  kind text NOT NULL,
  room_id uuid,
  endpoint_id uuid,
  host text,
  problem text NOT NULL,
  since timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL
);
CREATE TABLE operator_sessions (
  token_hash bytea NOT NULL,
  tenant_id uuid NOT NULL,
  api_key_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone
);
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tenant_id uuid NOT NULL,
  uid text NOT NULL,
  event_key text NOT NULL,
  event jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  delivered_at timestamp with time zone,
  gave_up_at timestamp with time zone
);
CREATE TABLE outgoing_messages (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  meeting_id uuid,
  uid text,
  attendee_id text,
  kind text NOT NULL,
  method text,
  sequence integer NOT NULL,
  message_key text NOT NULL,
  revision integer NOT NULL,
  message_id text NOT NULL,
  raw_id uuid NOT NULL,
  state text DEFAULT 'prepared'::text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  last_response text,
  prepared_at timestamp with time zone DEFAULT now() NOT NULL,
  sent_at timestamp with time zone,
  tag_hash bytea,
  sign_in_id uuid,
  useful_until timestamp with time zone,
  notice_id uuid,
  last_code text,
  deferred_since timestamp with time zone,
  next_attempt_at timestamp with time zone,
  calendar_mail_id uuid
);
CREATE TABLE participants (
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  participant_id text NOT NULL,
  display_name text,
  joined_at timestamp with time zone NOT NULL,
  left_at timestamp with time zone,
  seen_at timestamp with time zone,
  in_video boolean DEFAULT false NOT NULL,
  video_said_at timestamp with time zone,
  comings integer DEFAULT 1 NOT NULL,
  lost boolean DEFAULT false NOT NULL
);
CREATE TABLE pending_proposals (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  uid text NOT NULL,
  proposed_by text NOT NULL,
  proposed_via text NOT NULL,
  proposed_start_utc timestamp with time zone NOT NULL,
  proposed_end_utc timestamp with time zone NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  status proposal_status NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  asked text[] NOT NULL,
  waits_for text[] NOT NULL,
  decided_by text,
  decision_at timestamp with time zone,
  holds boolean DEFAULT false NOT NULL
);
CREATE TABLE principal_addresses (
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  address text NOT NULL,
  address_key text GENERATED ALWAYS AS (lower(address)) STORED NOT NULL,
  is_primary boolean DEFAULT false NOT NULL,
  verified_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE principals (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  tenant_id uuid NOT NULL,
  kind principal_kind NOT NULL,
  name text,
  timezone text DEFAULT 'UTC'::text NOT NULL,
  language text,
  owner_id uuid,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  operates boolean DEFAULT false NOT NULL,
  deleted_at timestamp with time zone,
  capacity integer DEFAULT 1 NOT NULL
);
CREATE TABLE raw_messages (
  id uuid NOT NULL,
  sha256 bytea NOT NULL,
  size integer NOT NULL,
  sealed bytea,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  removed_at timestamp with time zone
);
CREATE TABLE reservations (
  tenant_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  attendee_id text NOT NULL,
  principal_id uuid,
  contact_id uuid,
  person_id uuid GENERATED ALWAYS AS (COALESCE(principal_id, contact_id)) STORED NOT NULL,
  kind text DEFAULT 'meeting'::text NOT NULL,
  period tstzrange NOT NULL,
  blocked tstzrange NOT NULL,
  shared boolean DEFAULT false NOT NULL
);
CREATE TABLE room_offers (
  room_id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  address text NOT NULL,
  address_key text GENERATED ALWAYS AS (lower(address)) STORED NOT NULL,
  expires_at timestamp with time zone NOT NULL
);
CREATE TABLE schedules (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  name text NOT NULL,
  timezone text,
  weekly jsonb NOT NULL,
  event_type_id uuid,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE sessions (
  token_hash bytea NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone
);
CREATE TABLE sign_ins (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  address text NOT NULL,
  room_id uuid,
  language text,
  token_hash bytea,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone
);
CREATE TABLE temporary_hours (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  name text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  weekdays integer[],
  blocks jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE tenants (
  id uuid NOT NULL,
  slug text NOT NULL,
  organizer_email text NOT NULL,
  organizer_name text NOT NULL,
  product_name text NOT NULL,
  policy decline_policy DEFAULT 'strict'::decline_policy NOT NULL,
  proposal_expiry_hours double precision DEFAULT 48 NOT NULL,
  one_click_links boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  language text,
  unguessable_organizer boolean DEFAULT false NOT NULL,
  reminder_mail_minutes integer[] DEFAULT '{1440}'::integer[] NOT NULL,
  reminder_alarm_minutes integer[] DEFAULT '{15}'::integer[] NOT NULL
);
CREATE TABLE travels (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  timezone text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE vacations (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  principal_id uuid,
  event_type_id uuid,
  first_day date NOT NULL,
  last_day date NOT NULL,
  reason text DEFAULT ''::text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE webhook_attempts (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tenant_id uuid NOT NULL,
  delivery_id uuid NOT NULL,
  run integer NOT NULL,
  at timestamp with time zone NOT NULL,
  took_ms integer NOT NULL,
  http_status integer,
  problem text
);
CREATE TABLE webhook_deliveries (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tenant_id uuid NOT NULL,
  endpoint_id uuid NOT NULL,
  event_id uuid NOT NULL,
  state text DEFAULT 'pending'::text NOT NULL,
  run integer DEFAULT 1 NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  started_at timestamp with time zone,
  settled_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE webhook_endpoints (
  id uuid NOT NULL,
  tenant_id uuid NOT NULL,
  url text NOT NULL,
  description text DEFAULT ''::text NOT NULL,
  event_types text[],
  contact_email text,
  secret_sealed bytea NOT NULL,
  secret_key_id text NOT NULL,
  previous_sealed bytea,
  previous_key_id text,
  previous_until timestamp with time zone,
  enabled boolean DEFAULT true NOT NULL,
  disabled_reason text,
  disabled_at timestamp with time zone,
  failing_since timestamp with time zone,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE webhook_events (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  tenant_id uuid NOT NULL,
  type text NOT NULL,
  at timestamp with time zone NOT NULL,
  data jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE api_keys ADD CONSTRAINT api_keys_key_hash_check CHECK ((length(key_hash) = 32));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_key_hash_key UNIQUE (key_hash);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_scopes_check CHECK (((scopes <@ ARRAY['meetings'::text, 'ics'::text, 'hooks'::text, 'mail'::text, 'webhooks'::text, 'operator'::text, 'calendars'::text]) AND (cardinality(scopes) > 0)));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE app_passwords ADD CONSTRAINT app_passwords_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
ALTER TABLE app_passwords ADD CONSTRAINT app_passwords_pkey PRIMARY KEY (id);
ALTER TABLE app_passwords ADD CONSTRAINT app_passwords_selector_key UNIQUE (selector);
ALTER TABLE app_passwords ADD CONSTRAINT app_passwords_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE audit_log ADD CONSTRAINT audit_log_actor_check CHECK (((actor ~ '^(host|guest)(-[0-9]+){0,1}$'::text) OR (actor = ANY (ARRAY['backend'::text, 'parley'::text, 'unknown'::text]))));
ALTER TABLE audit_log ADD CONSTRAINT audit_log_category_check CHECK ((category = ANY (ARRAY['timeline'::text, 'outbound'::text, 'inbound'::text, 'token'::text, 'room'::text])));
ALTER TABLE audit_log ADD CONSTRAINT audit_log_door_check CHECK ((door = ANY (ARRAY['api'::text, 'mail'::text, 'link'::text, 'clock'::text, 'room'::text])));
ALTER TABLE audit_log ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);
ALTER TABLE audit_log ADD CONSTRAINT audit_log_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE audit_log ADD CONSTRAINT audit_log_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE availability_changes ADD CONSTRAINT availability_changes_pkey PRIMARY KEY (whose, xid);
ALTER TABLE booking_links ADD CONSTRAINT booking_links_label_check CHECK ((length(label) <= 200));
ALTER TABLE booking_links ADD CONSTRAINT booking_links_pkey PRIMARY KEY (id);
ALTER TABLE booking_links ADD CONSTRAINT booking_links_tenant_id_event_type_id_fkey FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types(tenant_id, id);
ALTER TABLE booking_links ADD CONSTRAINT booking_links_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE booking_links ADD CONSTRAINT booking_links_tenant_id_used_by_fkey FOREIGN KEY (tenant_id, used_by) REFERENCES meetings(tenant_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE booking_links ADD CONSTRAINT booking_links_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE booking_links ADD CONSTRAINT booking_links_token_hash_key UNIQUE (token_hash);
ALTER TABLE booking_profiles ADD CONSTRAINT booking_profiles_limits_check CHECK ((jsonb_typeof(limits) = 'array'::text));
ALTER TABLE booking_profiles ADD CONSTRAINT booking_profiles_pkey PRIMARY KEY (principal_id);
ALTER TABLE booking_profiles ADD CONSTRAINT booking_profiles_principal_id_default_schedule_id_fkey FOREIGN KEY (principal_id, default_schedule_id) REFERENCES schedules(principal_id, id);
ALTER TABLE booking_profiles ADD CONSTRAINT booking_profiles_slug_check CHECK (((slug ~ '^[a-z0-9]+(-+[a-z0-9]+)*$'::text) AND (length(slug) <= 63)));
ALTER TABLE booking_profiles ADD CONSTRAINT booking_profiles_slug_key UNIQUE (slug);
ALTER TABLE booking_profiles ADD CONSTRAINT booking_profiles_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_calendar_id_uid_fkey FOREIGN KEY (calendar_id, uid) REFERENCES calendar_objects(calendar_id, uid) ON DELETE CASCADE;
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_check CHECK ((num_nonnulls(event_id, uid) = 1));
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_event_id_key UNIQUE (event_id);
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_period_check CHECK ((NOT isempty(period)));
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_pkey PRIMARY KEY (id);
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES calendar_events(tenant_id, id);
ALTER TABLE busy_periods ADD CONSTRAINT busy_periods_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE busy_series ADD CONSTRAINT busy_series_calendar_id_uid_fkey FOREIGN KEY (calendar_id, uid) REFERENCES calendar_objects(calendar_id, uid) ON DELETE CASCADE;
ALTER TABLE busy_series ADD CONSTRAINT busy_series_pkey PRIMARY KEY (calendar_id, uid);
ALTER TABLE busy_series ADD CONSTRAINT busy_series_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE busy_series ADD CONSTRAINT busy_series_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE calendar_changes ADD CONSTRAINT calendar_changes_pkey PRIMARY KEY (calendar_id, version);
ALTER TABLE calendar_changes ADD CONSTRAINT calendar_changes_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE calendar_correspondents ADD CONSTRAINT calendar_correspondents_address_check CHECK ((address ~~ '%_@_%'::text));
ALTER TABLE calendar_correspondents ADD CONSTRAINT calendar_correspondents_pkey PRIMARY KEY (id);
ALTER TABLE calendar_correspondents ADD CONSTRAINT calendar_correspondents_principal_id_uid_address_key_key UNIQUE (principal_id, uid, address_key);
ALTER TABLE calendar_correspondents ADD CONSTRAINT calendar_correspondents_tag_hash_check CHECK ((length(tag_hash) = 32));
ALTER TABLE calendar_correspondents ADD CONSTRAINT calendar_correspondents_tag_hash_key UNIQUE (tag_hash);
ALTER TABLE calendar_correspondents ADD CONSTRAINT calendar_correspondents_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE calendar_correspondents ADD CONSTRAINT calendar_correspondents_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_calendar_id_ics_uid_fkey FOREIGN KEY (calendar_id, ics_uid) REFERENCES calendar_objects(calendar_id, uid);
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_calendar_id_ics_uid_recurrence_id_key UNIQUE (calendar_id, ics_uid, recurrence_id);
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_check CHECK ((ends_at > starts_at));
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_content_hash_check CHECK ((length(content_hash) = 32));
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_pkey PRIMARY KEY (id);
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE calendar_events ADD CONSTRAINT calendar_events_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE calendar_grants ADD CONSTRAINT calendar_grants_calendar_id_principal_id_key UNIQUE NULLS NOT DISTINCT (calendar_id, principal_id);
ALTER TABLE calendar_grants ADD CONSTRAINT calendar_grants_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE calendar_grants ADD CONSTRAINT calendar_grants_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE calendar_homes ADD CONSTRAINT calendar_homes_pkey PRIMARY KEY (principal_id);
ALTER TABLE calendar_homes ADD CONSTRAINT calendar_homes_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE calendar_mails ADD CONSTRAINT calendar_mails_pkey PRIMARY KEY (id);
ALTER TABLE calendar_mails ADD CONSTRAINT calendar_mails_tenant_id_correspondent_id_fkey FOREIGN KEY (tenant_id, correspondent_id) REFERENCES calendar_correspondents(tenant_id, id);
ALTER TABLE calendar_mails ADD CONSTRAINT calendar_mails_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE calendar_object_versions ADD CONSTRAINT calendar_object_versions_pkey PRIMARY KEY (id);
ALTER TABLE calendar_object_versions ADD CONSTRAINT calendar_object_versions_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE calendar_objects ADD CONSTRAINT calendar_objects_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 255)) AND (name !~ '[/[:cntrl:]]'::text)));
ALTER TABLE calendar_objects ADD CONSTRAINT calendar_objects_pkey PRIMARY KEY (calendar_id, uid);
ALTER TABLE calendar_objects ADD CONSTRAINT calendar_objects_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE calendar_objects ADD CONSTRAINT calendar_objects_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE calendars ADD CONSTRAINT calendars_check CHECK (((kind = 'calendar'::collection_kind) OR (source = 'local'::calendar_source)));
ALTER TABLE calendars ADD CONSTRAINT calendars_name_check CHECK ((length(name) <= 1000));
ALTER TABLE calendars ADD CONSTRAINT calendars_pkey PRIMARY KEY (id);
ALTER TABLE calendars ADD CONSTRAINT calendars_segment_check CHECK ((((length(segment) >= 1) AND (length(segment) <= 255)) AND (segment !~ '[/[:cntrl:]]'::text)));
ALTER TABLE calendars ADD CONSTRAINT calendars_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE calendars ADD CONSTRAINT calendars_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE contacts ADD CONSTRAINT contacts_address_check CHECK ((address ~~ '%_@_%'::text));
ALTER TABLE contacts ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);
ALTER TABLE contacts ADD CONSTRAINT contacts_tenant_id_address_key_key UNIQUE (tenant_id, address_key);
ALTER TABLE contacts ADD CONSTRAINT contacts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE contacts ADD CONSTRAINT contacts_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE date_overrides ADD CONSTRAINT date_overrides_blocks_check CHECK ((jsonb_typeof(blocks) = 'array'::text));
ALTER TABLE date_overrides ADD CONSTRAINT date_overrides_check CHECK ((num_nonnulls(principal_id, event_type_id) = 1));
ALTER TABLE date_overrides ADD CONSTRAINT date_overrides_label_check CHECK ((length(label) <= 200));
ALTER TABLE date_overrides ADD CONSTRAINT date_overrides_pkey PRIMARY KEY (id);
ALTER TABLE date_overrides ADD CONSTRAINT date_overrides_tenant_id_event_type_id_fkey FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types(tenant_id, id);
ALTER TABLE date_overrides ADD CONSTRAINT date_overrides_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE date_overrides ADD CONSTRAINT date_overrides_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE dav_schedule_message ADD CONSTRAINT dav_schedule_message_collection_id_name_key UNIQUE (collection_id, name);
ALTER TABLE dav_schedule_message ADD CONSTRAINT dav_schedule_message_pkey PRIMARY KEY (id);
ALTER TABLE dav_schedule_message ADD CONSTRAINT dav_schedule_message_status_check CHECK ((status = ANY (ARRAY['unread'::text, 'processed'::text, 'unconfirmed'::text, 'proposed'::text, 'approved'::text, 'declined'::text])));
ALTER TABLE dav_schedule_message ADD CONSTRAINT dav_schedule_message_tenant_id_collection_id_fkey FOREIGN KEY (tenant_id, collection_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE event_type_hosts ADD CONSTRAINT event_type_hosts_pkey PRIMARY KEY (event_type_id, principal_id);
ALTER TABLE event_type_hosts ADD CONSTRAINT event_type_hosts_priority_check CHECK (((priority >= 0) AND (priority <= 100)));
ALTER TABLE event_type_hosts ADD CONSTRAINT event_type_hosts_tenant_id_event_type_id_fkey FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types(tenant_id, id);
ALTER TABLE event_type_hosts ADD CONSTRAINT event_type_hosts_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE event_type_hosts ADD CONSTRAINT event_type_hosts_weight_check CHECK (((weight >= 1) AND (weight <= 100)));
ALTER TABLE event_type_resources ADD CONSTRAINT event_type_resources_pkey PRIMARY KEY (event_type_id, principal_id);
ALTER TABLE event_type_resources ADD CONSTRAINT event_type_resources_tenant_id_event_type_id_fkey FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types(tenant_id, id);
ALTER TABLE event_type_resources ADD CONSTRAINT event_type_resources_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE event_types ADD CONSTRAINT event_types_access_check CHECK ((access = ANY (ARRAY['public'::text, 'secret'::text, 'key'::text])));
ALTER TABLE event_types ADD CONSTRAINT event_types_approval_hours_check CHECK (((approval_hours >= 1) AND (approval_hours <= 336)));
ALTER TABLE event_types ADD CONSTRAINT event_types_buffer_after_minutes_check CHECK (((buffer_after_minutes >= 0) AND (buffer_after_minutes <= 1440)));
ALTER TABLE event_types ADD CONSTRAINT event_types_buffer_before_minutes_check CHECK (((buffer_before_minutes >= 0) AND (buffer_before_minutes <= 1440)));
ALTER TABLE event_types ADD CONSTRAINT event_types_change_until_minutes_check CHECK (((change_until_minutes >= 0) AND (change_until_minutes <= 527040)));
ALTER TABLE event_types ADD CONSTRAINT event_types_check CHECK (((together = 'some'::text) = (together_count IS NOT NULL)));
ALTER TABLE event_types ADD CONSTRAINT event_types_check1 CHECK (((window_days IS NULL) OR ((window_first_day IS NULL) AND (window_last_day IS NULL))));
ALTER TABLE event_types ADD CONSTRAINT event_types_check2 CHECK ((window_first_day <= window_last_day));
ALTER TABLE event_types ADD CONSTRAINT event_types_description_check CHECK ((length(description) <= 10000));
ALTER TABLE event_types ADD CONSTRAINT event_types_lengths_minutes_check CHECK (((cardinality(lengths_minutes) >= 1) AND (cardinality(lengths_minutes) <= 10)));
ALTER TABLE event_types ADD CONSTRAINT event_types_limits_check CHECK ((jsonb_typeof(limits) = 'array'::text));
ALTER TABLE event_types ADD CONSTRAINT event_types_location_check CHECK ((length(location) <= 500));
ALTER TABLE event_types ADD CONSTRAINT event_types_notice_minutes_check CHECK (((notice_minutes >= 0) AND (notice_minutes <= 527040)));
ALTER TABLE event_types ADD CONSTRAINT event_types_pkey PRIMARY KEY (id);
ALTER TABLE event_types ADD CONSTRAINT event_types_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text));
ALTER TABLE event_types ADD CONSTRAINT event_types_seats_check CHECK (((seats >= 1) AND (seats <= 99)));
ALTER TABLE event_types ADD CONSTRAINT event_types_slug_check CHECK (((slug ~ '^[a-z0-9]+(-+[a-z0-9]+)*$'::text) AND (length(slug) <= 63)));
ALTER TABLE event_types ADD CONSTRAINT event_types_step_minutes_check CHECK (((step_minutes >= 5) AND (step_minutes <= 1440)));
ALTER TABLE event_types ADD CONSTRAINT event_types_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE event_types ADD CONSTRAINT event_types_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES principals(tenant_id, id);
ALTER TABLE event_types ADD CONSTRAINT event_types_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES principals(tenant_id, id);
ALTER TABLE event_types ADD CONSTRAINT event_types_tenant_id_schedule_id_fkey FOREIGN KEY (tenant_id, schedule_id) REFERENCES schedules(tenant_id, id);
ALTER TABLE event_types ADD CONSTRAINT event_types_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE event_types ADD CONSTRAINT event_types_together_check CHECK ((together = ANY (ARRAY['one'::text, 'all'::text, 'some'::text])));
ALTER TABLE event_types ADD CONSTRAINT event_types_together_count_check CHECK (((together_count >= 1) AND (together_count <= 20)));
ALTER TABLE event_types ADD CONSTRAINT event_types_window_days_check CHECK (((window_days >= 1) AND (window_days <= 731)));
ALTER TABLE feed_fetches ADD CONSTRAINT feed_fetches_pkey PRIMARY KEY (id);
ALTER TABLE feed_fetches ADD CONSTRAINT feed_fetches_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE feeds ADD CONSTRAINT feeds_check CHECK (((url_sealed IS NULL) = (url_key_id IS NULL)));
ALTER TABLE feeds ADD CONSTRAINT feeds_check1 CHECK (((url_sealed IS NULL) = (url_masked IS NULL)));
ALTER TABLE feeds ADD CONSTRAINT feeds_check2 CHECK (((owner_told_at IS NULL) OR (failing_since IS NOT NULL)));
ALTER TABLE feeds ADD CONSTRAINT feeds_interval_minutes_check CHECK ((interval_minutes = ANY (ARRAY[1, 5, 10, 30, 60])));
ALTER TABLE feeds ADD CONSTRAINT feeds_pkey PRIMARY KEY (calendar_id);
ALTER TABLE feeds ADD CONSTRAINT feeds_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES calendars(tenant_id, id);
ALTER TABLE former_room_names ADD CONSTRAINT former_room_names_pkey PRIMARY KEY (name);
ALTER TABLE former_room_names ADD CONSTRAINT former_room_names_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES principals(tenant_id, id);
ALTER TABLE group_members ADD CONSTRAINT group_members_check CHECK ((group_id <> member_id));
ALTER TABLE group_members ADD CONSTRAINT group_members_pkey PRIMARY KEY (group_id, member_id);
ALTER TABLE group_members ADD CONSTRAINT group_members_tenant_id_group_id_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES principals(tenant_id, id);
ALTER TABLE group_members ADD CONSTRAINT group_members_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES principals(tenant_id, id);
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_check CHECK ((((url_sealed IS NULL) = (url_key_id IS NULL)) AND ((url_sealed IS NULL) = (url_masked IS NULL)) AND ((url_sealed IS NULL) = (next_read_at IS NULL))));
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_check1 CHECK (((failing_since IS NULL) = (problem IS NULL)));
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_check2 CHECK (((failing_since IS NULL) OR (url_sealed IS NOT NULL)));
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_pkey PRIMARY KEY (id);
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_principal_id_id_key UNIQUE (principal_id, id);
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_problems_check CHECK ((problems >= 0));
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE holiday_calendars ADD CONSTRAINT holiday_calendars_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE holidays ADD CONSTRAINT holidays_name_check CHECK ((length(name) <= 200));
ALTER TABLE holidays ADD CONSTRAINT holidays_pkey PRIMARY KEY (calendar_id, day);
ALTER TABLE holidays ADD CONSTRAINT holidays_principal_id_calendar_id_fkey FOREIGN KEY (principal_id, calendar_id) REFERENCES holiday_calendars(principal_id, id);
ALTER TABLE holidays ADD CONSTRAINT holidays_tenant_id_calendar_id_fkey FOREIGN KEY (tenant_id, calendar_id) REFERENCES holiday_calendars(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)));
ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (scope, key);
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_addressed_to_fkey FOREIGN KEY (addressed_to) REFERENCES tenants(id);
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_arrived_for_fkey FOREIGN KEY (arrived_for) REFERENCES tenants(id);
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_decision_check CHECK ((decision = ANY (ARRAY['reply'::text, 'counter'::text, 'refresh'::text, 'bounce'::text, 'text'::text, 'calendar'::text, 'confirm'::text, 'refused'::text, 'ignored'::text, 'failed'::text])));
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_dedupe_key_arrived_for_key UNIQUE NULLS NOT DISTINCT (dedupe_key, arrived_for);
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_door_check CHECK ((door = ANY (ARRAY['smtp'::text, 'lmtp'::text, 'imap'::text, 'webhook'::text])));
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_pkey PRIMARY KEY (id);
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_raw_id_fkey FOREIGN KEY (raw_id) REFERENCES raw_messages(id);
ALTER TABLE imip_messages ADD CONSTRAINT imip_messages_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE invitations ADD CONSTRAINT invitations_attendee_email_check CHECK ((attendee_email ~~ '%_@_%'::text));
ALTER TABLE invitations ADD CONSTRAINT invitations_attendee_id_check CHECK ((attendee_id ~ '^(host|guest)(-[0-9]+){0,1}$'::text));
ALTER TABLE invitations ADD CONSTRAINT invitations_check CHECK ((num_nonnulls(principal_id, contact_id) = 1));
ALTER TABLE invitations ADD CONSTRAINT invitations_last_method_sent_check CHECK ((last_method_sent = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])));
ALTER TABLE invitations ADD CONSTRAINT invitations_meeting_id_attendee_id_key UNIQUE (meeting_id, attendee_id);
ALTER TABLE invitations ADD CONSTRAINT invitations_organizer_tag_hash_check CHECK ((length(organizer_tag_hash) = 32));
ALTER TABLE invitations ADD CONSTRAINT invitations_pkey PRIMARY KEY (id);
ALTER TABLE invitations ADD CONSTRAINT invitations_request_id_fkey FOREIGN KEY (request_id) REFERENCES invite_requests(id);
ALTER TABLE invitations ADD CONSTRAINT invitations_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id);
ALTER TABLE invitations ADD CONSTRAINT invitations_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE invitations ADD CONSTRAINT invitations_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE invite_requests ADD CONSTRAINT invite_requests_check CHECK ((num_nonnulls(principal_id, contact_id) = 1));
ALTER TABLE invite_requests ADD CONSTRAINT invite_requests_email_check CHECK ((email ~~ '%_@_%'::text));
ALTER TABLE invite_requests ADD CONSTRAINT invite_requests_pkey PRIMARY KEY (id);
ALTER TABLE invite_requests ADD CONSTRAINT invite_requests_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id);
ALTER TABLE invite_requests ADD CONSTRAINT invite_requests_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE invite_requests ADD CONSTRAINT invite_requests_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE learned_addresses ADD CONSTRAINT learned_addresses_address_key_check CHECK (((address_key = lower(address_key)) AND (address_key ~~ '%_@_%'::text)));
ALTER TABLE learned_addresses ADD CONSTRAINT learned_addresses_check CHECK ((num_nonnulls(principal_id, contact_id) = 1));
ALTER TABLE learned_addresses ADD CONSTRAINT learned_addresses_learned_from_check CHECK ((learned_from = ANY (ARRAY['link'::text, 'api'::text])));
ALTER TABLE learned_addresses ADD CONSTRAINT learned_addresses_person_id_address_key_meeting_id_key UNIQUE NULLS NOT DISTINCT (person_id, address_key, meeting_id);
ALTER TABLE learned_addresses ADD CONSTRAINT learned_addresses_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id);
ALTER TABLE learned_addresses ADD CONSTRAINT learned_addresses_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE learned_addresses ADD CONSTRAINT learned_addresses_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE magic_links ADD CONSTRAINT magic_links_check CHECK (((purpose = ANY (ARRAY['approve'::link_purpose, 'decline'::link_purpose])) = (proposal_id IS NOT NULL)));
ALTER TABLE magic_links ADD CONSTRAINT magic_links_inbound_message_id_fkey FOREIGN KEY (inbound_message_id) REFERENCES imip_messages(id);
ALTER TABLE magic_links ADD CONSTRAINT magic_links_made_proposal_id_fkey FOREIGN KEY (made_proposal_id) REFERENCES pending_proposals(id);
ALTER TABLE magic_links ADD CONSTRAINT magic_links_pkey PRIMARY KEY (id);
ALTER TABLE magic_links ADD CONSTRAINT magic_links_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES pending_proposals(id);
ALTER TABLE magic_links ADD CONSTRAINT magic_links_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE magic_links ADD CONSTRAINT magic_links_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE magic_links ADD CONSTRAINT magic_links_token_hash_key UNIQUE (token_hash);
ALTER TABLE mail_usage ADD CONSTRAINT mail_usage_pkey PRIMARY KEY (tenant_id, day);
ALTER TABLE mail_usage ADD CONSTRAINT mail_usage_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE mailbox_problems ADD CONSTRAINT mailbox_problems_mailbox_fkey FOREIGN KEY (mailbox) REFERENCES mailboxes(name);
ALTER TABLE mailbox_problems ADD CONSTRAINT mailbox_problems_pkey PRIMARY KEY (mailbox, uid_validity, uid);
ALTER TABLE mailbox_problems ADD CONSTRAINT mailbox_problems_reason_check CHECK ((reason = ANY (ARRAY['too-large'::text, 'unreadable'::text, 'ingest-failed'::text, 'mail-of-the-day-used-up'::text])));
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_check CHECK (((refresh_token_sealed IS NULL) = (refresh_token_from IS NULL)));
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_pkey PRIMARY KEY (name);
ALTER TABLE mailboxes ADD CONSTRAINT mailboxes_refresh_token_from_check CHECK ((length(refresh_token_from) = 32));
ALTER TABLE meeting_changes ADD CONSTRAINT meeting_changes_meeting_id_event_key_key UNIQUE (meeting_id, event_key);
ALTER TABLE meeting_changes ADD CONSTRAINT meeting_changes_pkey PRIMARY KEY (meeting_id, revision);
ALTER TABLE meeting_changes ADD CONSTRAINT meeting_changes_revision_check CHECK ((revision > 0));
ALTER TABLE meeting_changes ADD CONSTRAINT meeting_changes_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE meeting_refusals ADD CONSTRAINT meeting_refusals_pkey PRIMARY KEY (call_id);
ALTER TABLE meeting_refusals ADD CONSTRAINT meeting_refusals_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE meetings ADD CONSTRAINT meetings_check CHECK ((end_utc > start_utc));
ALTER TABLE meetings ADD CONSTRAINT meetings_description_check CHECK ((length(description) <= 10000));
ALTER TABLE meetings ADD CONSTRAINT meetings_ics_sequence_check CHECK ((ics_sequence >= 0));
ALTER TABLE meetings ADD CONSTRAINT meetings_ics_uid_key UNIQUE (ics_uid);
ALTER TABLE meetings ADD CONSTRAINT meetings_location_check CHECK ((length(location) <= 500));
ALTER TABLE meetings ADD CONSTRAINT meetings_metadata_check CHECK ((jsonb_typeof(metadata) = 'object'::text));
ALTER TABLE meetings ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);
ALTER TABLE meetings ADD CONSTRAINT meetings_proposal_expiry_hours_check CHECK ((proposal_expiry_hours > (0)::double precision));
ALTER TABLE meetings ADD CONSTRAINT meetings_room_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES principals(tenant_id, id);
ALTER TABLE meetings ADD CONSTRAINT meetings_source_check CHECK ((source = ANY (ARRAY['booking'::text, 'feed'::text, 'unscheduled'::text])));
ALTER TABLE meetings ADD CONSTRAINT meetings_source_room_check CHECK (((source = 'booking'::text) OR (room_id IS NOT NULL)));
ALTER TABLE meetings ADD CONSTRAINT meetings_tenant_id_booking_link_id_fkey FOREIGN KEY (tenant_id, booking_link_id) REFERENCES booking_links(tenant_id, id);
ALTER TABLE meetings ADD CONSTRAINT meetings_tenant_id_event_type_id_fkey FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types(tenant_id, id);
ALTER TABLE meetings ADD CONSTRAINT meetings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE meetings ADD CONSTRAINT meetings_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE meetings ADD CONSTRAINT meetings_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
ALTER TABLE notices ADD CONSTRAINT notices_address_check CHECK ((address ~~ '%_@_%'::text));
ALTER TABLE notices ADD CONSTRAINT notices_check CHECK ((((kind = 'feed-failing'::text) = (room_id IS NOT NULL)) AND ((room_id IS NULL) = (principal_id IS NULL))));
ALTER TABLE notices ADD CONSTRAINT notices_check1 CHECK ((((kind = 'endpoint-disabled'::text) = (endpoint_id IS NOT NULL)) AND ((host IS NULL) = (endpoint_id IS NULL))));
ALTER TABLE notices ADD CONSTRAINT notices_kind_check CHECK ((kind = ANY (ARRAY['feed-failing'::text, 'endpoint-disabled'::text])));
ALTER TABLE notices ADD CONSTRAINT notices_pkey PRIMARY KEY (id);
ALTER TABLE notices ADD CONSTRAINT notices_room_id_kind_since_key UNIQUE (room_id, kind, since);
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE notices ADD CONSTRAINT notices_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES principals(tenant_id, id);
ALTER TABLE operator_sessions ADD CONSTRAINT operator_sessions_pkey PRIMARY KEY (token_hash);
ALTER TABLE operator_sessions ADD CONSTRAINT operator_sessions_tenant_id_api_key_id_fkey FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys(tenant_id, id);
ALTER TABLE operator_sessions ADD CONSTRAINT operator_sessions_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE outbox ADD CONSTRAINT outbox_event_key_key UNIQUE (event_key);
ALTER TABLE outbox ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE outbox ADD CONSTRAINT outbox_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_about_check CHECK (((num_nonnulls(meeting_id, sign_in_id, notice_id, calendar_mail_id) = 1) AND ((meeting_id IS NULL) = (uid IS NULL)) AND ((meeting_id IS NULL) = (attendee_id IS NULL))));
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_calendar_mail_fkey FOREIGN KEY (tenant_id, calendar_mail_id) REFERENCES calendar_mails(tenant_id, id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_calendar_mail_id_key UNIQUE (calendar_mail_id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_meeting_id_message_key_key UNIQUE (meeting_id, message_key);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_message_id_key UNIQUE (message_id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_method_check CHECK (((method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text, 'DECLINECOUNTER'::text])) OR ((calendar_mail_id IS NOT NULL) AND (method = ANY (ARRAY['REPLY'::text, 'COUNTER'::text, 'REFRESH'::text, 'ADD'::text])))));
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_notice_fkey FOREIGN KEY (tenant_id, notice_id) REFERENCES notices(tenant_id, id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_notice_id_key UNIQUE (notice_id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_pkey PRIMARY KEY (id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_raw_id_fkey FOREIGN KEY (raw_id) REFERENCES raw_messages(id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_sign_in_fkey FOREIGN KEY (tenant_id, sign_in_id) REFERENCES sign_ins(tenant_id, id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_sign_in_id_key UNIQUE (sign_in_id);
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'sent'::text, 'failed'::text, 'delivered'::text, 'bounced'::text, 'deferred'::text, 'lapsed'::text])));
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_tag_hash_check CHECK ((length(tag_hash) = 32));
ALTER TABLE outgoing_messages ADD CONSTRAINT outgoing_messages_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE participants ADD CONSTRAINT participants_check CHECK (((NOT lost) OR (left_at IS NOT NULL)));
ALTER TABLE participants ADD CONSTRAINT participants_comings_check CHECK ((comings > 0));
ALTER TABLE participants ADD CONSTRAINT participants_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 80)));
ALTER TABLE participants ADD CONSTRAINT participants_participant_id_check CHECK ((participant_id ~ '^[\w-]{1,64}$'::text));
ALTER TABLE participants ADD CONSTRAINT participants_pkey PRIMARY KEY (meeting_id, participant_id);
ALTER TABLE participants ADD CONSTRAINT participants_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE pending_proposals ADD CONSTRAINT pending_proposals_check CHECK ((proposed_end_utc > proposed_start_utc));
ALTER TABLE pending_proposals ADD CONSTRAINT pending_proposals_check1 CHECK (((status = 'pending'::proposal_status) = (decision_at IS NULL)));
ALTER TABLE pending_proposals ADD CONSTRAINT pending_proposals_note_check CHECK ((length(note) <= 2000));
ALTER TABLE pending_proposals ADD CONSTRAINT pending_proposals_pkey PRIMARY KEY (id);
ALTER TABLE pending_proposals ADD CONSTRAINT pending_proposals_proposed_via_check CHECK ((proposed_via = ANY (ARRAY['link'::text, 'mail'::text])));
ALTER TABLE pending_proposals ADD CONSTRAINT pending_proposals_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE principal_addresses ADD CONSTRAINT principal_addresses_address_check CHECK ((address ~~ '%_@_%'::text));
ALTER TABLE principal_addresses ADD CONSTRAINT principal_addresses_pkey PRIMARY KEY (tenant_id, address_key);
ALTER TABLE principal_addresses ADD CONSTRAINT principal_addresses_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE principals ADD CONSTRAINT principals_capacity_check CHECK (((capacity >= 1) AND (capacity <= 10000)));
ALTER TABLE principals ADD CONSTRAINT principals_capacity_check1 CHECK (((capacity = 1) OR (kind = 'resource'::principal_kind)));
ALTER TABLE principals ADD CONSTRAINT principals_deleted_check CHECK (((deleted_at IS NULL) OR (kind = 'room'::principal_kind)));
ALTER TABLE principals ADD CONSTRAINT principals_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
ALTER TABLE principals ADD CONSTRAINT principals_name_check1 CHECK (((kind = 'individual'::principal_kind) OR (name IS NOT NULL)));
ALTER TABLE principals ADD CONSTRAINT principals_operates_check CHECK (((NOT operates) OR (kind = 'individual'::principal_kind)));
ALTER TABLE principals ADD CONSTRAINT principals_owner_check CHECK (
CASE kind
    WHEN 'room'::principal_kind THEN (owner_id IS NOT NULL)
    WHEN 'resource'::principal_kind THEN true
    ELSE (owner_id IS NULL)
END);
ALTER TABLE principals ADD CONSTRAINT principals_pkey PRIMARY KEY (id);
ALTER TABLE principals ADD CONSTRAINT principals_room_name_check CHECK (((kind <> 'room'::principal_kind) OR ((name ~ '^[a-z0-9]+(-+[a-z0-9]+)*$'::text) AND (length(name) <= 63))));
ALTER TABLE principals ADD CONSTRAINT principals_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE principals ADD CONSTRAINT principals_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE principals ADD CONSTRAINT principals_tenant_id_owner_id_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES principals(tenant_id, id);
ALTER TABLE raw_messages ADD CONSTRAINT raw_messages_check CHECK (((sealed IS NULL) = (removed_at IS NOT NULL)));
ALTER TABLE raw_messages ADD CONSTRAINT raw_messages_pkey PRIMARY KEY (id);
ALTER TABLE raw_messages ADD CONSTRAINT raw_messages_sha256_check CHECK ((length(sha256) = 32));
ALTER TABLE reservations ADD CONSTRAINT one_meeting_at_a_time EXCLUDE USING gist (person_id WITH =, period WITH &&) WHERE ((NOT shared));
ALTER TABLE reservations ADD CONSTRAINT reservations_check CHECK ((blocked @> period));
ALTER TABLE reservations ADD CONSTRAINT reservations_check1 CHECK ((num_nonnulls(principal_id, contact_id) = 1));
ALTER TABLE reservations ADD CONSTRAINT reservations_kind_check CHECK ((kind = 'meeting'::text));
ALTER TABLE reservations ADD CONSTRAINT reservations_period_check CHECK ((NOT isempty(period)));
ALTER TABLE reservations ADD CONSTRAINT reservations_pkey PRIMARY KEY (meeting_id, attendee_id);
ALTER TABLE reservations ADD CONSTRAINT reservations_tenant_id_contact_id_fkey FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts(tenant_id, id);
ALTER TABLE reservations ADD CONSTRAINT reservations_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES meetings(tenant_id, id);
ALTER TABLE reservations ADD CONSTRAINT reservations_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE room_offers ADD CONSTRAINT room_offers_pkey PRIMARY KEY (room_id);
ALTER TABLE room_offers ADD CONSTRAINT room_offers_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES principals(tenant_id, id);
ALTER TABLE schedules ADD CONSTRAINT schedules_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
ALTER TABLE schedules ADD CONSTRAINT schedules_pkey PRIMARY KEY (id);
ALTER TABLE schedules ADD CONSTRAINT schedules_principal_id_id_key UNIQUE (principal_id, id);
ALTER TABLE schedules ADD CONSTRAINT schedules_tenant_id_event_type_id_fkey FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types(tenant_id, id);
ALTER TABLE schedules ADD CONSTRAINT schedules_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE schedules ADD CONSTRAINT schedules_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE schedules ADD CONSTRAINT schedules_weekly_check CHECK (((jsonb_typeof(weekly) = 'array'::text) AND (jsonb_array_length(weekly) = 7)));
ALTER TABLE sessions ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);
ALTER TABLE sessions ADD CONSTRAINT sessions_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE sessions ADD CONSTRAINT sessions_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_address_check CHECK ((address ~~ '%_@_%'::text));
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_pkey PRIMARY KEY (id);
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES principals(tenant_id, id);
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_token_hash_check CHECK ((length(token_hash) = 32));
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_token_hash_key UNIQUE (token_hash);
ALTER TABLE temporary_hours ADD CONSTRAINT temporary_hours_blocks_check CHECK ((jsonb_typeof(blocks) = 'array'::text));
ALTER TABLE temporary_hours ADD CONSTRAINT temporary_hours_check CHECK ((first_day <= last_day));
ALTER TABLE temporary_hours ADD CONSTRAINT temporary_hours_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
ALTER TABLE temporary_hours ADD CONSTRAINT temporary_hours_pkey PRIMARY KEY (id);
ALTER TABLE temporary_hours ADD CONSTRAINT temporary_hours_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE temporary_hours ADD CONSTRAINT temporary_hours_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE temporary_hours ADD CONSTRAINT temporary_hours_weekdays_check CHECK (((weekdays <@ ARRAY[0, 1, 2, 3, 4, 5, 6]) AND (cardinality(weekdays) > 0)));
ALTER TABLE tenants ADD CONSTRAINT tenants_organizer_email_check CHECK ((organizer_email ~~ '%_@_%'::text));
ALTER TABLE tenants ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);
ALTER TABLE tenants ADD CONSTRAINT tenants_product_name_check CHECK (((length(product_name) >= 1) AND (length(product_name) <= 80)));
ALTER TABLE tenants ADD CONSTRAINT tenants_proposal_expiry_hours_check CHECK ((proposal_expiry_hours > (0)::double precision));
ALTER TABLE tenants ADD CONSTRAINT tenants_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text));
ALTER TABLE tenants ADD CONSTRAINT tenants_slug_key UNIQUE (slug);
ALTER TABLE travels ADD CONSTRAINT travels_check CHECK ((first_day <= last_day));
ALTER TABLE travels ADD CONSTRAINT travels_pkey PRIMARY KEY (id);
ALTER TABLE travels ADD CONSTRAINT travels_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE travels ADD CONSTRAINT travels_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE vacations ADD CONSTRAINT vacations_check CHECK ((first_day <= last_day));
ALTER TABLE vacations ADD CONSTRAINT vacations_check1 CHECK ((num_nonnulls(principal_id, event_type_id) = 1));
ALTER TABLE vacations ADD CONSTRAINT vacations_pkey PRIMARY KEY (id);
ALTER TABLE vacations ADD CONSTRAINT vacations_reason_check CHECK ((length(reason) <= 200));
ALTER TABLE vacations ADD CONSTRAINT vacations_tenant_id_event_type_id_fkey FOREIGN KEY (tenant_id, event_type_id) REFERENCES event_types(tenant_id, id);
ALTER TABLE vacations ADD CONSTRAINT vacations_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE vacations ADD CONSTRAINT vacations_tenant_id_principal_id_fkey FOREIGN KEY (tenant_id, principal_id) REFERENCES principals(tenant_id, id);
ALTER TABLE webhook_attempts ADD CONSTRAINT webhook_attempts_pkey PRIMARY KEY (id);
ALTER TABLE webhook_attempts ADD CONSTRAINT webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_check CHECK (((state = 'pending'::text) = (settled_at IS NULL)));
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_endpoint_id_event_id_key UNIQUE (endpoint_id, event_id);
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id);
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_run_check CHECK ((run > 0));
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])));
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES webhook_events(tenant_id, id);
ALTER TABLE webhook_deliveries ADD CONSTRAINT webhook_deliveries_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_check CHECK (((enabled = (disabled_reason IS NULL)) AND (enabled = (disabled_at IS NULL))));
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_check1 CHECK ((((previous_sealed IS NULL) = (previous_key_id IS NULL)) AND ((previous_sealed IS NULL) = (previous_until IS NULL))));
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_disabled_reason_check CHECK ((disabled_reason = ANY (ARRAY['asked'::text, 'gone'::text, 'failing'::text])));
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (id);
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE webhook_endpoints ADD CONSTRAINT webhook_endpoints_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE webhook_events ADD CONSTRAINT webhook_events_pkey PRIMARY KEY (id);
ALTER TABLE webhook_events ADD CONSTRAINT webhook_events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id);
ALTER TABLE webhook_events ADD CONSTRAINT webhook_events_tenant_id_id_key UNIQUE (tenant_id, id);

CREATE INDEX api_keys_by_tenant ON public.api_keys USING btree (tenant_id);
CREATE INDEX app_passwords_by_principal ON public.app_passwords USING btree (principal_id);
CREATE INDEX audit_log_by_room ON public.audit_log USING btree (meeting_id, id);
CREATE INDEX audit_log_used_up ON public.audit_log USING btree (meeting_id, at) WHERE (what ~~ '%-used-up'::text);
CREATE INDEX booking_links_by_event_type ON public.booking_links USING btree (event_type_id, created_at, id);
CREATE INDEX busy_periods_by_object ON public.busy_periods USING btree (calendar_id, uid) WHERE (uid IS NOT NULL);
CREATE INDEX busy_periods_by_time ON public.busy_periods USING gist (principal_id, period);
CREATE INDEX busy_series_by_time ON public.busy_series USING gist (principal_id, span);
CREATE INDEX calendar_changes_by_age ON public.calendar_changes USING btree (changed_at);
CREATE INDEX calendar_changes_by_name ON public.calendar_changes USING btree (calendar_id, name, version);
CREATE INDEX calendar_correspondents_by_address ON public.calendar_correspondents USING btree (tenant_id, address_key);
CREATE INDEX calendar_events_by_meeting ON public.calendar_events USING btree (meeting_id);
CREATE INDEX calendar_events_by_time ON public.calendar_events USING btree (calendar_id, starts_at) WHERE (removed_at IS NULL);
CREATE INDEX calendar_events_due ON public.calendar_events USING btree (calendar_id, ends_at) WHERE ((removed_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX calendar_grants_by_principal ON public.calendar_grants USING btree (principal_id);
CREATE INDEX calendar_mails_by_correspondent ON public.calendar_mails USING btree (correspondent_id, created_at);
CREATE INDEX calendar_object_versions_by_age ON public.calendar_object_versions USING btree (replaced_at);
CREATE INDEX calendar_object_versions_by_calendar ON public.calendar_object_versions USING btree (calendar_id, replaced_at DESC);
CREATE INDEX calendar_object_versions_by_uid ON public.calendar_object_versions USING btree (tenant_id, uid) WHERE deleted;
CREATE UNIQUE INDEX calendar_objects_by_name ON public.calendar_objects USING btree (calendar_id, name);
CREATE INDEX calendar_objects_by_time ON public.calendar_objects USING gist (calendar_id, span);
CREATE INDEX calendar_objects_by_uid ON public.calendar_objects USING btree (tenant_id, uid);
CREATE INDEX calendars_by_principal ON public.calendars USING btree (principal_id);
CREATE UNIQUE INDEX calendars_by_segment ON public.calendars USING btree (principal_id, segment) WHERE (deleted_at IS NULL);
CREATE UNIQUE INDEX one_default_calendar ON public.calendars USING btree (principal_id) WHERE (is_default AND (deleted_at IS NULL));
CREATE UNIQUE INDEX one_inbox_and_outbox ON public.calendars USING btree (principal_id, kind) WHERE (kind <> 'calendar'::collection_kind);
CREATE UNIQUE INDEX date_overrides_of_member ON public.date_overrides USING btree (principal_id, day) WHERE (principal_id IS NOT NULL);
CREATE UNIQUE INDEX date_overrides_of_type ON public.date_overrides USING btree (event_type_id, day) WHERE (event_type_id IS NOT NULL);
CREATE INDEX dav_schedule_message_by_collection ON public.dav_schedule_message USING btree (collection_id, created_at);
CREATE INDEX event_type_hosts_by_principal ON public.event_type_hosts USING btree (principal_id);
CREATE UNIQUE INDEX event_types_by_slug ON public.event_types USING btree (owner_id, slug) WHERE (deleted_at IS NULL);
CREATE INDEX event_types_by_tenant ON public.event_types USING btree (tenant_id, created_at, id);
CREATE INDEX feed_fetches_by_calendar ON public.feed_fetches USING btree (calendar_id, id);
CREATE INDEX former_room_names_by_room ON public.former_room_names USING btree (room_id);
CREATE INDEX holiday_calendars_by_principal ON public.holiday_calendars USING btree (principal_id, created_at, id);
CREATE INDEX holiday_calendars_due ON public.holiday_calendars USING btree (next_read_at) WHERE (next_read_at IS NOT NULL);
CREATE INDEX holidays_by_principal ON public.holidays USING btree (principal_id, day);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at);
CREATE INDEX imip_messages_by_raw ON public.imip_messages USING btree (raw_id);
CREATE INDEX imip_messages_by_room ON public.imip_messages USING btree (meeting_id, received_at);
CREATE INDEX imip_messages_by_time ON public.imip_messages USING btree (received_at, id);
CREATE INDEX imip_messages_by_uid ON public.imip_messages USING btree (uid);
CREATE INDEX imip_messages_failed ON public.imip_messages USING btree (received_at) WHERE (decision = ANY (ARRAY['failed'::text, 'confirm'::text]));
CREATE INDEX imip_messages_undecided ON public.imip_messages USING btree (received_at) WHERE (decision IS NULL);
CREATE UNIQUE INDEX invitations_by_organizer_tag ON public.invitations USING btree (organizer_tag_hash);
CREATE INDEX invitations_by_uid ON public.invitations USING btree (uid);
CREATE INDEX learned_addresses_by_key ON public.learned_addresses USING btree (tenant_id, address_key);
CREATE INDEX magic_links_by_room ON public.magic_links USING btree (meeting_id);
CREATE INDEX meeting_refusals_by_age ON public.meeting_refusals USING btree (refused_at);
CREATE INDEX meetings_by_event_type ON public.meetings USING btree (event_type_id, start_utc) WHERE (event_type_id IS NOT NULL);
CREATE INDEX meetings_by_event_type_made ON public.meetings USING btree (event_type_id, created_at) WHERE (event_type_id IS NOT NULL);
CREATE INDEX meetings_by_metadata ON public.meetings USING gin (metadata);
CREATE INDEX meetings_by_room ON public.meetings USING btree (room_id, start_utc) WHERE (room_id IS NOT NULL);
CREATE INDEX meetings_by_tenant ON public.meetings USING btree (tenant_id, start_utc, id);
CREATE INDEX meetings_by_video_name ON public.meetings USING btree (video_name) WHERE (video_name IS NOT NULL);
CREATE INDEX meetings_held_by ON public.meetings USING btree (held_by) WHERE ((held_by IS NOT NULL) AND (hold_expires_at IS NOT NULL));
CREATE INDEX meetings_live ON public.meetings USING btree (end_utc) WHERE (status = 'live'::meeting_status);
CREATE INDEX meetings_to_come ON public.meetings USING btree (start_utc) WHERE (status = 'scheduled'::meeting_status);
CREATE INDEX meetings_with_video ON public.meetings USING btree (video_closed_at) WHERE (video_url IS NOT NULL);
CREATE INDEX operator_sessions_by_age ON public.operator_sessions USING btree (expires_at);
CREATE INDEX outbox_undelivered ON public.outbox USING btree (id) WHERE ((delivered_at IS NULL) AND (gave_up_at IS NULL));
CREATE INDEX outgoing_messages_by_change ON public.outgoing_messages USING btree (meeting_id, revision);
CREATE INDEX outgoing_messages_by_raw ON public.outgoing_messages USING btree (raw_id);
CREATE UNIQUE INDEX outgoing_messages_by_tag ON public.outgoing_messages USING btree (tag_hash);
CREATE INDEX outgoing_messages_failed ON public.outgoing_messages USING btree (prepared_at) WHERE (state = 'failed'::text);
CREATE INDEX outgoing_messages_unsent ON public.outgoing_messages USING btree (prepared_at) WHERE (state = ANY (ARRAY['prepared'::text, 'deferred'::text]));
CREATE INDEX participants_beating ON public.participants USING btree (seen_at) WHERE ((left_at IS NULL) AND (seen_at IS NOT NULL) AND (NOT in_video));
CREATE UNIQUE INDEX one_pending_proposal ON public.pending_proposals USING btree (meeting_id, proposed_by) WHERE (status = 'pending'::proposal_status);
CREATE INDEX pending_proposals_by_room ON public.pending_proposals USING btree (meeting_id, created_at);
CREATE INDEX pending_proposals_that_hold ON public.pending_proposals USING btree (meeting_id) WHERE (holds AND (status = 'pending'::proposal_status));
CREATE UNIQUE INDEX one_primary_address ON public.principal_addresses USING btree (principal_id) WHERE is_primary;
CREATE INDEX principal_addresses_by_key ON public.principal_addresses USING btree (address_key);
CREATE INDEX principal_addresses_by_principal ON public.principal_addresses USING btree (principal_id);
CREATE INDEX principals_by_owner ON public.principals USING btree (owner_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX principals_by_tenant ON public.principals USING btree (tenant_id, created_at, id);
CREATE UNIQUE INDEX principals_room_name ON public.principals USING btree (name) WHERE ((kind = 'room'::principal_kind) AND (deleted_at IS NULL));
CREATE INDEX raw_messages_kept ON public.raw_messages USING btree (created_at) WHERE (sealed IS NOT NULL);
CREATE INDEX reservations_by_person ON public.reservations USING gist (person_id, period);
CREATE INDEX room_offers_by_address ON public.room_offers USING btree (tenant_id, address_key);
CREATE UNIQUE INDEX schedules_by_event_type ON public.schedules USING btree (event_type_id) WHERE (event_type_id IS NOT NULL);
CREATE INDEX schedules_by_principal ON public.schedules USING btree (principal_id, created_at, id);
CREATE INDEX sessions_by_age ON public.sessions USING btree (expires_at);
CREATE INDEX sign_ins_by_principal ON public.sign_ins USING btree (principal_id, created_at);
CREATE INDEX sign_ins_by_time ON public.sign_ins USING btree (tenant_id, created_at);
CREATE INDEX temporary_hours_of_member ON public.temporary_hours USING btree (principal_id, last_day);
CREATE INDEX tenants_by_organizer ON public.tenants USING btree (lower(organizer_email));
CREATE INDEX travels_of_member ON public.travels USING btree (principal_id, last_day);
CREATE INDEX vacations_of_member ON public.vacations USING btree (principal_id, last_day) WHERE (principal_id IS NOT NULL);
CREATE INDEX vacations_of_type ON public.vacations USING btree (event_type_id, last_day) WHERE (event_type_id IS NOT NULL);
CREATE INDEX webhook_attempts_by_delivery ON public.webhook_attempts USING btree (delivery_id, id);
CREATE INDEX webhook_deliveries_by_age ON public.webhook_deliveries USING btree (created_at);
CREATE INDEX webhook_deliveries_by_endpoint ON public.webhook_deliveries USING btree (endpoint_id, number);
CREATE INDEX webhook_deliveries_by_event ON public.webhook_deliveries USING btree (event_id);
CREATE INDEX webhook_deliveries_pending ON public.webhook_deliveries USING btree (tenant_id, created_at) WHERE (state = 'pending'::text);
CREATE INDEX webhook_deliveries_unstarted ON public.webhook_deliveries USING btree (number) WHERE (started_at IS NULL);
CREATE INDEX webhook_endpoints_by_tenant ON public.webhook_endpoints USING btree (tenant_id, created_at);
CREATE INDEX webhook_events_by_age ON public.webhook_events USING btree (created_at);

CREATE OR REPLACE FUNCTION public.note_availability_of_booking_profiles()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, default_schedule_id, limits FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, default_schedule_id, limits FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM ((SELECT principal_id, default_schedule_id, limits FROM old_rows EXCEPT SELECT principal_id, default_schedule_id, limits FROM new_rows) UNION ALL (SELECT principal_id, default_schedule_id, limits FROM new_rows EXCEPT SELECT principal_id, default_schedule_id, limits FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_busy_periods()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, period FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, period FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM ((SELECT principal_id, period FROM old_rows EXCEPT SELECT principal_id, period FROM new_rows) UNION ALL (SELECT principal_id, period FROM new_rows EXCEPT SELECT principal_id, period FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_date_overrides()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id, event_type_id]) AS whose FROM (SELECT principal_id, event_type_id, day, blocks FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id, event_type_id]) AS whose FROM (SELECT principal_id, event_type_id, day, blocks FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id, event_type_id]) AS whose FROM ((SELECT principal_id, event_type_id, day, blocks FROM old_rows EXCEPT SELECT principal_id, event_type_id, day, blocks FROM new_rows) UNION ALL (SELECT principal_id, event_type_id, day, blocks FROM new_rows EXCEPT SELECT principal_id, event_type_id, day, blocks FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_event_type_hosts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[event_type_id]) AS whose FROM (SELECT event_type_id, principal_id, priority, weight FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[event_type_id]) AS whose FROM (SELECT event_type_id, principal_id, priority, weight FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[event_type_id]) AS whose FROM ((SELECT event_type_id, principal_id, priority, weight FROM old_rows EXCEPT SELECT event_type_id, principal_id, priority, weight FROM new_rows) UNION ALL (SELECT event_type_id, principal_id, priority, weight FROM new_rows EXCEPT SELECT event_type_id, principal_id, priority, weight FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_event_type_resources()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[event_type_id]) AS whose FROM (SELECT event_type_id, principal_id FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[event_type_id]) AS whose FROM (SELECT event_type_id, principal_id FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[event_type_id]) AS whose FROM ((SELECT event_type_id, principal_id FROM old_rows EXCEPT SELECT event_type_id, principal_id FROM new_rows) UNION ALL (SELECT event_type_id, principal_id FROM new_rows EXCEPT SELECT event_type_id, principal_id FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_event_types()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id]) AS whose FROM (SELECT * FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id]) AS whose FROM (SELECT * FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id]) AS whose FROM ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_holidays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, day FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, day FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM ((SELECT principal_id, day FROM old_rows EXCEPT SELECT principal_id, day FROM new_rows) UNION ALL (SELECT principal_id, day FROM new_rows EXCEPT SELECT principal_id, day FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_invitations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[meeting.event_type_id, CASE WHEN changed.role = 'host' THEN changed.principal_id END]) AS whose FROM (SELECT meeting_id, attendee_id, role, principal_id, removed_at IS NULL FROM new_rows) changed JOIN meetings meeting ON meeting.id = changed.meeting_id AND meeting.event_type_id IS NOT NULL) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[meeting.event_type_id, CASE WHEN changed.role = 'host' THEN changed.principal_id END]) AS whose FROM (SELECT meeting_id, attendee_id, role, principal_id, removed_at IS NULL FROM old_rows) changed JOIN meetings meeting ON meeting.id = changed.meeting_id AND meeting.event_type_id IS NOT NULL) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[meeting.event_type_id, CASE WHEN changed.role = 'host' THEN changed.principal_id END]) AS whose FROM ((SELECT meeting_id, attendee_id, role, principal_id, removed_at IS NULL FROM old_rows EXCEPT SELECT meeting_id, attendee_id, role, principal_id, removed_at IS NULL FROM new_rows) UNION ALL (SELECT meeting_id, attendee_id, role, principal_id, removed_at IS NULL FROM new_rows EXCEPT SELECT meeting_id, attendee_id, role, principal_id, removed_at IS NULL FROM old_rows)) changed JOIN meetings meeting ON meeting.id = changed.meeting_id AND meeting.event_type_id IS NOT NULL) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_meetings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[changed.event_type_id, host.principal_id]) AS whose FROM (SELECT id, event_type_id, status, start_utc, end_utc FROM new_rows) changed LEFT JOIN invitations host ON host.meeting_id = changed.id AND host.role = 'host'
           WHERE changed.event_type_id IS NOT NULL) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[changed.event_type_id, host.principal_id]) AS whose FROM (SELECT id, event_type_id, status, start_utc, end_utc FROM old_rows) changed LEFT JOIN invitations host ON host.meeting_id = changed.id AND host.role = 'host'
           WHERE changed.event_type_id IS NOT NULL) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[changed.event_type_id, host.principal_id]) AS whose FROM ((SELECT id, event_type_id, status, start_utc, end_utc FROM old_rows EXCEPT SELECT id, event_type_id, status, start_utc, end_utc FROM new_rows) UNION ALL (SELECT id, event_type_id, status, start_utc, end_utc FROM new_rows EXCEPT SELECT id, event_type_id, status, start_utc, end_utc FROM old_rows)) changed LEFT JOIN invitations host ON host.meeting_id = changed.id AND host.role = 'host'
           WHERE changed.event_type_id IS NOT NULL) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_principals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id]) AS whose FROM (SELECT id, timezone, capacity, deleted_at FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id]) AS whose FROM (SELECT id, timezone, capacity, deleted_at FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id]) AS whose FROM ((SELECT id, timezone, capacity, deleted_at FROM old_rows EXCEPT SELECT id, timezone, capacity, deleted_at FROM new_rows) UNION ALL (SELECT id, timezone, capacity, deleted_at FROM new_rows EXCEPT SELECT id, timezone, capacity, deleted_at FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_reservations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, meeting_id, period, blocked, shared FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, meeting_id, period, blocked, shared FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM ((SELECT principal_id, meeting_id, period, blocked, shared FROM old_rows EXCEPT SELECT principal_id, meeting_id, period, blocked, shared FROM new_rows) UNION ALL (SELECT principal_id, meeting_id, period, blocked, shared FROM new_rows EXCEPT SELECT principal_id, meeting_id, period, blocked, shared FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_schedules()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id, principal_id, event_type_id]) AS whose FROM (SELECT id, principal_id, event_type_id, timezone, weekly FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id, principal_id, event_type_id]) AS whose FROM (SELECT id, principal_id, event_type_id, timezone, weekly FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[id, principal_id, event_type_id]) AS whose FROM ((SELECT id, principal_id, event_type_id, timezone, weekly FROM old_rows EXCEPT SELECT id, principal_id, event_type_id, timezone, weekly FROM new_rows) UNION ALL (SELECT id, principal_id, event_type_id, timezone, weekly FROM new_rows EXCEPT SELECT id, principal_id, event_type_id, timezone, weekly FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_temporary_hours()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, first_day, last_day, weekdays, blocks FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, first_day, last_day, weekdays, blocks FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM ((SELECT principal_id, first_day, last_day, weekdays, blocks FROM old_rows EXCEPT SELECT principal_id, first_day, last_day, weekdays, blocks FROM new_rows) UNION ALL (SELECT principal_id, first_day, last_day, weekdays, blocks FROM new_rows EXCEPT SELECT principal_id, first_day, last_day, weekdays, blocks FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_travels()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, first_day, last_day, timezone FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM (SELECT principal_id, first_day, last_day, timezone FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id]) AS whose FROM ((SELECT principal_id, first_day, last_day, timezone FROM old_rows EXCEPT SELECT principal_id, first_day, last_day, timezone FROM new_rows) UNION ALL (SELECT principal_id, first_day, last_day, timezone FROM new_rows EXCEPT SELECT principal_id, first_day, last_day, timezone FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_availability_of_vacations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF TG_OP = 'INSERT' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id, event_type_id]) AS whose FROM (SELECT principal_id, event_type_id, first_day, last_day FROM new_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSIF TG_OP = 'DELETE' THEN 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id, event_type_id]) AS whose FROM (SELECT principal_id, event_type_id, first_day, last_day FROM old_rows) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      ELSE 
        INSERT INTO availability_changes (whose)
        SELECT DISTINCT noted.whose
          FROM (SELECT unnest(ARRAY[principal_id, event_type_id]) AS whose FROM ((SELECT principal_id, event_type_id, first_day, last_day FROM old_rows EXCEPT SELECT principal_id, event_type_id, first_day, last_day FROM new_rows) UNION ALL (SELECT principal_id, event_type_id, first_day, last_day FROM new_rows EXCEPT SELECT principal_id, event_type_id, first_day, last_day FROM old_rows)) changed ) noted
         WHERE noted.whose IS NOT NULL
            ON CONFLICT DO NOTHING;
      END IF;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_busy_series()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE changed busy_series;
    BEGIN
      changed := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      INSERT INTO availability_changes (whose) VALUES (changed.principal_id) ON CONFLICT DO NOTHING;
      UPDATE calendars SET series_version = gen_random_uuid() WHERE id = changed.calendar_id;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.note_calendar()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      INSERT INTO availability_changes (whose) VALUES (NEW.principal_id) ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $function$
;
CREATE OR REPLACE FUNCTION public.tell_room()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      PERFORM pg_notify('rooms', NEW.room_id::text);
      RETURN NULL;
    END $function$
;

CREATE TRIGGER booking_profiles_deleted AFTER DELETE ON public.booking_profiles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_booking_profiles();
CREATE TRIGGER booking_profiles_inserted AFTER INSERT ON public.booking_profiles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_booking_profiles();
CREATE TRIGGER booking_profiles_updated AFTER UPDATE ON public.booking_profiles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_booking_profiles();
CREATE TRIGGER busy_periods_deleted AFTER DELETE ON public.busy_periods REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_busy_periods();
CREATE TRIGGER busy_periods_inserted AFTER INSERT ON public.busy_periods REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_busy_periods();
CREATE TRIGGER busy_periods_updated AFTER UPDATE ON public.busy_periods REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_busy_periods();
CREATE TRIGGER busy_series_changed AFTER INSERT OR DELETE OR UPDATE ON public.busy_series FOR EACH ROW EXECUTE FUNCTION note_busy_series();
CREATE TRIGGER calendar_counts AFTER UPDATE OF transparent, deleted_at ON public.calendars FOR EACH ROW WHEN (((old.transparent <> new.transparent) OR (old.deleted_at IS DISTINCT FROM new.deleted_at))) EXECUTE FUNCTION note_calendar();
CREATE TRIGGER date_overrides_deleted AFTER DELETE ON public.date_overrides REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_date_overrides();
CREATE TRIGGER date_overrides_inserted AFTER INSERT ON public.date_overrides REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_date_overrides();
CREATE TRIGGER date_overrides_updated AFTER UPDATE ON public.date_overrides REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_date_overrides();
CREATE TRIGGER event_type_hosts_deleted AFTER DELETE ON public.event_type_hosts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_type_hosts();
CREATE TRIGGER event_type_hosts_inserted AFTER INSERT ON public.event_type_hosts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_type_hosts();
CREATE TRIGGER event_type_hosts_updated AFTER UPDATE ON public.event_type_hosts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_type_hosts();
CREATE TRIGGER event_type_resources_deleted AFTER DELETE ON public.event_type_resources REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_type_resources();
CREATE TRIGGER event_type_resources_inserted AFTER INSERT ON public.event_type_resources REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_type_resources();
CREATE TRIGGER event_type_resources_updated AFTER UPDATE ON public.event_type_resources REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_type_resources();
CREATE TRIGGER event_types_deleted AFTER DELETE ON public.event_types REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_types();
CREATE TRIGGER event_types_inserted AFTER INSERT ON public.event_types REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_types();
CREATE TRIGGER event_types_updated AFTER UPDATE ON public.event_types REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_event_types();
CREATE TRIGGER holidays_deleted AFTER DELETE ON public.holidays REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_holidays();
CREATE TRIGGER holidays_inserted AFTER INSERT ON public.holidays REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_holidays();
CREATE TRIGGER holidays_updated AFTER UPDATE ON public.holidays REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_holidays();
CREATE TRIGGER invitations_deleted AFTER DELETE ON public.invitations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_invitations();
CREATE TRIGGER invitations_inserted AFTER INSERT ON public.invitations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_invitations();
CREATE TRIGGER invitations_updated AFTER UPDATE ON public.invitations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_invitations();
CREATE TRIGGER meetings_deleted AFTER DELETE ON public.meetings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_meetings();
CREATE TRIGGER meetings_inserted AFTER INSERT ON public.meetings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_meetings();
CREATE TRIGGER meetings_updated AFTER UPDATE ON public.meetings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_meetings();
CREATE TRIGGER principals_deleted AFTER DELETE ON public.principals REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_principals();
CREATE TRIGGER principals_inserted AFTER INSERT ON public.principals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_principals();
CREATE TRIGGER principals_updated AFTER UPDATE ON public.principals REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_principals();
CREATE TRIGGER reservations_deleted AFTER DELETE ON public.reservations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_reservations();
CREATE TRIGGER reservations_inserted AFTER INSERT ON public.reservations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_reservations();
CREATE TRIGGER reservations_updated AFTER UPDATE ON public.reservations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_reservations();
CREATE TRIGGER room_changed AFTER INSERT OR UPDATE ON public.meetings FOR EACH ROW WHEN ((new.room_id IS NOT NULL)) EXECUTE FUNCTION tell_room();
CREATE TRIGGER schedules_deleted AFTER DELETE ON public.schedules REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_schedules();
CREATE TRIGGER schedules_inserted AFTER INSERT ON public.schedules REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_schedules();
CREATE TRIGGER schedules_updated AFTER UPDATE ON public.schedules REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_schedules();
CREATE TRIGGER temporary_hours_deleted AFTER DELETE ON public.temporary_hours REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_temporary_hours();
CREATE TRIGGER temporary_hours_inserted AFTER INSERT ON public.temporary_hours REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_temporary_hours();
CREATE TRIGGER temporary_hours_updated AFTER UPDATE ON public.temporary_hours REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_temporary_hours();
CREATE TRIGGER travels_deleted AFTER DELETE ON public.travels REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_travels();
CREATE TRIGGER travels_inserted AFTER INSERT ON public.travels REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_travels();
CREATE TRIGGER travels_updated AFTER UPDATE ON public.travels REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_travels();
CREATE TRIGGER vacations_deleted AFTER DELETE ON public.vacations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_vacations();
CREATE TRIGGER vacations_inserted AFTER INSERT ON public.vacations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_vacations();
CREATE TRIGGER vacations_updated AFTER UPDATE ON public.vacations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_availability_of_vacations();

GRANT INSERT, SELECT, UPDATE ON api_keys TO parley_app;
GRANT INSERT, SELECT, UPDATE ON app_passwords TO parley_app;
GRANT INSERT, SELECT ON audit_log TO parley_app;
GRANT DELETE, INSERT, SELECT ON availability_changes TO parley_app;
GRANT INSERT, SELECT, UPDATE ON booking_links TO parley_app;
GRANT INSERT, SELECT, UPDATE ON booking_profiles TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON busy_periods TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON busy_series TO parley_app;
GRANT INSERT, SELECT ON calendar_changes TO parley_app;
GRANT INSERT, SELECT ON calendar_correspondents TO parley_app;
GRANT INSERT, SELECT, UPDATE ON calendar_events TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_grants TO parley_app;
GRANT INSERT, SELECT, UPDATE ON calendar_homes TO parley_app;
GRANT INSERT, SELECT ON calendar_mails TO parley_app;
GRANT INSERT, SELECT ON calendar_object_versions TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_objects TO parley_app;
GRANT INSERT, SELECT, UPDATE ON calendars TO parley_app;
GRANT INSERT, SELECT, UPDATE ON contacts TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON date_overrides TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON dav_schedule_message TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON event_type_hosts TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON event_type_resources TO parley_app;
GRANT INSERT, SELECT, UPDATE ON event_types TO parley_app;
GRANT DELETE, INSERT, SELECT ON feed_fetches TO parley_app;
GRANT INSERT, SELECT, UPDATE ON feeds TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON former_room_names TO parley_app;
GRANT DELETE, INSERT, SELECT ON group_members TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON holiday_calendars TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON holidays TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency_keys TO parley_app;
GRANT INSERT, SELECT, UPDATE ON imip_messages TO parley_app;
GRANT INSERT, SELECT, UPDATE ON invitations TO parley_app;
GRANT INSERT, SELECT ON invite_requests TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON learned_addresses TO parley_app;
GRANT INSERT, SELECT, UPDATE ON magic_links TO parley_app;
GRANT INSERT, SELECT, UPDATE ON mail_usage TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON mailbox_problems TO parley_app;
GRANT INSERT, SELECT, UPDATE ON mailboxes TO parley_app;
GRANT INSERT, SELECT ON meeting_changes TO parley_app;
GRANT DELETE, INSERT, SELECT ON meeting_refusals TO parley_app;
GRANT INSERT, SELECT, UPDATE ON meetings TO parley_app;
GRANT INSERT, SELECT ON notices TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON operator_sessions TO parley_app;
GRANT INSERT, SELECT, UPDATE ON outbox TO parley_app;
GRANT INSERT, SELECT, UPDATE ON outgoing_messages TO parley_app;
GRANT INSERT, SELECT, UPDATE ON participants TO parley_app;
GRANT INSERT, SELECT, UPDATE ON pending_proposals TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON principal_addresses TO parley_app;
GRANT INSERT, SELECT, UPDATE ON principals TO parley_app;
GRANT INSERT, SELECT ON raw_messages TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON reservations TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON room_offers TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON schedules TO parley_app;
GRANT SELECT ON schema_migrations TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO parley_app;
GRANT INSERT, SELECT, UPDATE ON sign_ins TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON temporary_hours TO parley_app;
GRANT INSERT, SELECT, UPDATE ON tenants TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON travels TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON vacations TO parley_app;
GRANT INSERT, SELECT ON webhook_attempts TO parley_app;
GRANT INSERT, SELECT, UPDATE ON webhook_deliveries TO parley_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON webhook_endpoints TO parley_app;
GRANT INSERT, SELECT ON webhook_events TO parley_app;
