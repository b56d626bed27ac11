import { setTimeout as wait } from 'node:timers/promises';
import { Difference, same } from '../difference.ts';
import type { Stage } from '../stage.ts';

type Json = Record<string, unknown>;

const PATIENCE_MS = 40_000;

/** Somebody with a browser, or a program: what they send, and with what they show who they are. */
export class Visitor {
  readonly #stage: Stage;
  readonly #headers: Record<string, string>;

  constructor(stage: Stage, headers: Record<string, string> = {}) {
    this.#stage = stage;
    this.#headers = headers;
  }

  /** @throws Difference when the answer has another status */
  async send(
    method: string,
    path: string,
    status: number,
    body?: unknown,
  ): Promise<{ json: Json; text: string }> {
    const response = await fetch(this.#stage.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...this.#headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status !== status)
      throw new Difference(`${method} ${path}`, status, [response.status, text]);
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { json: isJson ? (JSON.parse(text) as Json) : {}, text };
  }

  get = (path: string, status = 200) => this.send('GET', path, status);
  post = (path: string, body: unknown, status = 200) => this.send('POST', path, status, body);

  /** Asks again until what is asked for is so. @throws Difference when it is not in time */
  async until(what: string, path: string, reached: (json: Json) => boolean): Promise<Json> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const { json } = await this.get(path);
      if (reached(json)) return json;
      if (Date.now() > deadline) throw new Difference(what, 'in time', json);
      await wait(200);
    }
  }
}

/** Signs the owner of rooms in, by the link that is mailed. @returns what their browser keeps */
export async function signIn(stage: Stage, email: string, room: string): Promise<Visitor> {
  const form = (path: string, fields: Record<string, string>) =>
    fetch(stage.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  await form('/rooms/sign-in', { email, room });
  const link = await mailedLink(stage, email);
  const opened = await fetch(link);
  same('the status of the link’s page', opened.status, 200);
  const signedIn = await form('/rooms/sign-in/link', { s: new URL(link).searchParams.get('s') ?? '' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Difference('the session', 'a cookie', signedIn.status);
  return new Visitor(stage, { cookie });
}

async function mailedLink(stage: Stage, email: string): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const response = await fetch(`${stage.url}/dev/mailbox.json?to=${encodeURIComponent(email)}`);
    const [mail] = (await response.json()) as { raw: string }[];
    const text = mail?.raw.replace(/=\r?\n/g, '').replace(/=3D/gi, '=') ?? '';
    const found = /https?:\/\/\S+\/rooms\/sign-in\/link\?s=[\w-]{43}/.exec(text)?.[0];
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Difference('the mail with the link', 'in time', mail?.raw);
    await wait(200);
  }
}

/** Reads a room's event stream until it tells what is waited for. @throws Difference when it ends before */
export async function hear(stage: Stage, path: string, reached: (standing: Json) => boolean): Promise<void> {
  const response = await fetch(stage.url + path, { signal: AbortSignal.timeout(PATIENCE_MS) });
  same('the type of the stream', response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    text += part.value;
    const told = [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data ?? '') as Json);
    if (told.some(reached)) return reader?.cancel();
  }
  throw new Difference('the stream', 'tells it', text);
}
