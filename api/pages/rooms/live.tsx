import type { ComponentChildren } from 'preact';

interface LiveProps {
  /** The address of the page with what it has to remember; absent: the one that is open. */
  self?: string;
  /** The event stream that says when to look again; null: nothing changes any more. */
  events: string | null;
  /** It is looked at again every few seconds. */
  poll?: boolean;
  /** What the page shows; the stream tells another one when that is different. */
  version: string;
  nowMs: number;
  children: ComponentChildren;
}

/** The part of a page that is taken anew from the server whenever its stream says that it is different. */
export const Live = ({ self, events, poll, version, nowMs, children }: LiveProps) => (
  <div
    class="stack-l"
    data-live=""
    data-self={self}
    data-events={events ?? undefined}
    data-poll={poll ? 'yes' : undefined}
    data-version={version}
    data-now={nowMs}
  >
    {children}
  </div>
);
