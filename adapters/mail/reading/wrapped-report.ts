import { headerLength, HEADER_LIMIT } from './bounds.ts';
import { takeApart, type Part } from './take-apart.ts';

/** Gateways wrap a report, and further ones wrap that again. */
const DEEPEST = 3;
const MOST_WRAPPED = 3;
/** In octets; a report that returns a message of ours has a few thousand. */
const LARGEST_WRAPPED = 500_000;

/**
 * The parts, and those of the reports among them that came as messages within the message. What is no report stays
 * closed: nobody answers in a message within another's.
 */
export async function withWrappedReports(parts: readonly Part[], depth = 1): Promise<Part[]> {
  const wrapped = parts.filter(isWrappedReport).slice(0, MOST_WRAPPED);
  if (wrapped.length === 0 || depth > DEEPEST) return [...parts];
  const inner = await Promise.all(wrapped.map(({ content }) => opened(content, depth)));
  // Only what makes a report of it: a calendar or words in there are not the sender's.
  return [...parts, ...inner.flat().filter(({ type }) => OF_REPORTS.test(type))];
}

const OF_REPORTS = /^(?:message\/|text\/(?:rfc822|global)-headers$)/;

async function opened(content: Buffer, depth: number): Promise<Part[]> {
  try {
    return await withWrappedReports((await takeApart(content, HEADER_LIMIT)).parts, depth + 1);
  } catch {
    return [];
  }
}

function isWrappedReport({ type, content }: Part): boolean {
  if ((type !== 'message/rfc822' && type !== 'message/global') || content.length > LARGEST_WRAPPED)
    return false;
  const header = content.toString('latin1', 0, Math.min(headerLength(content), HEADER_LIMIT));
  return (
    /^content-type:\s*multipart\//im.test(header) &&
    /message\/(?:global-)?delivery-status|report-type/i.test(content.toString('latin1'))
  );
}
