import { readdirSync } from 'node:fs';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import '../support/quiet-temporal.ts';
import { testWorkflowBundle } from '../support/workflow-bundle.ts';
import { HISTORIES, readHistory, type History } from './history-file.ts';
import { LIVES } from './lives.ts';
import { MAILBOX_LIVES } from './mailbox-lives.ts';

const replay = async (history: History): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle() }, history, 'meeting:replayed');

describe('the workflow as it is now', () => {
  it('has a stored history of every path', () => {
    const stored = readdirSync(HISTORIES).map((file) => file.replace('.json', ''));
    expect(stored.sort()).toEqual([...Object.keys(LIVES), ...Object.keys(MAILBOX_LIVES)].sort());
  });

  it.each(Object.keys(LIVES))('goes on with a meeting that began earlier: %s', async (name) => {
    await replay(readHistory(name));
  });

  it.each(Object.keys(MAILBOX_LIVES))('goes on with a mailbox that was watched before: %s', async (name) => {
    await replay(readHistory(name));
  });

  it('hears everything as a signal, so that no workflow task of its is one that the server may forget', () => {
    const events = Object.keys(LIVES).flatMap((name) => readHistory(name).events ?? []);
    expect(events.some((event) => event.workflowExecutionSignaledEventAttributes)).toBe(true);
    expect(events.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toEqual([]);
  });

  it('does not accept a history that was tampered with', async () => {
    const history = readHistory('accepted-moved-held-closed');
    const sent = history.events?.find((event) => event.activityTaskScheduledEventAttributes);
    sent!.activityTaskScheduledEventAttributes!.activityType!.name = 'somethingElse';
    await expect(replay(history)).rejects.toThrow(DeterminismViolationError);
  });
});
