/** Tells a person what takes time. */
export interface Progress {
  /** Runs the work; when it takes over a second, says so, and says when it is done. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
}

interface Output {
  isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const SHOW_AFTER_MS = 1000;
const REMIND_EVERY_MS = 15_000;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** For tests and for commands whose output is read by programs. */
export const silentProgress: Progress = { step: (_label, work) => work() };

/** On a terminal one line with a spinner and seconds; otherwise a line when a slow step begins and ends. */
export function createProgress(output: Output): Progress {
  const show = output.isTTY ? createSpinner(output) : createLines(output);
  return {
    async step(label, work) {
      const startedAt = Date.now();
      const step = show.begin(label, startedAt);
      try {
        const result = await work();
        step.end(seconds(startedAt));
        return result;
      } catch (error) {
        step.end(undefined);
        throw error;
      }
    },
  };
}

interface Shown {
  /** @param took how long it took, as text; undefined when it failed (the error will speak for itself) */
  end(took: string | undefined): void;
}

function createLines(output: Output) {
  return {
    begin(label: string, startedAt: number): Shown {
      let shown = false;
      const say = () => {
        output.write(shown ? `… ${label}, ${seconds(startedAt)} so far\n` : `… ${label}\n`);
        shown = true;
      };
      const first = setTimeout(say, SHOW_AFTER_MS);
      const reminders = setInterval(say, REMIND_EVERY_MS);
      return {
        end(took) {
          clearTimeout(first);
          clearInterval(reminders);
          if (shown)
            output.write(took === undefined ? `… ${label}: failed\n` : `… ${label}: done in ${took}\n`);
        },
      };
    },
  };
}

/** Steps run at the same time, so that one line names all that are slow. */
function createSpinner(output: Output) {
  const active = new Map<symbol, { label: string; startedAt: number }>();
  let timer: NodeJS.Timeout | undefined;
  let frame = 0;
  const draw = () => {
    const slow = [...active.values()].filter((step) => Date.now() - step.startedAt >= SHOW_AFTER_MS);
    if (slow.length === 0) return;
    frame = (frame + 1) % FRAMES.length;
    output.write(
      `\r\x1b[K${FRAMES[frame]} ${slow.map((s) => `${s.label} ${seconds(s.startedAt, 0)}`).join(' · ')}`,
    );
  };
  return {
    begin(label: string, startedAt: number): Shown {
      const id = Symbol(label);
      active.set(id, { label, startedAt });
      timer ??= setInterval(draw, 100);
      return {
        end(took) {
          active.delete(id);
          if (Date.now() - startedAt >= SHOW_AFTER_MS) {
            output.write(`\r\x1b[K${took === undefined ? `✗ ${label}` : `✓ ${label} (${took})`}\n`);
          }
          if (active.size > 0) return;
          clearInterval(timer);
          timer = undefined;
        },
      };
    },
  };
}

const seconds = (since: number, digits = 1) => `${((Date.now() - since) / 1000).toFixed(digits)} s`;
