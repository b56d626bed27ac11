/** RFC 5545 §3.2.12, the values that a VEVENT's attendee may have here. */
export type Partstat = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE';
