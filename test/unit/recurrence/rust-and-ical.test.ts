import { rounds } from '../../support/rounds.ts';
import { itAgreesWith } from './differences.ts';

itAgreesWith('rrule-rust', rounds(30_000));
itAgreesWith('ical.js', rounds(20_000));
