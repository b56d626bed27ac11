import { randomUUID } from 'node:crypto';
import type { MeetingState } from '../../domain/meeting/state.ts';
import { meetingWorkflowId, stateQuery } from '../../workflows/meeting/messages.ts';
import type { World } from './world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A meeting whose workflow runs, of whatever kind. */
export class LivingMeeting<State extends MeetingState = MeetingState> {
  readonly world: World;
  readonly uid: string;

  constructor(world: World, uid: string) {
    this.world = world;
    this.uid = uid;
  }

  get handle() {
    return this.world.client.workflow.getHandle(meetingWorkflowId(this.uid));
  }

  presence(type: 'joined' | 'left', participantId: string): Promise<void> {
    return this.world.meetings.tell(this.uid, { type, key: randomUUID(), door: 'room', participantId });
  }

  async state(): Promise<State> {
    return (await this.handle.query(stateQuery)) as State;
  }

  /** Waits until the workflow's state is as wanted; signals are taken in the order of their arrival, but not at once. */
  async until(wanted: (state: State) => boolean, withinMs = 15_000): Promise<State> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const state = await this.state();
      if (wanted(state)) return state;
      if (Date.now() > deadline) throw new Error(`not in time: ${JSON.stringify(state)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
