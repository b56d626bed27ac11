import { FROM, GROUP, MTA, report, words, type ReportShape } from './shape.ts';

/** The second half of the table; see shapes.ts. */
export const MORE_REPORTS: ReportShape[] = [
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
