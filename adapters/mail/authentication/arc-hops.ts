import { getARChain, type ARCChainEntry, type ParsedHeader } from 'mailauth';
import type { HeaderField } from './header.ts';
import type { SealedHop } from './sealed-chain.ts';

/** The hops of a chain as mailauth has taken it apart. */
export const hopsOf = (chain: readonly ARCChainEntry[]): SealedHop[] =>
  chain.map((set) => {
    const [seal, signature] = [domainIn(set['arc-seal']), domainIn(set['arc-message-signature'])];
    return {
      sealer: seal !== null && seal === signature ? seal : null,
      authenticationResults: String(set['arc-authentication-results']?.original ?? ''),
    };
  });

/** The hops that a header names, without a look at their signatures; none when they are no chain. */
export function hopsIn(fields: readonly HeaderField[]): SealedHop[] {
  try {
    return hopsOf(getARChain({ parsed: fields.map(({ name, line }) => ({ key: name, line })) }) || []);
  } catch {
    // A chain with gaps, doubles or unknown algorithms (RFC 8617 §5.2) has no hops that count.
    return [];
  }
}

const domainIn = (header: ParsedHeader | undefined): string | null => {
  const domain = header?.parsed?.d?.value;
  return typeof domain === 'string' && domain !== '' ? domain.toLowerCase() : null;
};
