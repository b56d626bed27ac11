import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleType } from 'cockatiel';
import { MailDeferred, ServerDown, type MailSender } from '../../activities/ports.ts';

export interface BreakerOptions {
  /** How many connections in a row have to fail. */
  failures?: number;
  /** How long nobody tries then, in ms; afterwards one message does, and the others with it or not. */
  openMs?: number;
  onChange?: (open: boolean) => void;
}

type Sent = Awaited<ReturnType<MailSender['send']>>;

/**
 * Stops asking a mail server that is down: messages fail at once, each with the time when it may come again.
 * Only what happens to connections counts; whatever the server answers to one message, it is there.
 */
export function breakWhenDown(sender: MailSender, options: BreakerOptions = {}): MailSender {
  const { failures = 5, openMs = 30_000, onChange } = options;
  const policy = circuitBreaker(handleType(ServerDown), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failures),
  });
  let openedAtMs = 0;
  policy.onBreak(() => (openedAtMs = Date.now()));
  policy.onStateChange((state) => onChange?.(state !== CircuitState.Closed));

  return {
    async send(message) {
      try {
        return orThrow(await policy.execute(() => answerTo(sender.send(message))));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        const retryAfterMs = Math.max(0, openedAtMs + openMs - Date.now());
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
