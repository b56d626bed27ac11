import type { OtherReport } from '../../../activities/understanding/mail.ts';
import { valueOf, type HeaderLine } from './header-lines.ts';
import type { Part } from './take-apart.ts';

const RECEIPT = /^message\/(?:global-)?disposition-notification$/;
const COMPLAINT = 'message/feedback-report';

/** What RFC 8098 §3.2.6 and its predecessors know, of a message that was there to be dealt with. */
const DISPOSITION =
  /^disposition:[^;\n]{0,200};\s{0,20}(displayed|deleted|dispatched|processed|denied|failed|error)\b/im;

/**
 * What a report (RFC 6522) is about that is none about a delivery: a read receipt (RFC 8098), a complaint (RFC 5965), or
 * something else. Whatever its words say, the message that it is about has arrived. Null: it is none of these, or also
 * says by the rules what became of a delivery.
 *
 * @param text of all its parts that are text
 */
export function otherReportOf(
  lines: readonly HeaderLine[],
  parts: readonly Part[],
  text: string,
): OtherReport | null {
  if (parts.some(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))) return null;
  const named = reportType(lines);
  if (parts.some(({ type }) => RECEIPT.test(type)) || /^(?:global-)?disposition/.test(named ?? '')) {
    const disposition = DISPOSITION.exec(text)?.[1]?.toLowerCase() ?? null;
    return { kind: 'receipt', disposition };
  }
  if (parts.some(({ type }) => type === COMPLAINT) || named === 'feedback-report') {
    return { kind: 'complaint', disposition: null };
  }
  return named === null || OF_A_DELIVERY.test(named) ? null : { kind: 'unknown', disposition: null };
}

/** Also as systems write it that do not keep to the name. */
const OF_A_DELIVERY = /deliver|status|dsn|fail|bounce/;

/** RFC 6522 §3; null: the message is none. */
function reportType(lines: readonly HeaderLine[]): string | null {
  const type = (valueOf(lines, 'content-type') ?? '').slice(0, 2_000).toLowerCase();
  if (!type.startsWith('multipart/report')) return null;
  return /;\s{0,20}report-type\s{0,20}=\s{0,20}"?([\w-]+)/.exec(type)?.[1] ?? null;
}
