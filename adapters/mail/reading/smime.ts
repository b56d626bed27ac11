import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js';
import { HEADER_LIMIT, sizeProblem } from './bounds.ts';
import { takeApart, type Part } from './take-apart.ts';

/** Signed again by a gateway, and once more (RFC 2634 §1.1). */
const DEEPEST = 3;
const MOST_OPENED = 3;
/** In octets; an answer with its certificates has some ten thousand. */
const LARGEST = 2_000_000;

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TYPES = /^application\/(?:x-)?pkcs7-mime$/;

/**
 * The parts, with what an opaque signature holds in its place (RFC 8551 §3.5.2). The signature is not looked at: whose
 * certificates are good nobody has told Parley, and what the mail's domain vouches for is known anyway. A detached one
 * (§3.5.3) is a part beside the one that it signs, which is read as any other.
 */
export async function withSignedContent(parts: readonly Part[], depth = 1): Promise<Part[]> {
  if (depth > DEEPEST || !parts.some(isSmime)) return [...parts];
  let opened = 0;
  const read = parts.map(async (part) => {
    if (!isSmime(part) || ++opened > MOST_OPENED) return [part];
    const entity = signedContent(part.content);
    return (entity && (await partsOf(entity, depth))) ?? [part];
  });
  return (await Promise.all(read)).flat();
}

/** S/MIME that could not be opened: it is encrypted, or broken. */
export const isSmime = ({ type, filename }: Part): boolean =>
  TYPES.test(type) || (type === 'application/octet-stream' && /\.p7m$/i.test(filename ?? ''));

async function partsOf(entity: Buffer, depth: number): Promise<Part[] | null> {
  if (sizeProblem(entity) !== null) return null;
  try {
    return await withSignedContent((await takeApart(entity, HEADER_LIMIT)).parts, depth + 1);
  } catch {
    return null;
  }
}

/** The eContent of a SignedData (RFC 5652 §5.1, §5.2), in BER or DER; null when it is none. */
function signedContent(content: Buffer): Buffer | null {
  if (content.length > LARGEST) return null;
  try {
    const info = fromBER(content).result;
    const [type, explicit] = childrenOf(info);
    if (!(type instanceof ObjectIdentifier) || type.valueBlock.toString() !== SIGNED_DATA) return null;
    const [signed] = childrenOf(explicit);
    const encapsulated = childrenOf(signed).find((child) => child instanceof Sequence);
    const [octets] = childrenOf(childrenOf(encapsulated)[1]);
    return octets instanceof OctetString ? octetsOf(octets) : null;
  } catch {
    // What nests deeper than the stack is no S/MIME.
    return null;
  }
}

const childrenOf = (block: BaseBlock | undefined): BaseBlock[] =>
  block instanceof Constructed ? block.valueBlock.value : [];

/** Written as a whole, or in pieces by programs that do not know the length in advance. */
const octetsOf = (octets: OctetString): Buffer => Buffer.from(octets.getValue());
