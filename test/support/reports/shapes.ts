/** A report in the shape of a known mail system, to the message's own return path. Invented people and hosts. */
export interface ReportShape {
  name: string;
  /** With `\n` for line ends. */
  raw: string;
  /** Null: nothing became of the message. */
  fate: 'failed' | 'delayed' | 'delivered' | null;
  status?: string;
}

const FROM = 'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)';
const RETURNED = 'Received: from parley\nMessage-ID: <ours@parley.test>\nSubject: Invitation';

/** A message of one text; words alone. */
const words = (
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
const report = (
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

const GROUP = 'Final-Recipient: rfc822; guest@example.org';
const MTA = 'Reporting-MTA: dns; mx.example.net';

export const REPORTS: ReportShape[] = [
  // Groups of fields, by the rules and beside them.
  report('Postfix, by the rules', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`),
  report(
    'Postfix, delayed',
    'delayed',
    `${MTA}\n\n${GROUP}\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: tomorrow`,
  ),
  report('Postfix, delivered', 'delivered', `${MTA}\n\n${GROUP}\nAction: delivered\nStatus: 2.0.0`),
  report('relayed', 'delivered', `${MTA}\n\n${GROUP}\nAction: relayed\nStatus: 2.0.0`),
  report('without Action, class 5', 'failed', `${MTA}\n\n${GROUP}\nStatus: 5.3.0`),
  report('without Action, class 4', 'delayed', `${MTA}\n\n${GROUP}\nStatus: 4.2.2`),
  report('without Action, class 2', 'delivered', `${MTA}\n\n${GROUP}\nStatus: 2.1.5`),
  report(
    'without Action, class 4, and given up in words',
    'failed',
    `${MTA}\n\n${GROUP}\nStatus: 4.4.7`,
    'Delivery failed. We are giving up; the message expired.',
  ),
  report('Action: expired', 'failed', `${MTA}\n\n${GROUP}\nAction: expired\nStatus: 4.4.7`),
  report('Action: failure', 'failed', `${MTA}\n\n${GROUP}\nAction: Failure (bad address)`),
  report('Action: undeliverable', 'failed', `${MTA}\n\n${GROUP}\nAction: undeliverable`),
  report('Action: deferred', 'delayed', `${MTA}\n\n${GROUP}\nAction: deferred`),
  report('without the group about the message', 'failed', `${GROUP}\nAction: failed\nStatus: 5.1.1`),
  report('without an empty line between groups', 'failed', `${MTA}\n${GROUP}\nAction: failed\nStatus: 5.1.1`),
  report('without a recipient', 'failed', `${MTA}\n\nAction: failed\nStatus: 5.1.1`),
  report('without anything but its type', 'failed', `${MTA}\n\nX-Queue-ID: 1`, 'Betreff: …'),
  report(
    'without anything but a delay in words',
    'delayed',
    MTA,
    'Your message is delayed. You do not need to resend it.',
  ),
  report('a short Status', 'failed', `${MTA}\n\n${GROUP}\nStatus: 5`),
  report('a reply of SMTP as Status', 'failed', `${MTA}\n\n${GROUP}\nStatus: 550 5.7.1 blocked`),
  report(
    'only a Diagnostic-Code',
    'failed',
    `${MTA}\n\n${GROUP}\nDiagnostic-Code: smtp; 550 5.1.1 no such user`,
    'No.',
  ),
  report(
    'of several, the worst',
    'failed',
    `${MTA}\n\n${GROUP}\nAction: delivered\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`,
  ),
  report(
    'returns message/partial',
    'failed',
    `${MTA}\n\n${GROUP}\nAction: failed`,
    'x',
    `Content-Type: message/partial\n\n${RETURNED}`,
  ),

  // Words, as they are known of each system.
  words(
    'qmail',
    'failed',
    'failure notice',
    "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<guest@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nSubject: delayed vacation",
  ),
  words(
    'qmail, after days',
    'failed',
    'failure notice',
    "<guest@example.org>:\nI'm not going to try again; this message has been in the queue too long.",
  ),
  words(
    'Exim',
    'failed',
    'Mail delivery failed: returning message to sender',
    'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\n  guest@example.org\n    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\nReceived: from x',
  ),
  words(
    'Exim, warning',
    'delayed',
    'Warning: message 1abc delayed 24 hours',
    'A message that you have sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\nNo action is required on your part. Delivery attempts will continue for some time.',
  ),
  words(
    'Exim, given up',
    'failed',
    'Mail delivery failed',
    '  guest@example.org\n    retry timeout exceeded',
  ),
  words(
    'sendmail',
    'failed',
    'Returned mail: see transcript for details',
    '   ----- The following addresses had permanent fatal errors -----\n<guest@example.org>\n    (reason: 550 5.1.1 User unknown)',
  ),
  words(
    'sendmail, warning',
    'delayed',
    'Warning: could not send message for past 4 hours',
    '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\nMessage will be retried until it is 5 days old',
  ),
  words(
    'Postfix, words alone',
    'failed',
    'Undelivered Mail Returned to Sender',
    "I'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n<guest@example.org>: host mx.example.org[192.0.2.1] said: 550 no thanks (in reply to RCPT TO command)",
  ),
  words(
    'Postfix, warning',
    'delayed',
    'Delayed Mail (still being retried)',
    'THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE.\n\nYour message could not be delivered for more than 4 hours.\nIt will be retried until it is 5 days old.\n\n<guest@example.org>: delivery temporarily suspended: connect to mx.example.org: Connection timed out',
  ),
  words(
    'Exchange',
    'failed',
    'Undeliverable: Invitation',
    "Your message to guest@example.org couldn't be delivered.\nguest wasn't found at example.org.\n\nDiagnostic information for administrators:\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'",
  ),
  words(
    'Exchange, German',
    'failed',
    'Unzustellbar: Einladung',
    'Ihre Nachricht an guest@example.org konnte nicht übermittelt werden.',
  ),
  words(
    'Exchange, delayed',
    'delayed',
    'Delivery Delayed: Invitation',
    'Delivery is delayed to these recipients. The server will keep trying.',
  ),
  words(
    'Gmail',
    'failed',
    'Delivery Status Notification (Failure)',
    "Address not found\nYour message wasn't delivered to guest@example.org because the address couldn't be found, or is unable to receive mail.",
  ),
  words(
    'Gmail, delayed',
    'delayed',
    'Delivery Status Notification (Delay)',
    'Delivery incomplete\nThere was a temporary problem delivering your message to guest@example.org. Gmail will retry for 46 more hours.',
  ),
  words(
    'Yahoo',
    'failed',
    'Failure Notice',
    'Sorry, we were unable to deliver your message to the following address.\n\n<guest@example.org>:\n554: delivery error: dd This user does not have a yahoo.example account',
  ),
  words(
    'Lotus Domino',
    'failed',
    'DELIVERY FAILURE: User guest (guest@example.org) not listed in Domino Directory',
    'Your message could not be delivered because:\nUser guest not listed in Domino Directory',
  ),
  words(
    'MailEnable',
    'failed',
    'Message Delivery Failure',
    'MailEnable: Message delivery failure.\nMessage could not be delivered to the following recipient(s): [SMTP:guest@example.org]\nReason: Remote SMTP Server Returned: 550 mailbox unavailable',
  ),
  words(
    'hMailServer',
    'failed',
    'Message undeliverable: Invitation',
    'Your message did not reach some or all of the intended recipients.\n\n   guest@example.org\n   Error Type: SMTP\n   Remote server replied: 550 Account is not local',
  ),
  words(
    'IIS',
    'failed',
    'Delivery Status Notification (Failure)',
    'This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       guest@example.org',
  ),
  words(
    'Courier',
    'failed',
    'NOTICE: mail delivery status.',
    'The original message follows in a separate attachment.\n\n<guest@example.org>:\n     <<< 550 User unknown.',
  ),
  words(
    'full mailbox',
    'failed',
    'Mail System Error - Returned Mail',
    'The mailbox is full. guest@example.org is over quota.',
  ),
  words('a bare reply of SMTP', 'failed', 'x', 'guest@example.org: 550-5.7.1 not wanted here'),
  words('a passing reply of SMTP', 'delayed', 'x', 'guest@example.org: 451-4.7.1 greylisted'),
  words(
    'delivered, in words',
    'delivered',
    'Delivery Status Notification (Success)',
    'Your message was successfully delivered to guest@example.org.',
  ),
  words(
    'HTML alone',
    'failed',
    'x',
    '<html><body><p>Your message <b>could not</b> be <i>delivered</i>.</p></body></html>',
    'Content-Type: text/html',
  ),
  words(
    'German',
    'failed',
    'Fehler',
    'Die Zustellung Ihrer Nachricht ist fehlgeschlagen. Empfänger unbekannt.',
  ),
  words('French', 'failed', 'Avis', "Votre message n'a pas pu être remis au destinataire."),
  words('Spanish', 'failed', 'Aviso', 'No se pudo entregar su mensaje a guest@example.org.'),
  words('Portuguese', 'failed', 'Aviso', 'Não foi possível entregar a sua mensagem.'),
  words('Italian', 'failed', 'Avviso', 'Il messaggio non è stato consegnato: mancata consegna.'),
  words('Dutch', 'failed', 'Bericht', 'Uw bericht kon niet worden bezorgd.'),
  words('Japanese', 'failed', '配信不能', 'メールを配信できませんでした。'),
  words('Chinese', 'failed', '退信', '您的邮件无法送达。'),
  words('Russian', 'failed', 'Отчёт', 'Не удалось доставить сообщение: адресат не найден.'),
  words('Polish', 'failed', 'Raport', 'Nie udało się dostarczyć wiadomości.'),
  words('French, delayed', 'delayed', 'Avis', 'La remise de votre message est retardée.'),

  // Wrapped, damaged and bare.
  {
    name: 'wrapped twice by gateways',
    fate: 'failed',
    status: '5.1.1',
    raw: `${FROM}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\n${FROM}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n${report('', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`).raw}\n--b--\n\n--a--\n`,
  },
  {
    name: 'a whole message/rfc822',
    fate: 'failed',
    raw: `${FROM}\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n${report('', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`).raw}`,
  },
  {
    name: 'with a boundary that is not the one it names',
    fate: 'failed',
    status: '5.1.1',
    raw: report('', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`).raw.replace(
      'boundary="r"',
      'boundary="s"',
    ),
  },
  {
    name: 'without a boundary',
    fate: 'failed',
    status: '5.1.1',
    raw: report('', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`).raw.replace(
      '; boundary="r"',
      '',
    ),
  },
  {
    name: 'without its MIME header',
    fate: 'failed',
    status: '5.1.1',
    raw: report('', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`).raw.replace(
      /MIME-Version.*\nContent-Type.*\n/,
      '',
    ),
  },
  {
    name: 'cut off in the middle',
    fate: 'failed',
    raw:
      report('', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`).raw.split(
        '--r\nContent-Type: text/rfc822',
      )[0] ?? '',
  },
  {
    name: 'with two Content-Types',
    fate: 'failed',
    raw: `Content-Type: text/plain\n${report('', 'failed', `${MTA}\n\n${GROUP}\nAction: failed\nStatus: 5.1.1`).raw}`,
  },

  // About a person, or about nothing.
  words(
    'vacation',
    null,
    'Automatic reply: Invitation',
    'I am on vacation until Monday and could not be reached.',
    'Auto-Submitted: auto-replied',
  ),
  words(
    'vacation by its header alone',
    null,
    'Re: Invitation',
    'My delivery of answers will be delayed.',
    'X-Autoreply: yes',
  ),
  words(
    'vacation, German',
    null,
    'Abwesenheitsnotiz',
    'Ich bin nicht im Büro. Ihre Nachricht wird nicht zugestellt.',
    'Auto-Submitted: auto-replied',
  ),
  words(
    'vacation, with a street’s number',
    null,
    'Out of office',
    'I am out of the office.\n550 Main Street, +1 555 550 1234',
    'Auto-Submitted: auto-replied',
  ),
  words('vacation, Japanese', null, '自動返信', '休暇中です。', 'Auto-Submitted: auto-replied'),
  words(
    'a title that speaks of failure, in an absence',
    null,
    'Automatic reply: Invitation: Delivery failure review',
    'Back on Monday.',
  ),
  words('nothing that is known', null, 'Hello', 'Thank you for your message.'),
  words('nothing at all', null, '', ''),
];
