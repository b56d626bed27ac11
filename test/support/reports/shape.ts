/** A report in the shape of a known mail system, to the message's own return path. Invented people and hosts. */
export interface ReportShape {
  name: string;
  /** With `\n` for line ends. */
  raw: string;
  /** Null: nothing became of the message. */
  fate: 'failed' | 'delayed' | 'delivered' | null;
  status?: string;
}

export const FROM = 'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)';
export const RETURNED = 'Received: from parley\nMessage-ID: <ours@parley.test>\nSubject: Invitation';

/** A message of one text; words alone. */
export const words = (
  name: string,
  fate: ReportShape['fate'],
  subject: string,
  text: string,
  ...headers: string[]
): ReportShape => ({
  name,
  fate,
  raw: [FROM, `Subject: ${subject}`, ...headers, '', text, ''].join('\n'),
});

/** A multipart/report of words, groups of fields and what came back. */
export const report = (
  name: string,
  fate: ReportShape['fate'],
  groups: string,
  text = 'See below.',
  returned = `Content-Type: text/rfc822-headers\n\n${RETURNED}`,
): ReportShape => ({
  name,
  fate,
  raw: [
    FROM,
    'Subject: Report',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    '',
    `--r\nContent-Type: text/plain\n\n${text}\n`,
    `--r\nContent-Type: message/delivery-status\n\n${groups}\n`,
    `--r\n${returned}\n`,
    '--r--\n',
  ].join('\n'),
});

export const GROUP = 'Final-Recipient: rfc822; guest@example.org';
export const MTA = 'Reporting-MTA: dns; mx.example.net';
