import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { after, booked, changeBy, deadline, HOUR, MINUTE, presence, refusalOf, START } from './fixtures.ts';

const scheduled = () => after([booked()]);
const ready = () => after([deadline()], START - MINUTE, scheduled());
const live = () => after([deadline()], START, ready());
const END = START + HOUR;

describe('the room', () => {
  it('is made ready a minute before the start', () => {
    expect(nextDeadline(scheduled())).toMatchObject({ atMs: START - MINUTE, what: 'room-ready' });
    const change = changeBy(scheduled(), deadline(), START - MINUTE);
    expect(change.video).toBe('ready');
    expect(change.next.status).toBe('scheduled');
  });

  it('takes nobody before it is ready', () => {
    expect(refusalOf(scheduled(), presence('joined'))).toBe('room-not-ready');
    expect(after([presence('joined')], START - 1, ready()).video.present).toEqual(['p1']);
  });

  it('goes live at the start', () => {
    expect(nextDeadline(ready())).toMatchObject({ atMs: START, what: 'start' });
    expect(live().status).toBe('live');
  });

  it('closes fifteen minutes after the last person left', () => {
    const left = after([presence('left')], START + 5 * MINUTE, after([presence('joined')], START, live()));
    expect(nextDeadline(left)).toMatchObject({ atMs: START + 20 * MINUTE, what: 'grace-ends' });
    const closed = changeBy(left, deadline(), START + 20 * MINUTE);
    expect(closed.next.status).toBe('closed');
    expect(closed.video).toBe('close');
  });

  it('stays open when someone returns in time', () => {
    const left = after([presence('joined'), presence('left')], START + MINUTE, live());
    const back = after([presence('joined', 'p2')], START + 2 * MINUTE, left);
    expect(nextDeadline(back)).toMatchObject({ atMs: END + 30 * MINUTE, what: 'forced-close' });
  });

  it('counts the grace period from the start for people who left before it', () => {
    const left = after([presence('joined'), presence('left')], START - 30_000, ready());
    const started = after([deadline()], START, left);
    expect(nextDeadline(started)).toMatchObject({ atMs: START + 15 * MINUTE, what: 'grace-ends' });
  });

  it('closes thirty minutes after the end, whoever is inside', () => {
    const full = after([presence('joined')], START, live());
    expect(changeBy(full, deadline(), END + 30 * MINUTE).next).toMatchObject({
      status: 'closed',
      video: { present: [] },
    });
  });

  it('does nothing before its time', () => {
    expect(refusalOf(scheduled(), deadline(), START - MINUTE - 1)).toBe('not-due');
  });
});

describe('a meeting that nobody books', () => {
  it('closes at its start', () => {
    expect(changeBy(after([]), deadline(), START).next.status).toBe('closed');
    expect(refusalOf(after([deadline()], START), booked(), START)).toBe('meeting-over');
  });
});
