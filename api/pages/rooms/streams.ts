import { PassThrough, type Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { RoomChanges, Standing, Watched } from '../../../queries/room-standing.ts';

interface Options {
  changes: RoomChanges;
  /** How the room's meetings stand now. */
  read: (watched: Watched) => Promise<Standing>;
  log: Logger;
  /** Streams at most. */
  most?: number;
  mostPerClient?: number;
  mostPerRoom?: number;
  /** How often every stream is told that it lives, and looked after, in ms. */
  beatMs?: number;
}

interface Stream extends Watched {
  out: PassThrough;
  client: string;
  version: string;
}

/** A reader that takes nothing more is let go. */
const MOST_UNREAD_BYTES = 64 * 1024;
const RETRY_MS = 3_000;

/**
 * The event streams (WHATWG HTML, Server-sent events) of this process's room pages. Each is told how its room stands
 * when it opens and when that changes: by a change in the database, or because time brought a meeting into view.
 */
export class RoomStreams {
  readonly #streams = new Set<Stream>();
  readonly #options: Required<Options>;
  readonly #unsubscribe: () => void;
  readonly #beat: NodeJS.Timeout;
  /** Rooms that are being read; true: they changed meanwhile. */
  readonly #reading = new Map<string, boolean>();
  #stopped = false;

  constructor(options: Options) {
    this.#options = { most: 2_000, mostPerClient: 100, mostPerRoom: 500, beatMs: 20_000, ...options };
    this.#unsubscribe = options.changes.subscribe((roomId) => this.#changed(roomId));
    this.#beat = setInterval(() => this.#lookAfter(), this.#options.beatMs);
    this.#beat.unref();
  }

  /** @returns null when the client, the room or the process has as many as there may be, or the process is stopping */
  open(watched: Watched, client: string): Readable | null {
    const { most, mostPerClient, mostPerRoom } = this.#options;
    const open = [...this.#streams];
    const isFull =
      open.length >= most ||
      open.filter((stream) => stream.client === client).length >= mostPerClient ||
      open.filter((stream) => stream.roomId === watched.roomId).length >= mostPerRoom;
    if (this.#stopped || isFull) return null;
    const out = new PassThrough();
    const stream: Stream = { ...watched, out, client, version: '' };
    this.#streams.add(stream);
    out.on('close', () => this.#streams.delete(stream));
    out.on('error', () => undefined);
    out.write(`retry: ${RETRY_MS}\n\n`);
    this.#changed(watched.roomId);
    return out;
  }

  /** None opens any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Ends every stream; from then on none opens. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#beat);
    this.#unsubscribe();
    for (const { out } of this.#streams) out.end();
    await this.#options.changes.stop();
  }

  #lookAfter(): void {
    for (const { out } of this.#streams) {
      if (out.writableLength > MOST_UNREAD_BYTES) out.destroy();
      else out.write(':\n\n');
    }
    this.#changed(null);
  }

  #changed(roomId: string | null): void {
    const rooms = roomId === null ? new Set([...this.#streams].map((stream) => stream.roomId)) : [roomId];
    for (const room of rooms) void this.#tell(room);
  }

  /** Changes that come while a room is being read are read together, once. */
  async #tell(roomId: string): Promise<void> {
    if (this.#reading.has(roomId)) {
      this.#reading.set(roomId, true);
      return;
    }
    do {
      this.#reading.set(roomId, false);
      await this.#tellOnce(roomId);
    } while (this.#reading.get(roomId));
    this.#reading.delete(roomId);
  }

  async #tellOnce(roomId: string): Promise<void> {
    const streams = [...this.#streams].filter((stream) => stream.roomId === roomId);
    for (const meetingId of new Set(streams.map((stream) => stream.meetingId))) {
      try {
        const standing = await this.#options.read({ roomId, meetingId });
        for (const stream of streams) if (stream.meetingId === meetingId) send(stream, standing);
      } catch (error) {
        // The next beat reads again.
        this.#options.log.warn({ err: error, roomId }, 'a room’s pages were not told');
      }
    }
  }
}

function send(stream: Stream, standing: Standing): void {
  if (stream.version === standing.version || stream.out.writableEnded) return;
  stream.version = standing.version;
  stream.out.write(`event: standing\ndata: ${JSON.stringify(standing)}\n\n`);
}
