import { describe, expect, it } from 'vitest';
import { ianaZone } from '../../../domain/ical/windows-zones.ts';
import { openZone } from '../../../domain/time/zone.ts';

describe('the zone that a TZID means', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['"Europe/Berlin"', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['W. Europe', 'Europe/Berlin'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Eastern', 'America/New_York'],
    ['India Standard Time', 'Asia/Calcutta'],
    ['/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(GMT-05:00) Eastern Time (US & Canada)', 'Etc/GMT+5'],
    ['(UTC) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['GMT+0100', 'Etc/GMT-1'],
    ['+0100', 'Etc/GMT-1'],
    ['UTC', 'UTC'],
    ['Z', 'UTC'],
  ])('%s is %s', (tzid, expected) => {
    const zone = ianaZone(tzid);
    // Some names have aliases that different versions of the zone data prefer.
    const offset = (name: string | null) => openZone(name ?? '')?.offsetAt(Date.UTC(2026, 0, 5));
    expect(zone).not.toBeNull();
    expect([expected, offset(zone)]).toEqual([expected, offset(expected)]);
    if (!expected.includes('Calcutta')) expect(zone).toBe(expected);
  });

  it.each(['', 'Customized Time Zone', 'Europe/Atlantis', '//', '(UTC+01:17) Nowhere', 'x'.repeat(5_000)])(
    '%s is none',
    (tzid) => {
      expect(ianaZone(tzid)).toBeNull();
    },
  );
});
