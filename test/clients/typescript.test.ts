import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createParley, ParleyProblem, readWebhook } from '../../clients/typescript/index.ts';
import { schemaSource, writtenSchema } from '../../clients/typescript/generate.ts';
import { newGuest, newHost } from '../api/support/people.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { calendarOf } from '../support/calendar-text.ts';
import { calendarAnswer, startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { see } from '../support/seen-mail.ts';
import { waitForMail } from '../support/smtp-catcher.ts';

let api: WholeApi;
let feeds: FeedServer;
let key: string;
beforeAll(async () => {
  [api, feeds] = await Promise.all([startWholeApi(), startFeedServer()]);
  key = (await api.caller()).key;
});
afterAll(() => Promise.all([api?.stop(), feeds?.stop()]));

/** Runs an example as its reader would, and hands over each line that it prints. */
async function run(
  example: string,
  env: Record<string, string>,
  onLine: (line: string) => void | Promise<void> = () => undefined,
): Promise<string[]> {
  const file = `clients/typescript/examples/${example}.ts`;
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: { API_URL: api.url, API_KEY: key, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors = text(child.stderr);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    await onLine(line);
  }
  if (child.exitCode === null) await once(child, 'exit');
  expect({ errors: await errors, code: child.exitCode }).toEqual({ errors: '', code: 0 });
  return lines;
}

describe('the client', () => {
  it('is made of the API as it is', async () => {
    expect(writtenSchema() === (await schemaSource()), 'run npm run client:generate').toBe(true);
  });

  it('throws what Parley refuses, by its code', async () => {
    const parley = createParley({ url: api.url, apiKey: key });
    const unknown = parley.GET('/api/meetings/{meetingId}', { params: { path: { meetingId: 'none' } } });
    await expect(unknown).rejects.toMatchObject({ name: 'ParleyProblem', code: 'not-found', status: 404 });
    const stranger = createParley({ url: api.url, apiKey: 'none' });
    await expect(stranger.GET('/api/meetings')).rejects.toBeInstanceOf(ParleyProblem);
  });

  it('makes one thing of a change whose connection broke, and another of the next', async () => {
    const parley = createParley({ url: api.url, apiKey: key });
    const make = () =>
      parley.POST('/api/principals', {
        body: { kind: 'individual', addresses: [newGuest().email] },
      });
    const [one, two] = [await make(), await make()];
    expect(one.data!.kind).toBe('individual');
    expect(two.data!.id).not.toBe(one.data!.id);
  });

  it('takes no webhook that is not signed', () => {
    expect(() => readWebhook('{}', {}, 'whsec_AAAA')).toThrow('Missing required headers');
  });
});

describe('the examples', () => {
  it('book-and-follow books, hears both answers, and cancels', async () => {
    const [host, guest] = [newHost(), newGuest()];
    const lines = await run(
      'book-and-follow',
      { HOST_EMAIL: host.email, GUEST_EMAIL: guest.email },
      async (line) => {
        if (!line.startsWith('booked')) return;
        for (const { email } of [host, guest]) await accept(email);
      },
    );
    expect(lines.slice(1, -1).sort()).toEqual(['guest: ACCEPTED', 'host: ACCEPTED']);
    expect(lines.at(-1)).toBe('cancelled: The position is filled.');
  });

  it('room-with-feed makes a room and follows its calendar; once more it is there', async () => {
    const startMs = Date.now() + 3_600_000;
    const event = { uid: 'a@example.org', title: 'Review', startMs, location: '/room/example-room' };
    feeds.answers.set('/basic.ics', calendarAnswer(calendarOf(event)));
    const env = {
      ROOM_NAME: 'example-room',
      OWNER_EMAIL: newHost().email,
      FEED_URL: feeds.url('/basic.ics'),
    };
    const lines = await run('room-with-feed', env);
    expect(lines).toEqual([
      'made the room example-room',
      '1 of 1 events are in it',
      expect.stringMatching(/Review$/),
      expect.stringMatching(/^followed every 5 minutes: http/),
    ]);
    expect((await run('room-with-feed', env))[0]).toBe('the room example-room is there already');
  });

  it('verify-webhook is told of its test event, and refuses what is not signed', async () => {
    const port = await freePort();
    const env = { PORT: String(port), ENDPOINT_URL: `http://127.0.0.1:${port}/` };
    const lines = await run('verify-webhook', env, async (line) => {
      if (!line.startsWith('listening')) return;
      const stranger = await fetch(env.ENDPOINT_URL, { method: 'POST', body: '{}' });
      expect(stranger.status).toBe(401);
      while ((await api.world.relayWebhooks()) === 0)
        await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(lines.slice(1)).toEqual([
      'refused what was not signed by Parley',
      expect.stringMatching(/^parley\.test at \d{4}-/),
    ]);
  });
});

/** Accepts the invitation that was mailed to somebody, by its link. */
async function accept(email: string): Promise<void> {
  const [mail] = await waitForMail(api.world.catcher, { to: email, count: 1 });
  const { text: words } = await see(mail!);
  const link = new URL(/\S+\/answer\?\S*as=accepted\S*/.exec(words)![0]);
  const page = await fetch(`${api.url}${link.pathname}${link.search}`);
  const form = new URLSearchParams(
    [...(await page.text()).matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!],
    ),
  );
  const answered = await fetch(`${api.url}/answer`, { method: 'POST', body: form });
  expect(answered.status).toBeLessThan(400);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
