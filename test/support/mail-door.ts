import { pino } from 'pino';
import { expect } from 'vitest';
import type { ArrivingMessage } from '../../activities/inbound/ports.ts';
import { startMailListener, type MailListenerOptions } from '../../api/smtp/listener.ts';
import { Limits } from '../../api/limits/limits.ts';
import { loadConfig } from '../../config/index.ts';
import { MailDialogue } from './mail-dialogue.ts';

export const MESSAGE = 'From: gus@example.org\r\nSubject: Yes\r\n\r\nYes.\r\n';
/** What the test that runs has opened. */
export const open: { stop?: () => Promise<void>; close?: () => void }[] = [];

export interface Door {
  port: number;
  taken: ArrivingMessage[];
  fail: { with: Error | null };
}

/** A listener for mail to parley.test that writes down what it would take in. */
export async function doorThat(options: Partial<MailListenerOptions> = {}): Promise<Door> {
  const taken: ArrivingMessage[] = [];
  const fail: Door['fail'] = { with: null };
  const listener = await startMailListener({
    protocol: 'smtp',
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
    maxBytes: 1_000_000,
    accepts: (address) => Promise.resolve(address.endsWith('@parley.test') ? 'taken' : 'elsewhere'),
    isTrusted: () => false,
    counters: new Limits(loadConfig({}).limits.table),
    ingest(message) {
      if (fail.with) return Promise.reject(fail.with);
      taken.push(message);
      return Promise.resolve({ understood: 'ignored', reason: 'no-calendar', uid: null });
    },
    ...options,
  });
  open.push(listener);
  return { port: listener.port, taken, fail };
}

/** A connection that has said who it is. */
export async function greeted({ port }: Door, greeting = 'EHLO mx.example.org'): Promise<MailDialogue> {
  const dialogue = await MailDialogue.open(port);
  open.push(dialogue);
  expect(await dialogue.hear()).toMatch(/^220 /);
  expect(await dialogue.say(greeting)).toMatch(/^250/);
  return dialogue;
}

/** As far as the message itself. */
export async function inData(
  door: Door,
  greeting?: string,
  recipients = ['a@parley.test'],
): Promise<MailDialogue> {
  const dialogue = await greeted(door, greeting);
  expect(await dialogue.say('MAIL FROM:<gus@example.org>')).toMatch(/^250/);
  for (const to of recipients) expect(await dialogue.say(`RCPT TO:<${to}>`)).toMatch(/^250/);
  expect(await dialogue.say('DATA')).toMatch(/^354/);
  return dialogue;
}

/** For afterEach. */
export async function closeAll(): Promise<void> {
  for (const one of open.splice(0).reverse()) {
    one.close?.();
    await one.stop?.();
  }
}
