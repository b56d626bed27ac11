// Everything here is a convenience: each page works without it.
document.documentElement.classList.add('js');

const browserZone = () => {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/** Nobody has told the reader's zone: the browser does, once. */
const zoneSelect = document.querySelector('[data-zone-unknown]');
const url = new URL(location.href);
const zone = browserZone();
if (
  zoneSelect &&
  zone &&
  zone !== zoneSelect.value &&
  !url.searchParams.has('zone') &&
  zoneSelect.dataset.get
) {
  url.searchParams.set('zone', zone);
  location.replace(url);
}

for (const select of document.querySelectorAll('[data-zone]')) {
  let chosenByKeyboard = false;
  select.addEventListener('keydown', () => (chosenByKeyboard = true));
  select.addEventListener('pointerdown', () => (chosenByKeyboard = false));
  // Arrow keys walk through the zones, so the keyboard asks for the change when it is done.
  const apply = () => {
    if (select.value !== select.dataset.zone) select.form.querySelector('[data-zone-apply]').click();
  };
  select.addEventListener('change', () => chosenByKeyboard || apply());
  select.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      apply();
    }
  });
}

/** A zone to be chosen begins with the browser's. */
for (const select of document.querySelectorAll('[data-zone-guess]')) {
  if ([...select.options].some(({ value }) => value === zone)) select.value = zone;
}

/** The new time beside the current one, while it is being chosen. */
const preview = document.querySelector('[data-preview]');
if (preview) {
  const form = document.querySelector('[data-propose]');
  const field = (name) => form.elements.namedItem(name).value;
  const set = (name, text) => {
    const place = preview.querySelector(`[data-${name}]`);
    if (place.textContent !== text) place.textContent = text;
  };
  const format = (date, options) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(date);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const { place, inZone, current, locale, range, clockAndDay, dayAndClock } = form.dataset;
  const wallIn = (zone, ms) => {
    const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' };
    const [day, clock] = new Intl.DateTimeFormat('sv-SE', options).format(ms).split(' ');
    return Date.parse(`${day}T${clock}Z`);
  };
  const offset = (ms) => wallIn(inZone, ms) - Math.floor(ms / 60_000) * 60_000;
  /** The instant of a time on the wall, or with `skipped` the first one after a gap that the clocks make. */
  const instantOf = (wall) => {
    const around = [wall - 129_600_000, wall + 129_600_000];
    const offsets = around.map(offset).sort((one, other) => other - one);
    const found = offsets.map((each) => wall - each).find((ms) => wallIn(inZone, ms) === wall);
    if (found !== undefined) return { ms: found, skipped: false };
    let [before, after] = around;
    while (after - before > 60_000) {
      const middle = Math.floor((before + after) / 120_000) * 60_000;
      if (wallIn(inZone, middle) < wall) before = middle;
      else after = middle;
    }
    return { ms: after, skipped: true };
  };
  const besides = (zone, startMs, endMs) => {
    const [start, end] = [wallIn(zone, startMs), wallIn(zone, endMs)];
    const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);
    const short = (ms) => format(ms, { weekday: 'short', day: 'numeric', month: 'short' });
    const clockAt = (ms) => format(ms, { timeStyle: 'short' });
    const last =
      dayOf(end) === dayOf(start)
        ? clockAt(end)
        : fill(clockAndDay, { clock: clockAt(end), day: short(end) });
    const clock = fill(range, { start: clockAt(start), end: last });
    return dayOf(start) === field('date') ? clock : fill(dayAndClock, { day: short(start), clock });
  };
  const offsetAt = (date) => {
    const options = { timeZone: inZone, timeZoneName: 'shortOffset' };
    const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(date);
    return parts
      .find(({ type }) => type === 'timeZoneName')
      .value.replace('GMT', 'UTC')
      .replace('-', '−');
  };
  const update = () => {
    // Wall-clock arithmetic as if in UTC: only the server knows the zone's rules, and it has the last word.
    const start = new Date(`${field('date')}T${field('time')}:00Z`);
    const chosen = `${field('date')}T${field('time')}/${field('minutes')}` !== current;
    // While a year is typed it is 2, 20, 202; and one of five digits is none of a meeting.
    const isWhole = start.getTime() > 0 && start.getTime() < Date.UTC(9999, 0);
    if (!isWhole || !chosen) return;
    preview.classList.replace('empty', 'new');
    const end = new Date(start.getTime() + Number(field('minutes')) * 60_000);
    const clockOf = (date) => format(date, { timeStyle: 'short' });
    const later = end.toISOString().slice(0, 10) !== start.toISOString().slice(0, 10);
    const day = format(end, { weekday: 'short', day: 'numeric', month: 'short' });
    const last = later ? fill(clockAndDay, { clock: clockOf(end), day }) : clockOf(end);
    set('day', format(start, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));
    set('clock', fill(range, { start: clockOf(start), end: last }));
    const { ms, skipped } = instantOf(start.getTime());
    const shift = offsetAt(ms);
    set('zone-line', place === shift ? shift : `${place}, ${shift}`);
    const gap = preview.querySelector('[data-gap]');
    gap.hidden = !skipped;
    const nearest = new Date(wallIn(inZone, ms)).toISOString().slice(11, 16);
    gap.textContent = skipped ? fill(gap.dataset.gap, { time: field('time'), nearest }) : '';
    preview.querySelector('[data-elsewhere]').hidden = skipped;
    for (const beside of preview.querySelectorAll('[data-beside]'))
      beside.textContent = besides(beside.dataset.beside, ms, ms + Number(field('minutes')) * 60_000);
    preview.querySelector('.twice')?.remove();
  };
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  // A free time that is chosen is the new time, too.
  for (const slot of document.querySelectorAll('input[data-slot-date]'))
    slot.addEventListener('change', () => {
      form.elements.namedItem('date').value = slot.dataset.slotDate;
      form.elements.namedItem('time').value = slot.dataset.slotTime;
      form.elements.namedItem('minutes').value = current.split('/')[1];
      update();
    });
}

/** A second press while the first is under way does nothing; the server would not mind it either. */
addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[method=post]')) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
  event.submitter?.setAttribute('aria-disabled', 'true');
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
  }
});

/** What went wrong is read first. */
document.querySelector('[data-focus]')?.focus();

/** A mail is shown in its full height. */
for (const frame of document.querySelectorAll('iframe[data-grow]')) {
  const grow = () => {
    const height = frame.contentDocument?.documentElement?.scrollHeight;
    if (height) frame.style.height = `${Math.min(height + 2, 2400)}px`;
  };
  frame.addEventListener('load', grow);
  // Narrower, its lines break more often.
  let width = frame.clientWidth;
  addEventListener('resize', () => {
    if (frame.clientWidth === width) return;
    width = frame.clientWidth;
    frame.style.height = '';
    grow();
  });
  grow();
}
