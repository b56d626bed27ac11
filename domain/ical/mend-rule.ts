import { writtenTime } from './mend-times.ts';
import { parseUntil } from '../recurrence/parse-until.ts';

/**
 * A rule that breaks the grammar of RFC 5545 §3.3.10 and can mean only one thing, as it should have been written: without
 * its name before it, parts and items without a value, a part that is there twice alike, `INTERVAL=0`, and the number of
 * a day of the week where there is one such day (`FREQ=WEEKLY;BYDAY=1MO`), `SKIP=OMIT` without the RSCALE that it needs.
 *
 * @returns the text itself where there is nothing of that kind
 */
export function mendedRule(text: string): string {
  const parts = text.replace(/^\s*(?:RRULE|EXRULE)\s*:/i, '').split(';');
  const isWeekly = /(?:^|;)\s*FREQ\s*=\s*WEEKLY\s*(?:;|$)/i.test(text);
  const hasScale = /(?:^|;)\s*RSCALE\s*=/i.test(text);
  const mended = parts.flatMap((part) => {
    const equals = part.indexOf('=');
    if (equals < 1) return part.trim() === '' ? [] : [part];
    const name = part.slice(0, equals).trim().toUpperCase();
    if (name === 'SKIP' && !hasScale && /^\s*OMIT\s*$/i.test(part.slice(equals + 1))) return [];
    const value = mendedValue(name, part.slice(equals + 1).trim(), isWeekly);
    return value === '' ? [] : [`${name}=${value}`];
  });
  const rule = [...new Set(mended)].join(';');
  return rule === text.toUpperCase() ? text : rule;
}

function mendedValue(name: string, value: string, isWeekly: boolean): string {
  if (name === 'INTERVAL' && /^[+-]?0+$/.test(value)) return '';
  if (name === 'UNTIL')
    return parseUntil(value.toUpperCase()) === null ? (writtenTime(value) ?? value) : value;
  if (!name.startsWith('BY')) return value;
  const items = value.split(',').filter((item) => item.trim() !== '');
  return (isWeekly && name === 'BYDAY' ? items.map(withoutNumber) : items).join(',');
}

const withoutNumber = (day: string): string => day.replace(/^\s*[+-]?0?1\s*(?=[A-Z]{2}\s*$)/i, '');
