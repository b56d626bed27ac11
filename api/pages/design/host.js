// Weeks to paint on, rows that come and go, addresses to copy. Each page works without it.

// Rows of blocks.

/** Rows are numbered from 0 on, whatever was taken away. */
const renumber = (list) => {
  const { blocks } = list.dataset;
  const rows = [...list.querySelectorAll('li')];
  rows.forEach((row, at) => {
    for (const one of row.querySelectorAll('[name],[for]')) {
      for (const attribute of ['name', 'id', 'for'])
        if (one.getAttribute(attribute)?.startsWith(`${blocks}.`))
          one.setAttribute(attribute, one.getAttribute(attribute).replace(/\.(N|\d+)\./, `.${at}.`));
      if (one.matches('[data-remove]')) one.value = `remove ${blocks} ${at}`;
    }
  });
  list.querySelector('[data-none]').hidden = rows.length > 0;
};

const addRow = (list, { from, until } = { from: '', until: '' }) => {
  const row = list.querySelector('template').content.firstElementChild.cloneNode(true);
  const [first, second] = row.querySelectorAll('input');
  [first.value, second.value] = [from, until];
  list.querySelector('ul').append(row);
  renumber(list);
  return first;
};

addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-add],[data-remove]');
  const list = button?.closest('[data-blocks]');
  if (!list) return;
  event.preventDefault();
  if (button.matches('[data-add]')) {
    addRow(list).focus();
  } else {
    button.closest('li').remove();
    renumber(list);
    list.querySelector('[data-add]').focus();
  }
  list.dispatchEvent(new Event('input', { bubbles: true }));
});

// The week.

