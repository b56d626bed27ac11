import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface Delivery {
  from: string;
  to: string | string[];
  raw: Buffer | string;
}

/** Delivers mail straight into mailboxes, as a mail server does (LMTP, RFC 2033). */
export const deliverByLmtp = (port: number, ...mails: Delivery[]): Promise<void> =>
  handOver(port, true, mails);

/** Sends mail as a mail program does. */
export const sendBySmtp = (port: number, ...mails: Delivery[]): Promise<void> => handOver(port, false, mails);

async function handOver(port: number, lmtp: boolean, mails: Delivery[]): Promise<void> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port, lmtp, ignoreTLS: true });
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  try {
    for (const { from, to, raw } of mails) await send(connection, { from, to }, raw);
  } finally {
    connection.quit();
  }
}

const send = (
  connection: SMTPConnection,
  envelope: { from: string; to: string | string[] },
  raw: Buffer | string,
): Promise<void> =>
  new Promise((resolve, reject) =>
    connection.send(envelope, raw, (error, info) => {
      if (error) return reject(error);
      const refused = info.rejectedErrors?.[0];
      if (refused) return reject(refused);
      resolve();
    }),
  );
