import type { ReadMessage } from './read-message.ts';

/** The methods by which an attendee answers (RFC 5546 §3.2). */
const ANSWERING = ['REPLY', 'COUNTER', 'REFRESH'];

/**
 * Whether somebody's calendar program answers by it, also where nobody can tell what. Such a mail is no mail system's,
 * whichever of our addresses it came to and whatever its envelope says: what was returned of another message is
 * within that, and is not read.
 */
export const isAnswer = ({ mail, readings }: Pick<ReadMessage, 'mail' | 'readings'>): boolean =>
  mail.report === null &&
  !mail.notice.fromMailSystem &&
  (mail.tnef !== null ||
    readings.some((said) => said.kind !== 'ignored' || ANSWERING.includes(said.method ?? '')));
