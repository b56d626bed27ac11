import type { Context } from 'koa';
import getRawBody from 'raw-body';
import { readForm, type Form } from './form.ts';
import { Problem } from './problem.ts';
import { invalidJson, tooLarge, unsupportedMediaType } from './problems.ts';

/** How much of each media type a route takes, in bytes. */
export type BodyLimits = Readonly<Record<string, number>>;

const JSON_TYPE = 'application/json';
export const JSON_BODY: BodyLimits = { [JSON_TYPE]: 256 * 1024 };

const NOTHING = Buffer.alloc(0);

/** A request's body: read once, and only when somebody asks for it. */
export class RequestBody {
  readonly #ctx: Context;
  readonly #limits: BodyLimits;
  #bytes: Promise<Buffer> | null = null;
  #form: Promise<Form> | null = null;

  constructor(ctx: Context, limits: BodyLimits) {
    this.#ctx = ctx;
    this.#limits = limits;
  }

  /** The media type, one of those that the route takes; of none at all it is JSON. @throws Problem unsupported-media-type */
  get type(): string {
    if (!this.#mayHaveOne) return JSON_TYPE;
    const accepted = Object.keys(this.#limits);
    const encoded = this.#ctx.get('Content-Encoding');
    const type = this.#ctx.request.type.trim().toLowerCase();
    if (!accepted.includes(type) || (encoded && encoded !== 'identity')) throw unsupportedMediaType(accepted);
    return type;
  }

  /** @throws Problem too-large, unsupported-media-type */
  bytes(): Promise<Buffer> {
    this.#bytes ??= this.#mayHaveOne ? this.#read(this.#limits[this.type] ?? 0) : Promise.resolve(NOTHING);
    return this.#bytes;
  }

  /** @throws Problem invalid-json, too-large, unsupported-media-type */
  async json(): Promise<unknown> {
    const bytes = await this.bytes();
    // What has no fields need not write braces around them; where fields are needed, they are missing.
    if (bytes.length === 0) return {};
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refuseProto);
    } catch (error) {
      throw error instanceof Problem ? error : invalidJson();
    }
  }

  /** @throws Problem invalid-body, too-large, unsupported-media-type */
  form(): Promise<Form> {
    this.#form ??= this.bytes().then((bytes) => readForm(bytes, this.#ctx.get('Content-Type')));
    return this.#form;
  }

  /** That of a DELETE means nothing (RFC 9110 §9.3.5), and nobody has to say what type none is. */
  get #mayHaveOne(): boolean {
    const isThere = this.#ctx.get('Transfer-Encoding') !== '' || Number(this.#ctx.get('Content-Length')) > 0;
    return isThere && this.#ctx.method !== 'DELETE';
  }

  async #read(limit: number): Promise<Buffer> {
    try {
      return await getRawBody(this.#ctx.req, { limit, length: this.#ctx.get('Content-Length') || null });
    } catch (error) {
      if ((error as { type?: string }).type === 'entity.too.large') throw tooLarge(limit);
      throw new Problem('invalid-body', 'The body ended before it was complete.');
    }
  }
}

/** Schemas leave the name out without a word, and what somebody wrote under it would be lost. */
function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Problem('invalid-body', 'Nothing may be called __proto__.');
  return value;
}
