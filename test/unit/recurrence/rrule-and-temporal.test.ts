import { itAgreesWith } from './differences.ts';

itAgreesWith('rrule', 25_000);
itAgreesWith('rrule-temporal', 25_000);
