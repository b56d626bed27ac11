import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { answerOf } from '../../support/attendees.ts';
import {
  after,
  booked,
  changeBy,
  decided,
  GUEST,
  HOUR,
  invite,
  NOW,
  OPTIONAL,
  proposed,
} from './fixtures.ts';

/** A host, two guests who are required, and guest-3, who is optional. */
const four = after([booked([GUEST, GUEST, OPTIONAL])]);
const ALL = ['host', 'guest', 'guest-2', 'guest-3'];
const open = after([proposed('guest', 'p')], NOW, four);
const added: MeetingEvent = { type: 'attendee-added', key: 'added', door: 'api', invite: invite() };

describe('a new time that was agreed on is accepted', () => {
  it('by who made and who approved its proposal, and the others alone are asked for an answer', () => {
    const agreed = after([decided('approved', 'guest-2', 'p')], NOW, open);
    const { next, messages } = changeBy(agreed, decided('approved', 'host', 'p'), NOW + HOUR);
    const accepted = { partstat: 'ACCEPTED', sequence: 1, dtstampMs: NOW + HOUR };
    expect(ALL.map((id) => answerOf(next, id))).toEqual([
      accepted,
      accepted,
      accepted,
      { partstat: 'NEEDS-ACTION', sequence: 1, dtstampMs: 0 },
    ]);
    expect(messages.map(({ to, partstat }) => [to, partstat])).toEqual([
      ['host', 'ACCEPTED'],
      ['guest', 'ACCEPTED'],
      ['guest-2', 'ACCEPTED'],
      ['guest-3', 'NEEDS-ACTION'],
    ]);
  });

  it('by the optional one who proposed it, and not by who was added since', () => {
    const state = after([proposed('guest-3', 'p'), added], NOW, four);
    const { next } = changeBy(
      after([decided('approved', 'host', 'p'), decided('approved', 'guest', 'p')], NOW, state),
      decided('approved', 'guest-2', 'p'),
    );
    expect(next.attendees.map(({ id, answer }) => [id, answer.partstat])).toEqual([
      ['host', 'ACCEPTED'],
      ['guest', 'ACCEPTED'],
      ['guest-2', 'ACCEPTED'],
      ['guest-3', 'ACCEPTED'],
      ['guest-4', 'NEEDS-ACTION'],
    ]);
  });
});
