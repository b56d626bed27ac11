import { storableText } from '../../domain/ical/text.ts';

/** JSON that PostgreSQL can store, whatever stands in its texts: what it refuses it would refuse for ever. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) => (typeof each === 'string' ? storableText(each) : each));
