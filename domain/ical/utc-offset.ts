/** `+hh[mm[ss]]` with or without a sign, colons, a blank, or `GMT` before it. */
const WRITTEN =
  /^\s*(?:GMT|UTC)?\s?([+\-\u2212\u2013]?)\s?(?:(\d{1,2})|(\d{1,2})(\d\d)|(\d\d)(\d\d)(\d\d)|(\d{1,2})[: ](\d\d)(?::?(\d\d))?)\s*$/i;
const SOUND = /^([+-])([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?$/;

/**
 * A UTC-OFFSET as RFC 5545 §3.3.14 has it, whose sign must be there: without one it is plus. Null when it is none. It is read
 * here, since ical.js takes the first digit for the sign, and `0100` for minus.
 */
export function writtenOffset(text: string): string | null {
  const [, sign, ...digits] = WRITTEN.exec(text) ?? [];
  if (sign === undefined) return null;
  const [hours = '', minutes = '00', seconds = '00'] = digits.filter((each) => each !== undefined);
  const whole = `${hours.padStart(2, '0')}${minutes}${seconds === '00' ? '' : seconds}`;
  // RFC 5545 has no minus before nothing.
  const written = `${sign === '' || sign === '+' || /^0+$/.test(whole) ? '+' : '-'}${whole}`;
  return SOUND.test(written) ? written : null;
}

/** Milliseconds to add to UTC, of a UTC-OFFSET as it is or in jCal (RFC 7265 §3.6.12); null when it is none. */
export function offsetOf(value: unknown): number | null {
  const [, sign, hours, minutes, seconds = '0'] = SOUND.exec(String(value)) ?? [];
  if (sign === undefined) return null;
  const length = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === '-' && length > 0 ? -length : length) * 1000;
}
