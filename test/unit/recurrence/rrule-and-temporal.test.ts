import { rounds } from '../../support/rounds.ts';
import { itAgreesWith } from './differences.ts';

itAgreesWith('rrule', rounds(25_000));
itAgreesWith('rrule-temporal', rounds(25_000));
