import { describe, expect, it } from 'vitest';
import { answersAnotherInvitation } from '../../../domain/itip/another-invitation.ts';
import { isMailboxOf } from '../../../domain/itip/address.ts';
import { ORGANIZER, reply, START } from '../understanding/support.ts';

const meeting = { organizer: ORGANIZER, startMs: START, sequence: 1, zone: 'UTC' };
const TAGGED = 'scheduling+r0123@parley.test';
const at = (startMs: number) => ({
  time: { startMs, endMs: startMs + 3_600_000, floating: false } as NonNullable<
    ReturnType<typeof reply>['time']
  >,
});

describe('an answer', () => {
  it.each([
    ['of our ORGANIZER', { organizer: ORGANIZER }, [ORGANIZER]],
    ['of a tagged ORGANIZER of ours', { organizer: TAGGED }, ['other@example.com', TAGGED]],
    ['without ORGANIZER, as Outlook’s', { organizer: null }, [TAGGED]],
    ['that says nothing of whom it is to', { organizer: null }, []],
    ['about our time', { organizer: ORGANIZER, sequence: 1, ...at(START) }, []],
    ['about an earlier time, which it names', { organizer: ORGANIZER, sequence: 0, ...at(START - 1) }, []],
  ])('%s is to our invitation', (_how, about, to) => {
    expect(answersAnotherInvitation(reply(about), to, meeting)).toBeNull();
  });

  it.each([
    ['organizer-not-ours', { organizer: 'evil@good.example' }, [ORGANIZER]],
    ['organizer-not-ours', { organizer: 'schedulingx@parley.test' }, [ORGANIZER]],
    ['organizer-not-ours', { organizer: 'scheduling+r0123@parley.test.evil.example' }, []],
    ['not-addressed-to-us', { organizer: ORGANIZER }, ['evil@good.example']],
    ['about-another-time', { organizer: ORGANIZER, sequence: 1, ...at(START + 60_000) }, [ORGANIZER]],
  ])('is to another one: %s', (why, about, to) => {
    expect(answersAnotherInvitation(reply(about), to, meeting)).toBe(why);
  });
});

describe('a mailbox', () => {
  it.each([
    [ORGANIZER, true],
    [TAGGED, true],
    ['scheduling-b0123@parley.test', true],
    ['schedulingb0123@parley.test', false],
    ['scheduling@other.test', false],
    ['x@parley.test', false],
  ])('%s: %s', (address, isOurs) => {
    expect(isMailboxOf(address, ORGANIZER)).toBe(isOurs);
  });
});
