import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertFixedApiKey } from '../../../adapters/postgres/api-keys.ts';
import { bookingLine } from '../../../cli/commands/first-booking.ts';
import { startTestApi, type TestApi } from './test-api.ts';

const DAY = 86_400_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  // The line goes by the clock of whoever pastes it.
  api.clock.ms = Date.now();
});
afterAll(() => api?.stop());

/** What a line of shell prints. */
async function pasted(line: string, shell: string): Promise<{ status?: string; startsAt?: string }> {
  const { stdout } = await promisify(execFile)(shell, ['-c', line]);
  return JSON.parse(stdout) as object;
}

test.each(['sh', 'bash'])(
  'the line that is printed books another meeting for tomorrow each time, in %s',
  async (shell) => {
    const line = bookingLine(api.url, api.key);
    expect(line).not.toContain('\n');
    const before = await api.knex('meetings').where({ status: 'scheduled' }).count();
    const booked = [await pasted(line, shell), await pasted(line, shell)];
    for (const { status, startsAt } of booked) {
      expect(status).toBe('scheduled');
      expect(Date.parse(startsAt!)).toBeLessThan(Date.now() + 2 * DAY);
      expect(Date.parse(startsAt!)).toBeGreaterThan(Date.now());
    }
    const after = await api.knex('meetings').where({ status: 'scheduled' }).count();
    expect(Number(after[0]!.count) - Number(before[0]!.count)).toBe(2);
  },
);

test('the line takes a key of any form', async () => {
  const key = `it's $HOME "of" \`any\` form; \\n`.replaceAll(' ', '_');
  await insertFixedApiKey(api.knex, api.tenant.id, key);
  expect(await pasted(bookingLine(api.url, key), 'sh')).toMatchObject({ status: 'scheduled' });
});
