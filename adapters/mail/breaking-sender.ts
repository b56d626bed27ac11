import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleType,
  type IBackoffFactory,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel';
import { MailDeferred, ServerDown, type MailSender } from '../../activities/delivery/ports.ts';

export interface BreakerOptions {
  /** How many connections in a row have to fail. */
  failures?: number;
  /**
   * How long nobody tries then, in ms; afterwards one message does, and the others with it or not. Twice as long each
   * time that the server is still down, so that a long outage with many messages does not keep the workers busy.
   */
  openMs?: number;
  longestOpenMs?: number;
  onChange?: (open: boolean) => void;
}

type Pauses = IBackoffFactory<IHalfOpenAfterBackoffContext>;

type Sent = Awaited<ReturnType<MailSender['send']>>;

/**
 * Stops asking a mail server that is down: messages fail at once, each with the time when it may come again.
 * Only what happens to connections counts; whatever the server answers to one message, it is there.
 */
export function breakWhenDown(sender: MailSender, options: BreakerOptions = {}): MailSender {
  const { failures = 5, openMs = 30_000, longestOpenMs = 300_000, onChange } = options;
  let pauseMs = openMs;
  const pauses: Pauses = {
    next({ attempt }) {
      pauseMs = Math.min(openMs * 2 ** (attempt - 1), longestOpenMs);
      return { duration: pauseMs, next: (context) => pauses.next(context) };
    },
  };
  const policy = circuitBreaker(handleType(ServerDown), {
    halfOpenAfter: pauses,
    breaker: new ConsecutiveBreaker(failures),
  });
  let openedAtMs = 0;
  policy.onBreak(() => (openedAtMs = Date.now()));
  let open = false;
  policy.onStateChange((state) => {
    // Half open is still down, until the one message went through.
    if (open === (state !== CircuitState.Closed)) return;
    open = !open;
    onChange?.(open);
  });

  return {
    async send(message) {
      try {
        return orThrow(await policy.execute(() => answerTo(sender.send(message))));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        const retryAfterMs = Math.max(0, openedAtMs + pauseMs - Date.now());
        throw new MailDeferred('server-down', { retryAfterMs });
      }
    },
  };
}

type Answer = { sent: Sent } | { refused: unknown };

/** Every answer of the server is a good sign for the breaker, also a refusal. */
const answerTo = (sending: Promise<Sent>): Promise<Answer> =>
  sending.then(
    (sent) => ({ sent }),
    (error: unknown) => {
      if (error instanceof ServerDown) throw error;
      return { refused: error };
    },
  );

function orThrow(answer: Answer): Sent {
  if ('sent' in answer) return answer.sent;
  throw answer.refused;
}
