import { setTimeout as wait } from 'node:timers/promises';

const KEY = 'chaos-key-0123456789';
export const CHAOS_API_KEY = KEY;

/** A backend that asks again, with the same Idempotency-Key, until it has an answer that is final. */
export class StubbornClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  post(path: string, body: unknown, idempotencyKey: string): Promise<Record<string, unknown>> {
    return this.#insist(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${KEY}`,
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
      },
      body: JSON.stringify(body),
    });
  }

  get(path: string): Promise<Record<string, unknown>> {
    return this.#insist(path, { headers: { authorization: `Bearer ${KEY}` } });
  }

  /** Presses a page's button until the page answers; a second press shows what was decided. */
  async press(path: string, fields: Record<string, string>): Promise<void> {
    for (;;) {
      const status = await this.#status(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
      if (status !== null && status < 500) return;
      await wait(200);
    }
  }

  async #insist(path: string, init: RequestInit): Promise<Record<string, unknown>> {
    for (;;) {
      try {
        const response = await fetch(this.#url + path, { ...init, signal: AbortSignal.timeout(20_000) });
        const body = (await response.json()) as Record<string, unknown>;
        if (response.ok) return body;
        if (response.status < 500 && body.code !== 'idempotency-in-flight') {
          throw new FinalAnswer(`${path}: ${response.status} ${String(body.code)}`);
        }
      } catch (error) {
        if (error instanceof FinalAnswer) throw error;
      }
      await wait(200);
    }
  }

  async #status(path: string, init: RequestInit): Promise<number | null> {
    try {
      return (await fetch(this.#url + path, { ...init, signal: AbortSignal.timeout(20_000) })).status;
    } catch {
      return null;
    }
  }
}

class FinalAnswer extends Error {}
