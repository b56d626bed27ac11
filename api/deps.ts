import type { Ingest } from '../activities/inbound/ingest.ts';
import type { Texts } from '../adapters/texts/texts.ts';
import type { OutsideMail } from '../commands/calendars/scheduling/outside.ts';
import type { CommandDeps } from '../commands/deps.ts';
import type { LookAtHealth } from '../queries/health.ts';
import type { RememberedSlots } from '../queries/remembered-slots.ts';
import type { MailboxReader } from './pages/mailbox/reader.ts';
import type { RoomStreams } from './pages/rooms/streams.ts';
import type { SlotsAnswer } from './routes/booking/schema.ts';
import type { ReadyAnswer } from './routes/ready-answer.ts';

/** A part without which the API cannot work; `check` rejects, or resolves with false, when it is missing. */
export interface ReadinessCheck {
  name: string;
  check(): Promise<unknown>;
}

/** What the API's routes and pages are made of; put together in workers/api.ts. */
export interface ApiDeps extends CommandDeps {
  readiness: readonly ReadinessCheck[];
  ingest: Ingest;
  /** How the parts of the installation stand, as far as that is quickly asked. */
  health: LookAtHealth;
  /** The words of the pages. */
  texts: Texts;
  /** Tells the pages of rooms what changes. */
  roomStreams: RoomStreams;
  /** What can be booked, while nothing changes, as it is sent. */
  rememberedSlots: RememberedSlots<ReadyAnswer<SlotsAnswer>>;
  /** Invites whoever keeps no calendar here; null: no mail can leave. */
  outsideMail: OutsideMail | null;
  /** Everybody's mail; in the embedded mode only. */
  mailbox?: MailboxReader | undefined;
}
