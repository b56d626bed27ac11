import nodemailer from 'nodemailer';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import type { CalendarMethod, MessageKind } from '../../../domain/meeting/message-spec.ts';
import { GUEST, HOST, HOUR } from './rows.ts';
import { NOW } from './site.ts';

export const MEETING_START = NOW + 6 * 24 * HOUR;

interface TestMail {
  kind: MessageKind;
  method: CalendarMethod | null;
  uid: string;
  sequence: number;
  /** The origin that its links lead to. */
  origin: string;
}

/** Mails the guest a message as Parley writes it. */
export async function mailGuest(smtpUrl: string, mail: TestMail): Promise<void> {
  const time = { startMs: MEETING_START, endMs: MEETING_START + HOUR };
  const view: MessageView = {
    spec: {
      key: 'key',
      to: 'guest',
      kind: mail.kind,
      method: mail.method,
      sequence: mail.sequence,
      dtstampMs: NOW,
      time,
      previousTime: null,
      proposal: null,
      about: null,
      reason: '',
    },
    uid: mail.uid,
    messageId: `<${mail.kind}-${mail.sequence}-${mail.uid}>`,
    tenant: {
      organizerEmail: 'scheduling@parley.example',
      organizerName: 'Parley',
      productName: 'Practice Session',
    },
    answerTo: { mail: null, calendar: 'scheduling@parley.example' },
    meeting: { title: 'Conversation practice', description: '<script>alert(1)</script> Bring a newspaper.' },
    recipient: { id: 'guest', required: true, ...GUEST, language: null },
    others: [{ id: 'host', name: HOST.name, timezone: HOST.timezone }],
    hostTimezone: HOST.timezone,
    links: {
      join: `${mail.origin}/join/1`,
      answer: `${mail.origin}/answer?t=token`,
      propose: `${mail.origin}/reschedule?r=token`,
    },
  };
  const { raw } = await createMailComposer().compose(view);
  const transport = nodemailer.createTransport(smtpUrl);
  await transport.sendMail({ envelope: { from: 'scheduling@parley.example', to: GUEST.email }, raw });
  transport.close();
}
