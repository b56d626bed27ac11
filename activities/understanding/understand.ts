import { understandCalendar } from './calendar.ts';
import type { InboundDecision } from './decision.ts';
import { ignored, sealedBy, type ReadMessage, type UnderstandingPorts } from './read-message.ts';
import { understandReport } from './report.ts';
import { understandTnef } from './tnef.ts';
import { understandText } from './text.ts';

/** What a message that came in means: an answer, a report, a person's words; or why it is none of them. */
export async function understand(message: ReadMessage, ports: UnderstandingPorts): Promise<InboundDecision> {
  const { mail, itip } = message;
  // A report is known by an address of ours that is a secret; how it is made matters less.
  const report =
    mail.problem === null || mail.problem === AMBIGUOUS ? await understandReport(message, ports) : null;
  if (report) return report;
  if (mail.problem !== null && sealedBy(mail) === null) return ignored(message, mail.problem);
  if (itip.kind !== 'ignored') return understandCalendar(message, itip, ports);
  if (itip.reason !== 'no-calendar') return ignored(message, itip.reason);
  const answer =
    mail.tnef === null || mail.tnef === 'COUNTER' ? null : await understandTnef(message, mail.tnef, ports);
  return answer ?? understandText(message, ports);
}

const AMBIGUOUS = 'header-ambiguous';