const DAY = 1440;
const HALF = 30;
const minuteOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const clockOf = (minute) =>
  [Math.floor((minute % DAY) / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** What of a block lies outside of a range. */
const without = (blocks, from, until) =>
  blocks.flatMap(([start, end]) =>
    [
      [start, Math.min(end, from)],
      [Math.max(start, until), end],
    ].filter(([one, other]) => one < other),
  );

/** Blocks that touch are one. */
const merged = (blocks) =>
  [...blocks]
    .sort(([one], [other]) => one - other)
    .reduce((all, [start, end]) => {
      const last = all.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else all.push([start, end]);
      return all;
    }, []);

/** What begins on the day after is that day's. */
const settle = (week, day, blocks) => {
  const next = (day + 1) % 7;
  const [own, later] = [blocks.filter(([from]) => from < DAY), blocks.filter(([from]) => from >= DAY)];
  week[day] = own;
  if (later.length > 0)
    week[next] = merged([...week[next], ...later.map(([from, until]) => [from - DAY, until - DAY])]);
};

const paint = (week, day, from, until, open) => {
  const before = (day + 6) % 7;
  if (!open) {
    settle(week, before, without(week[before], from + DAY, until + DAY));
    settle(week, day, without(week[day], from, until));
    return;
  }
  const covered = week[before].map(([start, end]) => [start - DAY, end - DAY]);
  const added = covered.reduce((left, [start, end]) => without(left, start, end), [[from, until]]);
  week[day] = merged([...week[day], ...added]);
};

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const makeGrid = (place) => {
  const form = place.closest('form');
  const { order, names, short, locale, label, hint } = place.dataset;
  const days = order.split(',').map(Number);
  const lists = days.map((day) => form.querySelector(`[data-blocks="${day}"]`));
  const listOf = (day) => lists[days.indexOf(day)];
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  // “10 Uhr” and “10 h” are too long for their place, “10 AM” is shorter than “10:00 AM”.
  const mark = hour.resolvedOptions().hour12 ? hour : clock;

  const read = () =>
    Array.from({ length: 7 }, (_, day) =>
      [...listOf(day).querySelectorAll('li')].flatMap((row) => {
        const [from, until] = [...row.querySelectorAll('input')].map(({ value }) => value);
        if (!from || !until) return [];
        const [start, end] = [minuteOf(from), minuteOf(until)];
        return [[start, end > start ? end : end + DAY]];
      }),
    );
  const write = (before, week) => {
    for (const day of days) {
      if (JSON.stringify(before[day]) === JSON.stringify(week[day])) continue;
      const list = listOf(day);
      for (const row of list.querySelectorAll('li')) row.remove();
      for (const [start, end] of week[day]) addRow(list, { from: clockOf(start), until: clockOf(end) });
      renumber(list);
    }
  };

  const cells = [];
  const body = element('tbody');
  for (let at = 0; at < 48; at += 1) {
    const minute = at * HALF;
    const head = element('th', { scope: 'row' });
    if (at % 2 === 0) head.append(element('span', {}, mark.format(minute * 60_000)));
    const row = element('tr', {}, head);
    cells.push(
      days.map((day, column) => {
        const name = `${names.split(',')[day]}, ${clock.format(minute * 60_000)}`;
        const cell = element('td', { role: 'gridcell', tabindex: '-1', 'aria-label': name });
        Object.assign(cell, { row: at, column });
        row.append(cell);
        return cell;
      }),
    );
    body.append(row);
  }
  const top = element('tr', {}, element('td'));
  for (const day of days)
    top.append(
      element(
        'th',
        { scope: 'col' },
        element('abbr', { title: names.split(',')[day] }, short.split(',')[day]),
      ),
    );
  const table = element(
    'table',
    { role: 'grid', 'aria-label': label, 'aria-multiselectable': 'true' },
    element('thead', {}, top),
    body,
  );
  const scroller = element('div', { class: 'week-grid' }, table);
  place.append(element('p', { class: 'hint' }, hint), scroller);
  let current = cells[18][0];
  current.tabIndex = 0;

  const show = () => {
    const week = read();
    days.forEach((day, column) => {
      const all = [
        ...week[day],
        ...week[(day + 6) % 7].map(([start, end]) => [start - DAY, end - DAY]).filter(([, end]) => end > 0),
      ];
      for (let at = 0; at < 48; at += 1) {
        const left = all.reduce(
          (rest, [start, end]) => without(rest, start, end),
          [[at * HALF, (at + 1) * HALF]],
        );
        const open = left.reduce((sum, [start, end]) => sum - (end - start), HALF);
        cells[at][column].setAttribute('aria-selected', String(open === HALF));
        cells[at][column].classList.toggle('part', open > 0 && open < HALF);
      }
    });
  };
  const isOpen = (cell) => cell.getAttribute('aria-selected') === 'true';
  const between = (one, other) => {
    const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
    const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
    return { top, bottom, left, right };
  };
  const set = (one, other, open) => {
    const { top, bottom, left, right } = between(one, other);
    const before = read();
    const week = structuredClone(before);
    for (let column = left; column <= right; column += 1)
      paint(week, days[column], top * HALF, (bottom + 1) * HALF, open);
    write(before, week);
    form.dispatchEvent(new Event('input'));
  };
  const focus = (cell) => {
    current.tabIndex = -1;
    current = cell;
    current.tabIndex = 0;
    current.focus({ preventScroll: false });
  };

  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  table.addEventListener('keydown', (event) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      set(current, current, !isOpen(current));
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = cells[current.row + step[0]]?.[current.column + step[1]];
    if (!next) return;
    // With Shift the next one becomes as this one is.
    if (event.shiftKey) set(next, next, isOpen(current));
    focus(next);
  });

  /** From where something is painted, and as what. */
  let painting = null;
  const paintTo = (to) => {
    for (const cell of table.querySelectorAll('.painted')) cell.classList.remove('painted');
    if (!painting || !to) return;
    const { top, bottom, left, right } = between(painting.from, to);
    for (let at = top; at <= bottom; at += 1)
      for (let column = left; column <= right; column += 1) cells[at][column].classList.add('painted');
  };
  const cellAt = (event) =>
    document.elementFromPoint(event.clientX, event.clientY)?.closest('[role=gridcell]') ?? null;
  table.addEventListener('pointerdown', (event) => {
    const cell = event.target.closest('[role=gridcell]');
    // A finger that moves scrolls; where it taps, there comes a click.
    if (!cell || event.button !== 0 || event.pointerType === 'touch') return;
    event.preventDefault();
    focus(cell);
    painting = { from: cell, to: cell, open: !isOpen(cell) };
    paintTo(cell);
  });
  addEventListener('pointermove', (event) => {
    const cell = painting && cellAt(event);
    if (!cell || !table.contains(cell) || cell === painting.to) return;
    painting.to = cell;
    paintTo(cell);
  });
  let painted = false;
  addEventListener('pointerup', () => {
    if (!painting) return;
    const { from, to, open } = painting;
    painting = null;
    painted = true;
    paintTo(null);
    set(from, to, open);
    setTimeout(() => (painted = false));
  });
  addEventListener('pointercancel', () => {
    painting = null;
    paintTo(null);
  });
  table.addEventListener('click', (event) => {
    const cell = event.target.closest('[role=gridcell]');
    if (!cell || painted) return;
    focus(cell);
    set(cell, cell, !isOpen(cell));
  });

  form.addEventListener('input', show);
  show();
};

for (const place of document.querySelectorAll('[data-week-grid]')) makeGrid(place);

// Forms whose changes would be missed.

for (const form of document.querySelectorAll('form[data-keep]')) {
  const said = form.querySelector('[data-unsaved]');
  const standing = () => new URLSearchParams(new FormData(form)).toString();
  // What is shown again was never saved.
  const saved = form.dataset.keep === 'typed' ? null : standing();
  let changed = false;
  const look = () => {
    changed = standing() !== saved;
    said.hidden = !changed;
    said.textContent = changed ? said.dataset.unsaved : '';
  };
  form.addEventListener('input', look);
  form.addEventListener('change', look);
  form.addEventListener('submit', () => (changed = false));
  addEventListener('beforeunload', (event) => changed && event.preventDefault());
  look();
}

// Addresses to copy.

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.copied;
    } catch {
      // What is selected can be copied by hand.
    }
  });
}
