import { expect, it } from 'vitest';
import { Limits } from '../../../api/limits/limits.ts';
import { loadConfig } from '../../../config/index.ts';

const THERE = '203.0.113.9';
const limits = () => new Limits(loadConfig({ LIMIT_CLIENT_PER_MINUTE: '3' }).limits.table);

const counted = async (counter: Limits, client: string, times: number) => {
  const all = [];
  for (let n = 0; n < times; n += 1) all.push(await counter.count('client', client, client));
  return all;
};

it('what is over a limit is told so, and how long to wait', async () => {
  const all = await counted(limits(), THERE, 4);
  expect(all.map(({ exceeded }) => exceeded)).toEqual([false, false, false, true]);
  expect(all.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0]);
  for (const { seconds } of all) expect(seconds).toBeGreaterThan(0);
});

it('one client’s requests are not another’s, and one limit’s not another’s', async () => {
  const counter = limits();
  await counted(counter, THERE, 4);
  expect((await counter.count('client', '203.0.113.8', '203.0.113.8')).exceeded).toBe(false);
  expect((await counter.count('guesses', THERE, THERE)).exceeded).toBe(false);
});

it('this machine has ten times as much', async () => {
  const all = await counted(limits(), '127.0.0.1', 31);
  expect(all.filter(({ exceeded }) => exceeded)).toHaveLength(1);
});

it('requests that come at once are all counted', async () => {
  const counter = limits();
  const all = await Promise.all(Array.from({ length: 50 }, () => counter.count('client', THERE, THERE)));
  expect(all.filter(({ exceeded }) => !exceeded)).toHaveLength(3);
});

it('looking counts nothing', async () => {
  const counter = limits();
  for (let n = 0; n < 9; n += 1)
    expect((await counter.look('client', THERE, THERE))?.exceeded ?? false).toBe(false);
  expect((await counter.count('client', THERE, THERE)).remaining).toBe(2);
});

it('a key that is revoked is known no more', () => {
  const counter = limits();
  counter.learnKey('Bearer one', true);
  expect([counter.isKnownKey('Bearer one'), counter.isKnownKey('Bearer two')]).toEqual([true, false]);
  counter.learnKey('Bearer one', false);
  expect(counter.isKnownKey('Bearer one')).toBe(false);
});
