import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** What is known of a message without opening it. */
export interface MailHead {
  id: string;
  /** The sender's bare address, from the header. */
  from: string;
  /** The recipient's bare address, from the envelope, in lower case. */
  to: string;
  /** Decoded. */
  subject: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
  messageId: string | undefined;
}

export interface JournalEntry extends MailHead {
  at: number;
  size: number;
}

/**
 * One file that only grows: each message is a line of JSON about it, its bytes as they came, and a line end. So a
 * delivery is one append, and whatever a crash cut off at the end is found by its length and dropped.
 */
export class MailJournal {
  readonly #file: FileHandle;
  #end: number;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, end: number) {
    this.#file = file;
    this.#end = end;
  }

  static async open(directory: string): Promise<{ journal: MailJournal; entries: JournalEntry[] }> {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = await open(join(directory, 'messages'), 'a+', 0o600);
    const { entries, end } = scan(await file.readFile());
    await file.truncate(end);
    return { journal: new MailJournal(file, end), entries };
  }

  /** Appends in the order of the calls. */
  append(head: MailHead, raw: Buffer): Promise<JournalEntry> {
    const written = this.#queue.then(async () => {
      const line = Buffer.from(`${JSON.stringify({ ...head, size: raw.length })}\n`);
      try {
        await this.#file.appendFile(Buffer.concat([line, raw, Buffer.from('\n')]));
      } catch (error) {
        // A full disk takes half of it; what follows must not begin in the middle of a message.
        await this.#file.truncate(this.#end);
        throw error;
      }
      const entry = { ...head, at: this.#end + line.length, size: raw.length };
      this.#end = entry.at + raw.length + 1;
      return entry;
    });
    this.#queue = written.catch(() => {});
    return written;
  }

  async read(entry: JournalEntry): Promise<Buffer> {
    const bytes = Buffer.alloc(entry.size);
    await this.#file.read(bytes, 0, entry.size, entry.at);
    return bytes;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#file.close();
  }
}

function scan(bytes: Buffer): { entries: JournalEntry[]; end: number } {
  const entries: JournalEntry[] = [];
  let end = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(0x0a, end);
    if (lineEnd < 0) return { entries, end };
    const head = JSON.parse(bytes.subarray(end, lineEnd).toString()) as MailHead & { size: number };
    const next = lineEnd + 1 + head.size + 1;
    if (next > bytes.length) return { entries, end };
    entries.push({ ...head, at: lineEnd + 1 });
    end = next;
  }
}
