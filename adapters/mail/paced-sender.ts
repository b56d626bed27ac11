import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import { MailDeferred, type MailSender, type OutgoingMail } from '../../activities/delivery/ports.ts';
import { domainOf } from '../../domain/itip/address.ts';

export interface Pace {
  /** Messages handed over at once, to all domains together. */
  atOnce: number;
  /** Of those, to the recipients of one domain. */
  perDomain: number;
  /** Messages a minute to the recipients of one domain; 0: as many as there are. */
  perDomainPerMinute: number;
  /** How long a message waits for its turn before it makes room for others and comes again later, in ms. */
  patienceMs?: number;
  /** How many wait for their turn. */
  onWaiting?: (count: number) => void;
}

const PATIENCE_MS = 10_000;
const MINUTE_MS = 60_000;
/** Domains whose pace is known at a time; one that is forgotten begins anew. */
const DOMAINS = 10_000;

/** Lets messages out at a pace that mail servers take from one sender, in order for each domain. */
export function pace(sender: MailSender, options: Pace): MailSender {
  const everybody = new PQueue({ concurrency: options.atOnce });
  const domains = new LRUCache<string, PQueue>({ max: DOMAINS });
  const queueOf = (domain: string): PQueue => {
    const known = domains.get(domain);
    if (known) return known;
    const queue = newQueue(options);
    domains.set(domain, queue);
    return queue;
  };
  let waiting = 0;
  const count = (change: number) => options.onWaiting?.((waiting += change));

  return {
    async send(message) {
      const turn = new Turn(message, options.patienceMs ?? PATIENCE_MS);
      count(1);
      void turn.over.then(() => count(-1));
      const { signal } = turn;
      try {
        return await queueOf(domainOf(message.to)).add(
          () =>
            everybody.add(
              () => {
                turn.begin();
                return sender.send(message);
              },
              { signal },
            ),
          { signal },
        );
      } catch (error) {
        if (signal.aborted) throw new MailDeferred('no-turn', { cause: error });
        throw error;
      }
    },
  };
}

const newQueue = ({ perDomain, perDomainPerMinute }: Pace): PQueue =>
  new PQueue({
    concurrency: perDomain,
    ...(perDomainPerMinute > 0 && { intervalCap: perDomainPerMinute, interval: MINUTE_MS, strict: true }),
  });

/** The wait of one message. It ends when the message is let out, when patience ends, or when nobody wants it any more. */
class Turn {
  readonly over: Promise<void>;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #giveUp = (): void => {
    this.#controller.abort();
    this.#end();
  };
  #ended: () => void = () => undefined;

  constructor({ signal }: OutgoingMail, patienceMs: number) {
    this.over = new Promise((resolve) => (this.#ended = resolve));
    this.#caller = signal;
    this.#timer = setTimeout(this.#giveUp, patienceMs);
    if (signal?.aborted) this.#giveUp();
    else signal?.addEventListener('abort', this.#giveUp);
  }

  /** Aborts while the message waits, and never once it is being handed over: nobody knows then what the server does. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  begin(): void {
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#giveUp);
    this.#ended();
  }
}
