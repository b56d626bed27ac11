/** The hours that a VFREEBUSY says to be busy, whatever kind of busy: what servers have to agree on. */
export function busyHours(text: string): number {
  const periods = [...text.replace(/\r?\n[ \t]/g, '').matchAll(/^FREEBUSY[^:\n]*:([^\r\n]*)/gm)]
    .filter(([line]) => !/FBTYPE="?FREE\b/.test(line))
    .flatMap(([, list]) => list!.split(','))
    .map(periodOf)
    .sort((a, b) => a.fromMs - b.fromMs);
  let [busyMs, untilMs] = [0, -Infinity];
  for (const { fromMs, toMs } of periods) {
    busyMs += Math.max(0, toMs - Math.max(fromMs, untilMs));
    untilMs = Math.max(untilMs, toMs);
  }
  return Math.round(busyMs / 36_000) / 100;
}

function periodOf(period: string): { fromMs: number; toMs: number } {
  const [from, to] = period.split('/') as [string, string];
  const fromMs = instantOf(from);
  return { fromMs, toMs: to.startsWith('P') ? fromMs + durationOf(to) : instantOf(to) };
}

const instantOf = (utc: string): number =>
  Date.parse(
    utc.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      (_, y, mo, d, h, mi, s) => `${y}-${mo}-${d}T${h}:${mi}:${s}Z`,
    ),
  );

function durationOf(duration: string): number {
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const [w = 0, d = 0, h = 0, m = 0, s = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((((w * 7 + d) * 24 + h) * 60 + m) * 60 + s) * 1_000;
}
