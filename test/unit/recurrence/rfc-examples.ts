/** An example of RFC 5545 §3.8.5.3: in New York, from 2 September 1997 at 9:00 unless it says otherwise. */
export interface RfcExample {
  says: string;
  start?: string;
  rules: string[];
  exDate?: string;
  /** `1997-09 2-30` is every day from the 2nd to the 30th; months are separated by semicolons. */
  days: string;
  /** On each day; 09:00 unless given. */
  times?: string[];
  /** The RFC goes on with "…". */
  goesOn?: true;
}

export const RFC_EXAMPLES: RfcExample[] = [
  {
    says: 'Daily for 10 occurrences',
    rules: ['FREQ=DAILY;COUNT=10'],
    days: '1997-09 2-11',
  },
  {
    says: 'Daily until December 24, 1997',
    rules: ['FREQ=DAILY;UNTIL=19971224T000000Z'],
    days: '1997-09 2-30; 1997-10 1-31; 1997-11 1-30; 1997-12 1-23',
  },
  {
    says: 'Every other day, forever',
    rules: ['FREQ=DAILY;INTERVAL=2'],
    days: '1997-09 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; 1997-10 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; 1997-11 1,3,5,7,9,11,13,15,17,19,21,23,25,27,29; 1997-12 1,3',
    goesOn: true,
  },
  {
    says: 'Every 10 days, 5 occurrences',
    rules: ['FREQ=DAILY;INTERVAL=10;COUNT=5'],
    days: '1997-09 2,12,22; 1997-10 2,12',
  },
  ...[
    'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
    'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1',
  ].map((rule) => ({
    says: `Every day in January, for 3 years (${rule.slice(5, 11)})`,
    start: '1998-01-01T09:00',
    rules: [rule],
    days: '1998-01 1-31; 1999-01 1-31; 2000-01 1-31',
  })),
  {
    says: 'Weekly for 10 occurrences',
    rules: ['FREQ=WEEKLY;COUNT=10'],
    days: '1997-09 2,9,16,23,30; 1997-10 7,14,21,28; 1997-11 4',
  },
  {
    says: 'Weekly until December 24, 1997',
    rules: ['FREQ=WEEKLY;UNTIL=19971224T000000Z'],
    days: '1997-09 2,9,16,23,30; 1997-10 7,14,21,28; 1997-11 4,11,18,25; 1997-12 2,9,16,23',
  },
  {
    says: 'Every other week, forever',
    rules: ['FREQ=WEEKLY;INTERVAL=2;WKST=SU'],
    days: '1997-09 2,16,30; 1997-10 14,28; 1997-11 11,25; 1997-12 9,23; 1998-01 6,20; 1998-02 3,17',
    goesOn: true,
  },
  ...[
    'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH',
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
  ].map((rule) => ({
    says: `Weekly on Tuesday and Thursday for five weeks (${rule.slice(12, 17)})`,
    rules: [rule],
    days: '1997-09 2,4,9,11,16,18,23,25,30; 1997-10 2',
  })),
  {
    says: 'Every other week on Monday, Wednesday, and Friday until December 24, 1997, starting on Monday, September 1',
    start: '1997-09-01T09:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR'],
    days: '1997-09 1,3,5,15,17,19,29; 1997-10 1,3,13,15,17,27,29,31; 1997-11 10,12,14,24,26,28; 1997-12 8,10,12,22',
  },
  {
    says: 'Every other week on Tuesday and Thursday, for 8 occurrences',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH'],
    days: '1997-09 2,4,16,18,30; 1997-10 2,14,16',
  },
  {
    says: 'Monthly on the first Friday for 10 occurrences',
    start: '1997-09-05T09:00',
    rules: ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR'],
    days: '1997-09 5; 1997-10 3; 1997-11 7; 1997-12 5; 1998-01 2; 1998-02 6; 1998-03 6; 1998-04 3; 1998-05 1; 1998-06 5',
  },
  {
    says: 'Monthly on the first Friday until December 24, 1997',
    start: '1997-09-05T09:00',
    rules: ['FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR'],
    days: '1997-09 5; 1997-10 3; 1997-11 7; 1997-12 5',
  },
  {
    says: 'Every other month on the first and last Sunday of the month for 10 occurrences',
    start: '1997-09-07T09:00',
    rules: ['FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU'],
    days: '1997-09 7,28; 1997-11 2,30; 1998-01 4,25; 1998-03 1,29; 1998-05 3,31',
  },
  {
    says: 'Monthly on the second-to-last Monday of the month for 6 months',
    start: '1997-09-22T09:00',
    rules: ['FREQ=MONTHLY;COUNT=6;BYDAY=-2MO'],
    days: '1997-09 22; 1997-10 20; 1997-11 17; 1997-12 22; 1998-01 19; 1998-02 16',
  },
  {
    says: 'Monthly on the third-to-the-last day of the month, forever',
    start: '1997-09-28T09:00',
    rules: ['FREQ=MONTHLY;BYMONTHDAY=-3'],
    days: '1997-09 28; 1997-10 29; 1997-11 28; 1997-12 29; 1998-01 29; 1998-02 26',
    goesOn: true,
  },
  {
    says: 'Monthly on the 2nd and 15th of the month for 10 occurrences',
    rules: ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15'],
    days: '1997-09 2,15; 1997-10 2,15; 1997-11 2,15; 1997-12 2,15; 1998-01 2,15',
  },
  {
    says: 'Monthly on the first and last day of the month for 10 occurrences',
    start: '1997-09-30T09:00',
    rules: ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1'],
    days: '1997-09 30; 1997-10 1,31; 1997-11 1,30; 1997-12 1,31; 1998-01 1,31; 1998-02 1',
  },
  {
    says: 'Every 18 months on the 10th thru 15th of the month for 10 occurrences',
    start: '1997-09-10T09:00',
    rules: ['FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15'],
    days: '1997-09 10-15; 1999-03 10-13',
  },
  {
    says: 'Every Tuesday, every other month',
    rules: ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU'],
    days: '1997-09 2,9,16,23,30; 1997-11 4,11,18,25; 1998-01 6,13,20,27; 1998-03 3,10,17,24,31',
    goesOn: true,
  },
  {
    says: 'Yearly in June and July for 10 occurrences',
    start: '1997-06-10T09:00',
    rules: ['FREQ=YEARLY;COUNT=10;BYMONTH=6,7'],
    days: '1997-06 10; 1997-07 10; 1998-06 10; 1998-07 10; 1999-06 10; 1999-07 10; 2000-06 10; 2000-07 10; 2001-06 10; 2001-07 10',
  },
  {
    says: 'Every other year on January, February, and March for 10 occurrences',
    start: '1997-03-10T09:00',
    rules: ['FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3'],
    days: '1997-03 10; 1999-01 10; 1999-02 10; 1999-03 10; 2001-01 10; 2001-02 10; 2001-03 10; 2003-01 10; 2003-02 10; 2003-03 10',
  },
  {
    says: 'Every third year on the 1st, 100th, and 200th day for 10 occurrences',
    start: '1997-01-01T09:00',
    rules: ['FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200'],
    days: '1997-01 1; 1997-04 10; 1997-07 19; 2000-01 1; 2000-04 9; 2000-07 18; 2003-01 1; 2003-04 10; 2003-07 19; 2006-01 1',
  },
  {
    says: 'Every 20th Monday of the year, forever',
    start: '1997-05-19T09:00',
    rules: ['FREQ=YEARLY;BYDAY=20MO'],
    days: '1997-05 19; 1998-05 18; 1999-05 17',
    goesOn: true,
  },
  {
    says: 'Monday of week number 20 (where the default start of the week is Monday), forever',
    start: '1997-05-12T09:00',
    rules: ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO'],
    days: '1997-05 12; 1998-05 11; 1999-05 17',
    goesOn: true,
  },
  {
    says: 'Every Thursday in March, forever',
    start: '1997-03-13T09:00',
    rules: ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH'],
    days: '1997-03 13,20,27; 1998-03 5,12,19,26; 1999-03 4,11,18,25',
    goesOn: true,
  },
  {
    says: 'Every Thursday, but only during June, July, and August, forever',
    start: '1997-06-05T09:00',
    rules: ['FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8'],
    days: '1997-06 5,12,19,26; 1997-07 3,10,17,24,31; 1997-08 7,14,21,28; 1998-06 4,11,18,25; 1998-07 2,9,16,23,30; 1998-08 6,13,20,27; 1999-06 3,10,17,24; 1999-07 1,8,15,22,29; 1999-08 5,12,19,26',
    goesOn: true,
  },
  {
    says: 'Every Friday the 13th, forever',
    rules: ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13'],
    exDate: '1997-09-02T09:00',
    days: '1998-02 13; 1998-03 13; 1998-11 13; 1999-08 13; 2000-10 13',
    goesOn: true,
  },
  {
    says: 'The first Saturday that follows the first Sunday of the month, forever',
    start: '1997-09-13T09:00',
    rules: ['FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13'],
    days: '1997-09 13; 1997-10 11; 1997-11 8; 1997-12 13; 1998-01 10; 1998-02 7; 1998-03 7; 1998-04 11; 1998-05 9; 1998-06 13',
    goesOn: true,
  },
  {
    says: 'Every 4 years, the first Tuesday after a Monday in November, forever (U.S. Presidential Election day)',
    start: '1996-11-05T09:00',
    rules: ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8'],
    days: '1996-11 5; 2000-11 7; 2004-11 2',
    goesOn: true,
  },
  {
    says: 'The third instance into the month of one of Tuesday, Wednesday, or Thursday, for the next 3 months',
    start: '1997-09-04T09:00',
    rules: ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3'],
    days: '1997-09 4; 1997-10 7; 1997-11 6',
  },
  {
    says: 'The second-to-last weekday of the month',
    start: '1997-09-29T09:00',
    rules: ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2'],
    days: '1997-09 29; 1997-10 30; 1997-11 27; 1997-12 30; 1998-01 29; 1998-02 26; 1998-03 30',
    goesOn: true,
  },
  {
    says: 'Every 3 hours from 9:00 AM to 5:00 PM on a specific day',
    // The RFC's text says 17:00Z, which is 13:00 in New York and would leave out 15:00; its list is of 17:00 there.
    rules: ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z'],
    days: '1997-09 2',
    times: ['09:00', '12:00', '15:00'],
  },
  {
    says: 'Every 15 minutes for 6 occurrences',
    rules: ['FREQ=MINUTELY;INTERVAL=15;COUNT=6'],
    days: '1997-09 2',
    times: ['09:00', '09:15', '09:30', '09:45', '10:00', '10:15'],
  },
  {
    says: 'Every hour and a half for 4 occurrences',
    rules: ['FREQ=MINUTELY;INTERVAL=90;COUNT=4'],
    days: '1997-09 2',
    times: ['09:00', '10:30', '12:00', '13:30'],
  },
  ...[
    'FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40',
    'FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16',
  ].map((rule) => ({
    says: `Every 20 minutes from 9:00 AM to 4:40 PM every day (${rule.slice(5, 10)})`,
    rules: [rule],
    days: '1997-09 2-3',
    times: Array.from({ length: 24 }, (_, index) => {
      const hour = String(9 + Math.floor(index / 3)).padStart(2, '0');
      return `${hour}:${String((index % 3) * 20).padStart(2, '0')}`;
    }),
    goesOn: true as const,
  })),
  {
    says: 'An example where the days generated makes a difference because of WKST (Monday)',
    start: '1997-08-05T09:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO'],
    days: '1997-08 5,10,19,24',
  },
  {
    says: 'changing only WKST from MO to SU, yields different results',
    start: '1997-08-05T09:00',
    rules: ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU'],
    days: '1997-08 5,17,19,31',
  },
  {
    says: 'An example where an invalid date (i.e., February 30) is ignored',
    start: '2007-01-15T09:00',
    rules: ['FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5'],
    days: '2007-01 15,30; 2007-02 15; 2007-03 15,30',
  },
];

/** The local starts that an example names. */
export const startsOf = ({ days, times = ['09:00'] }: RfcExample): string[] =>
  days.split('; ').flatMap((group) => {
    const [month = '', list = ''] = group.split(' ');
    return list.split(',').flatMap((item) => {
      const [from = 0, to = from] = item.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) =>
        String(from + index).padStart(2, '0'),
      ).flatMap((day) => times.map((time) => `${month}-${day}T${time}`));
    });
  });
