import type { Context } from 'koa';
import type { Expectation } from '../../commands/calendars/expectation.ts';

/** How whoever writes believes that the resource is now (RFC 9110 §13.1, RFC 6638 §8.3). */
export function expectationOf(ctx: Context): Expectation {
  const [ifMatch, ifNoneMatch, scheduleTag] = ['If-Match', 'If-None-Match', 'If-Schedule-Tag-Match'].map(
    (name) => ctx.get(name).trim(),
  );
  return {
    ...(ifMatch ? { ifMatch: tagsIn(ifMatch) } : {}),
    ...(ifNoneMatch ? { ifNoneMatch: tagsIn(ifNoneMatch) } : {}),
    ...(scheduleTag ? { ifScheduleTagMatch: unquoted(scheduleTag) } : {}),
  };
}

/** Weak ones never match: what is stored is compared byte by byte. Some clients forget the quotes. */
function tagsIn(field: string): '*' | string[] {
  if (field === '*') return '*';
  return field
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => !tag.startsWith('W/'))
    .map(unquoted);
}

const unquoted = (tag: string): string => tag.replace(/^"(.*)"$/, '$1');
