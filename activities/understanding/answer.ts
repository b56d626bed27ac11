import type { ReadMessage } from './read-message.ts';

/** The methods by which an attendee answers (RFC 5546 §3.2). */
const ANSWERING = ['REPLY', 'COUNTER', 'REFRESH'];

interface MayBeAnswer extends Pick<ReadMessage, 'readings'> {
  mail: Pick<ReadMessage['mail'], 'report' | 'fromMailSystem' | 'tnef'>;
}

/**
 * Whether somebody's calendar program answers by it, also where nobody can tell what. Such a mail is no mail system's,
 * whichever of our addresses it came to and whatever its envelope says: what was returned of another message is
 * within that, and is not read.
 */
export const isAnswer = ({ mail, readings }: MayBeAnswer): boolean =>
  mail.report === null &&
  !mail.fromMailSystem &&
  (mail.tnef !== null ||
    readings.some((said) => said.kind !== 'ignored' || ANSWERING.includes(said.method ?? '')));
