import { Resolver } from 'node:dns/promises';

/** As `dns.promises.resolve` answers: rows of TXT are lists of pieces. Rejects with ENOTFOUND or ENODATA for nothing. */
export type DnsResolver = (name: string, type: string) => Promise<unknown>;

/** @param servers `address` or `address:port`; the system's when there are none */
export function createDnsResolver(servers: readonly string[] = []): DnsResolver {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  return (name, type) => resolver.resolve(name, type);
}

/** A look-up that was not made, or not waited for; checks take it for a passing failure. */
class LookupRefused extends Error {
  readonly code: 'ETIMEOUT' | 'ELOOKUPS';

  constructor(code: 'ETIMEOUT' | 'ELOOKUPS', message: string) {
    super(message);
    this.name = 'LookupRefused';
    this.code = code;
  }
}

/**
 * The look-ups for one message: so many at most, and so long for all of them together, because the sender's own
 * domains decide what is asked (RFC 7208 §11.1). What was asked before is answered from memory.
 */
export function boundedResolver(
  resolve: DnsResolver,
  limits: { timeMs: number; lookups: number },
): DnsResolver & { release(): void } {
  const asked = new Map<string, Promise<unknown>>();
  let tooLate: (error: Error) => void = () => {};
  const deadline = new Promise<never>((_resolve, reject) => (tooLate = reject));
  deadline.catch(() => {});
  const timer = setTimeout(
    () => tooLate(new LookupRefused('ETIMEOUT', 'the look-ups took too long')),
    limits.timeMs,
  );
  const lookUp = (name: string, type: string): Promise<unknown> => {
    const key = `${type} ${name.toLowerCase()}`;
    const known = asked.get(key);
    if (known) return known;
    if (asked.size >= limits.lookups)
      return Promise.reject(new LookupRefused('ELOOKUPS', 'too many look-ups'));
    const answer = Promise.race([deadline, resolve(name, type)]);
    answer.catch(() => {});
    asked.set(key, answer);
    return answer;
  };
  return Object.assign(lookUp, { release: () => clearTimeout(timer) });
}
