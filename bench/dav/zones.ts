/** Zones that events are written in, each with the component that clients send with it. */
export const CALENDAR_ZONES: readonly { name: string; lines: readonly string[] }[] = [
  {
    name: 'Europe/Berlin',
    lines: vtimezone('Europe/Berlin', {
      summer: ['CEST', '+0100', '+0200', '19700329T020000', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
      winter: ['CET', '+0200', '+0100', '19701025T030000', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
    }),
  },
  {
    name: 'America/New_York',
    lines: vtimezone('America/New_York', {
      summer: ['EDT', '-0500', '-0400', '20070311T020000', 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'],
      winter: ['EST', '-0400', '-0500', '20071104T020000', 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'],
    }),
  },
];

type Season = readonly [name: string, from: string, to: string, since: string, rule: string];

function vtimezone(zone: string, { summer, winter }: { summer: Season; winter: Season }): string[] {
  const season = (kind: string, [name, from, to, since, rule]: Season) => [
    ...[`BEGIN:${kind}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `TZNAME:${name}`],
    ...[`DTSTART:${since}`, `RRULE:${rule}`, `END:${kind}`],
  ];
  return [
    ...['BEGIN:VTIMEZONE', `TZID:${zone}`],
    ...season('DAYLIGHT', summer),
    ...season('STANDARD', winter),
    'END:VTIMEZONE',
  ];
}
