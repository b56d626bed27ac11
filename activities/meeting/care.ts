/** How a workflow stands, for whoever looks after it. */
export interface WorkflowStanding {
  /** `gone`: it ended otherwise than by itself, and what it was for is not done. */
  status: 'running' | 'completed' | 'gone' | 'none';
  /** What it waits for, as its activities are named, with how often each was tried. */
  pending: { activity: string; attempt: number }[];
  /** Its own steps fail again and again: only another version of the program helps. */
  taskFails: boolean;
  /** Where Temporal shows it: the run's id; null: there is none. */
  runId: string | null;
}

/** What an operator does to workflows, whatever they are. */
export interface WorkflowCare {
  describe(workflowId: string): Promise<WorkflowStanding>;
  /**
   * Has what waits for its next attempt tried now.
   *
   * @param activity only this one; null: all
   * @returns how many there were
   */
  hurry(workflowId: string, activity: string | null): Promise<number>;
  /** Lets one that was ended go on from where it last stood. @returns false when it never began */
  revive(workflowId: string): Promise<boolean>;
}
