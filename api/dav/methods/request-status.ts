/** What became of a message to somebody, in the words of RFC 5546 §3.6. */
export interface RecipientAnswer {
  /** A URI. */
  recipient: string;
  status: string;
  /** iCalendar. */
  data?: string;
}

const WORDS: Readonly<Record<string, string>> = {
  '1.0': '1.0;Pending',
  '1.1': '1.1;Sent',
  '1.2': '2.0;Success',
  '2.0': '2.0;Success',
  '3.7': '3.7;Invalid calendar user',
  '3.8': '3.8;No authority',
  '5.1': '5.1;Could not complete delivery',
};

export const requestStatus = (code: string): string => WORDS[code] ?? code;

/** What is no address of a mailbox stands for itself. */
export const uriOf = (address: string): string => (address.includes('@') ? `mailto:${address}` : address);
