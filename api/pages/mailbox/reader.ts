export interface MailboxMessage {
  id: string;
  from: string;
  to: string;
  subject: string;
  /** ISO 8601, UTC. */
  receivedAt: string;
  /** The whole message, as it came. */
  raw: string;
}

export interface MailboxPerson {
  address: string;
  count: number;
}

/** Everybody's mail, in the embedded mode; the catcher of outgoing mail is one. */
export interface MailboxReader {
  /** Oldest first; of one recipient when given. */
  list(to?: string): Promise<MailboxMessage[]>;
  get(id: string): Promise<MailboxMessage | undefined>;
  /** Everybody who has received mail, the latest first. */
  people(): MailboxPerson[];
}
