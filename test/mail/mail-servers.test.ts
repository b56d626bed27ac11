import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { deliverByLmtp, sendBySmtp } from '../support/mail-servers/deliver.ts';
import { BOUNCING_DOMAIN } from '../support/mail-servers/mailboxes.ts';
import { messagesIn, untilMessages } from '../support/mail-servers/client.ts';
import { sharedDovecot, sharedPostfix } from '../support/mail-servers/shared.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';

const missing = (await tryService('dovecot')).missing ?? (await tryService('postfix')).missing;

const mailTo = (to: string, messageId: string) =>
  ['From: sender@parley.test', `To: ${to}`, `Message-ID: ${messageId}`, 'Subject: Hello', '', 'Hi', ''].join(
    '\r\n',
  );

requireTool('Dovecot and Postfix', missing)('the mail servers that the tests run', () => {
  it('keep what is delivered by LMTP, whatever follows the plus', async () => {
    const dovecot = await sharedDovecot();
    const name = randomUUID();
    const to = `${name}+reply@parley.test`;
    await deliverByLmtp(dovecot.lmtpPort, { from: 'sender@parley.test', to, raw: mailTo(to, '<a@b>') });
    const [message] = await messagesIn(dovecot, `${name}@parley.test`);
    expect(message?.raw).toContain('Message-ID: <a@b>');
  });

  it('pass on what is sent by SMTP', async () => {
    const [dovecot, { smtpPort }] = [await sharedDovecot(), await sharedPostfix()];
    const to = `${randomUUID()}@elsewhere.test`;
    await sendBySmtp(smtpPort, { from: 'sender@parley.test', to, raw: mailTo(to, '<a@b>') });
    const [message] = await untilMessages(dovecot, to, 1);
    expect(message?.raw).toContain('by mail.parley.test (Postfix)');
  });

  it('report what cannot be delivered to whoever sent it', async () => {
    const [dovecot, { smtpPort }] = [await sharedDovecot(), await sharedPostfix()];
    const from = `${randomUUID()}@parley.test`;
    const to = `nobody@${BOUNCING_DOMAIN}`;
    await sendBySmtp(smtpPort, { from, to, raw: mailTo(to, '<lost@b>') });
    const [report] = await untilMessages(dovecot, from, 1);
    expect(report?.raw).toMatch(/Content-Type: multipart\/report; report-type=delivery-status/);
    expect(report?.raw).toContain('Status: 5.1.1');
    expect(report?.raw).toContain('Message-ID: <lost@b>');
  });
});
