import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineForm } from '../../../api/pages/forms/define-form.ts';
import { filledIn, refusedIn, submitted, typedIn } from '../../../api/pages/forms/submitted.ts';
import { typedDate, typedLine, typedTime } from '../../../api/pages/forms/typed-fields.ts';

const FORM = defineForm(
  z.object({
    address: z.email().max(254),
    title: typedLine(5),
    date: typedDate(),
    time: typedTime(),
    box: z.string().optional(),
  }),
);
const sent = (fields: Record<string, string>) => new URLSearchParams(fields);
const WHOLE = { address: 'ann@example.org', title: 'Tea', date: '2030-01-02', time: '10:30' };

describe('a form of a page', () => {
  it('tells the browser what its schema asks', () => {
    expect(FORM.constraints).toEqual({
      address: { required: true, maxLength: 254 },
      title: { maxLength: 5 },
      date: { required: true },
      time: { required: true },
      box: {},
    });
  });

  it('keeps what was typed, and says what is wrong beside its field', () => {
    const { values, again } = submitted(FORM, sent({ ...WHOLE, address: ' ann ' }), () => 'No address.');
    expect(values).toBeNull();
    expect(again).toEqual({
      typed: { ...WHOLE, address: 'ann' },
      errors: [{ field: 'address', text: 'No address.' }],
    });
    const { values: right, again: fine } = submitted(FORM, sent(WHOLE), () => '');
    expect(right).toEqual(WHOLE);
    expect(refusedIn(fine, 'title', 'Taken.')).toEqual({
      typed: WHOLE,
      errors: [{ field: 'title', text: 'Taken.' }],
    });
  });

  it('reads what browsers send, and cuts what is too long', () => {
    const odd = { ...WHOLE, title: '\u0000 a\tbcdefgh', time: '10:30:59' };
    expect(filledIn(FORM, sent(odd))).toEqual({ ...WHOLE, title: 'abcde', time: '10:30' });
    expect(filledIn(FORM, sent({ address: WHOLE.address }))).toEqual({
      address: WHOLE.address,
      title: '',
      date: '',
      time: '',
    });
  });

  it('takes the first of a repeated field, and lines as they are here', () => {
    expect(typedIn(new URLSearchParams('a=1&a=2&note=x%0D%0Ay%20&__proto__=p'))).toEqual(
      Object.fromEntries([
        ['a', '1'],
        ['note', 'x\ny'],
        ['__proto__', 'p'],
      ]),
    );
  });
});
