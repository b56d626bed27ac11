import { itAgreesWith } from './differences.ts';

itAgreesWith('rrule-rust', 30_000);
itAgreesWith('ical.js', 20_000);
