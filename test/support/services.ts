import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';

/** What test processes share; each is started when first asked for, so that a run of unit tests starts none. */
export interface TestServices {
  /** Administrator's URL of the PostgreSQL of this run. For a database of one's own see database.ts. */
  postgres: string;
  /** The name of a migrated database to copy from. */
  template: string;
  /** host:port of a Temporal server that keeps everything in memory. */
  temporal: string;
  /** Path of the time-skipping server's program; see time-skipping.ts. */
  timeSkipping: string;
  /** Path of a Chromium; see chromium.ts. */
  chromium: string;
  /** Path of the workflows' bundle. */
  workflows: string;
  /** A Dovecot; see mail-servers/shared.ts. */
  dovecot: string;
  /** A Postfix that delivers to it; see mail-servers/shared.ts. */
  postfix: string;
}

/** @throws Error with the sentence that says what is missing */
export function testService(name: keyof TestServices): Promise<string> {
  return new Promise((resolve, reject) => {
    // Not `fetch`: building a server the first time takes longer than its fixed patience.
    const request = get(`${inject('servicesUrl')}/${name}`, { agent: false }, (response) => {
      text(response).then((body) => {
        if (response.statusCode === 200) resolve(body);
        else reject(new Error(`${name}: ${body}`));
      }, reject);
    });
    request.once('error', reject);
  });
}

/** For `requireTool`: the service, or the reason why it is missing. */
export async function tryService(name: keyof TestServices): Promise<{ value?: string; missing?: string }> {
  try {
    return { value: await testService(name) };
  } catch (error) {
    return { missing: (error as Error).message };
  }
}
