import { understandCalendar, understandUnnamed } from './calendar.ts';
import type { InboundDecision } from './decision.ts';
import { ignored, sealedBy, type ReadMessage } from './read-message.ts';
import type { UnderstandingPorts } from './ports.ts';
import { understandReport } from './report.ts';
import { subjectOf, type Subject } from './subject.ts';
import { understandTnef } from './tnef.ts';
import { understandText } from './text.ts';

/**
 * What a message that came in means: an answer, a report, a person's words; or why it is none of them. Whatever names a
 * meeting of ours is found with it, also what changes nothing.
 */
export async function understand(message: ReadMessage, ports: UnderstandingPorts): Promise<InboundDecision> {
  let found: Promise<Subject> | undefined;
  const subject = () => (found ??= subjectOf(message, ports));
  const decision = await meaningOf(message, subject, ports);
  // A report about a sign-in mail is about that, whatever else it names.
  if (decision.meeting !== null || decision.delivery !== null) return decision;
  const { meeting, owners } = await subject();
  const named = meeting ?? owners[0] ?? null;
  return named === null ? decision : { ...decision, meeting: named, uid: named.uid };
}

async function meaningOf(
  message: ReadMessage,
  subject: () => Promise<Subject>,
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const { mail } = message;
  // A report is known by an address of ours that is a secret; how it is made matters less.
  const report =
    mail.problem === null || mail.problem === AMBIGUOUS ? await understandReport(message, ports) : null;
  if (report) return report;
  if (mail.problem !== null && sealedBy(mail) === null) return ignored(message, mail.problem);
  const about = await subject();
  const { itip, meeting, own } = about;
  if (itip !== null && meeting !== null) {
    const said = { ...message, itip };
    return itip.kind === 'ignored'
      ? understandText(said, about, ports)
      : understandCalendar(said, itip, { ...about, meeting }, ports);
  }
  const said = message.itip;
  // Nothing that says an answer is lost, when it came to where only one person's answers come to.
  if (meeting !== null && own !== null && (said.kind === 'reply' || said.kind === 'counter')) {
    return understandUnnamed(message, said, { ...about, meeting, own }, ports);
  }
  const answer =
    mail.tnef === null || mail.tnef === 'COUNTER'
      ? null
      : await understandTnef(message, mail.tnef, about, ports);
  return answer ?? understandText(message, about, ports);
}

const AMBIGUOUS = 'header-ambiguous';
