import { loadTexts } from '../../../adapters/texts/load.ts';
import { createSigner } from '../../../adapters/secrets/signing.ts';
import { readForm } from '../../../api/pages/book/fields.ts';
import { readDay, readMonth } from '../../../api/pages/book/month.ts';
import { rangeOfStart } from '../../../api/pages/book/time.ts';
import { hasWorked } from '../../../api/pages/book/work.ts';
import type { Question } from '../../../domain/booking/event-type.ts';
import type { Parser } from './pieces.ts';

const QUESTIONS: Question[] = [
  { key: 'phone', kind: 'phone', label: 'Phone', required: true },
  { key: 'topic', kind: 'long-text', label: 'Topic', required: true },
];
const READER = { ...loadTexts().wordingFor('en'), chosen: '', choice: null };
const signer = createSigner(
  { secretKey: Buffer.alloc(32, 7).toString('base64'), previousSecretKeys: [] },
  'test',
);

/** What the booking pages read of addresses and forms. */
export const BOOKING_PARSERS: readonly Parser[] = [
  { name: 'readMonth', reads: ['run'], parse: (text) => [readMonth(text), readDay(text)] },
  { name: 'rangeOfStart', reads: ['run'], parse: (text) => rangeOfStart({ lengthMinutes: 30 }, text) },
  { name: 'signer.open', reads: ['run'], parse: (text) => signer.open(text) },
  {
    name: 'hasWorked',
    reads: ['run'],
    parse: (text) => hasWorked(new URLSearchParams({ stamp: text, email: text, start: text, work: text })),
  },
  {
    name: 'the form of a booking',
    reads: ['run'],
    parse: (text) =>
      readForm(
        { questions: QUESTIONS },
        new URLSearchParams({ name: text, email: text, a_phone: text, a_topic: text }),
        READER,
      ),
  },
];
