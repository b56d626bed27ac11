/** A schedule stays while it is somebody's default, or an event type has it. */
export class ScheduleInUse extends Error {
  constructor() {
    super('the schedule is in use');
    this.name = 'ScheduleInUse';
  }
}

/** There are as many of a kind as one owner may have. */
export class TooManyEntries extends Error {
  readonly most: number;

  /** @param most how many there may be */
  constructor(most: number) {
    super(`there may be ${most} at most`);
    this.name = 'TooManyEntries';
    this.most = most;
  }
}
