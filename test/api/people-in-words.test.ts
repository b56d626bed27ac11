import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForMail } from '../support/smtp-catcher.ts';
import { everythingIn, see } from '../support/seen-mail.ts';
import type { Caller } from './support/caller.ts';
import { newMeeting } from './support/meeting-cases.ts';
import { spanIn, newGuest, newHost } from './support/people.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let us: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const mailTo = async (to: string, count: number) =>
  Promise.all((await waitForMail(api.world.catcher, { to, count })).map(see));

describe('what is told in words', () => {
  it('holds no address of anybody who takes part, nor another one of theirs', async () => {
    const [own, second] = [newGuest().email, newGuest().email];
    await us.post('/api/principals', { kind: 'individual', addresses: [own, second] });
    const alias = newGuest().email;
    const body = newMeeting([true, false], { description: `Ask ${second}, ${alias} or help@desk.example` });
    body.attendees[0] = { ...newHost(), email: own, role: 'host' };
    body.attendees[1] = { ...newGuest(), aliases: [alias], required: true } as never;
    const { json: meeting } = await us.post('/api/meetings', body);
    const reason = `${own} is ill; ask ${second} or ${alias}, or help@desk.example`;
    await us.post(`/api/meetings/${meeting.id}/cancel`, { reason });
    for (const { email } of body.attendees) {
      for (const { raw, text } of await mailTo(email, 2)) {
        const all = (await everythingIn(raw)).toLowerCase();
        for (const address of [own, second, alias].filter((one) => one !== email))
          expect(all).not.toContain(address.toLowerCase());
        expect(text).toContain('help@desk.example');
      }
    }
    const shown = await us.get(`/api/meetings/${meeting.id}`);
    expect(shown.text).toContain('help@desk.example');
    for (const address of [own, second, alias]) expect(shown.text).not.toContain(address);
  });

  it('names a member as they are called, in their zone and language, unless it is told otherwise', async () => {
    const email = newGuest().email;
    const ivy = { name: 'Ivy', timezone: 'Europe/Vienna', language: 'de' };
    await us.post('/api/principals', { kind: 'individual', addresses: [email], ...ivy });
    const body = newMeeting([true], {});
    body.attendees[1] = { email, required: true } as never;
    const { json: meeting } = await us.post('/api/meetings', body);
    expect(meeting.attendees[1]).toMatchObject(ivy);
    const others = { ...newMeeting([true], spanIn(300)) };
    const { json: other } = await us.post('/api/meetings', others);
    const path = `/api/meetings/${other.id}/attendees`;
    const added = await us.post(path, { email, name: 'Ivy B.' });
    expect(added.json).toMatchObject({ ...ivy, name: 'Ivy B.' });
  });
});
