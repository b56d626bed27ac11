/** RFC 5545 §3.2.12, the values that a VEVENT's attendee may have here. */
export const PARTSTATS = ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;
export type Partstat = (typeof PARTSTATS)[number];
