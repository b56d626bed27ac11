import type { FeedFetchProblem } from '../../activities/feed/fetching.ts';
import type { HolidaysProblem } from '../../activities/holidays/ports.ts';
import { InvalidInput } from '../invalid-input.ts';

type Why = HolidaysProblem | FeedFetchProblem;

/** A calendar of holidays that cannot be taken; the pages have words of their own for its code. */
export class HolidaysUnreadable extends InvalidInput {
  readonly code: Why;

  constructor(field: 'ics' | 'url', code: Why) {
    super(field, WORDS[code] ?? 'cannot be read');
    this.name = 'HolidaysUnreadable';
    this.code = code;
  }
}

const WORDS: Partial<Record<Why, string>> = {
  'not-a-calendar': 'must be a calendar (RFC 5545)',
  'no-calendar': 'must be a calendar (RFC 5545)',
  'no-days': 'must have an all-day event from today on',
  truncated: 'must be whole, and its end is missing',
  'calendar-too-large': 'has more than is read',
  'too-many-components': 'has more than is read',
  'too-large': 'has more than is read',
  'reading-took-too-long': 'takes too long to read',
  'reading-took-too-much-memory': 'takes too much memory to read',
  'url-invalid': 'must begin with https:// or webcal://',
  'url-not-https': 'must begin with https:// or webcal://',
  'address-refused': 'must lead to a public address',
  'host-not-found': 'has a host that does not exist',
  unreachable: 'has a host that does not answer',
  'certificate-invalid': 'has a host whose certificate is not valid',
  timeout: 'has a host that takes too long',
  'too-many-redirects': 'is redirected too often',
  'not-found': 'leads to nothing',
  'not-authorised': 'must need no password',
  'http-error': 'has a host that answers with an error',
  'rate-limited': 'has a host that was asked too often lately; try again later',
};
