// Pages of rooms: what is shown goes along with what happens. Without this they are looked at again by hand.
const live = () => document.querySelector('[data-live]');
const leaving = document.querySelector('form[data-leave]');
const again = document.querySelector('form[data-again]');
const POLL_MS = 10_000;
/** Set once somebody leaves by a button, or the page goes on by itself: then closing it means nothing more. */
let gone = false;

// Times that run.

/** How far this computer's clock is behind the server's. */
let behindMs = 0;
const setClock = () => (behindMs = Number(live().dataset.now) - Date.now());
const tick = () => {
  for (const place of document.querySelectorAll('[data-tick]')) {
    const seconds = Math.floor(Math.abs(Number(place.dataset.tick) - Date.now() - behindMs) / 1000);
    const past = Number(place.dataset.tick) <= Date.now() + behindMs;
    const shown = past && place.dataset.down === 'true' ? 0 : seconds;
    const parts = [Math.floor(shown / 3600), Math.floor(shown / 60) % 60, shown % 60];
    const text = parts.slice(parts[0] === 0 ? 1 : 0).map((part) => String(part).padStart(2, '0'));
    place.textContent = text.join(':').replace(/^0(\d:)/, '$1');
  }
};

// The live part is taken anew when something in it is different.

/** What somebody has typed, opened or focused stays. */
const carryOver = (from, to) => {
  for (const field of from.querySelectorAll('input:not([type=hidden])')) {
    const same = field.id && to.querySelector(`#${CSS.escape(field.id)}`);
    if (same) same.value = field.value;
  }
  for (const open of from.querySelectorAll('details[open][id]')) {
    const same = to.querySelector(`#${CSS.escape(open.id)}`);
    if (same) same.open = true;
  }
};

const go = (button) => {
  gone = true;
  events?.close();
  button.form.requestSubmit(button);
};

const show = (page) => {
  const [from, to] = [live(), page.querySelector('[data-live]')];
  if (!to || Boolean(leaving) !== Boolean(page.querySelector('form[data-leave]'))) {
    gone = true;
    location.reload();
    return;
  }
  const focused = from.contains(document.activeElement) ? document.activeElement.id : '';
  carryOver(from, to);
  from.replaceWith(to);
  document.title = page.title;
  if (focused) document.getElementById(focused)?.focus();
  setClock();
  tick();
  // Who has waited here goes in by the button that is there now.
  const button = to.querySelector('[data-go]');
  if (button) go(button);
  if (!to.dataset.events) events?.close();
};

let looking = false;
let lookAgain = false;
const look = async () => {
  if (looking) {
    lookAgain = true;
    return;
  }
  looking = true;
  try {
    const response = await fetch(live().dataset.self ?? location.href, { headers: { Accept: 'text/html' } });
    // What went wrong for a moment is asked for again with the next change.
    if (response.status < 500 && response.status !== 429)
      show(new DOMParser().parseFromString(await response.text(), 'text/html'));
  } catch {
    // Offline: the stream tells when it is back.
  }
  looking = false;
  if (lookAgain) {
    lookAgain = false;
    await look();
  }
};

let events;
let polling;
/** What has no stream is looked at every few seconds. */
const follows = () => live()?.dataset.events ?? live()?.dataset.poll;
const poll = () => (polling ??= setInterval(() => !gone && !document.hidden && follows() && look(), POLL_MS));
const watch = () => {
  if (!follows()) return;
  if (live().dataset.poll || !('EventSource' in window)) {
    poll();
    return;
  }
  events = new EventSource(live().dataset.events);
  events.addEventListener('standing', ({ data }) => {
    if (!gone && JSON.parse(data).version !== live().dataset.version) look();
  });
  // A stream that was refused does not come back by itself.
  events.addEventListener('error', () => events.readyState === EventSource.CLOSED && poll());
};

// A tab that is closed has left the room; one that is loaded anew comes back, as somebody new.

const remembered = {
  get: () => {
    try {
      return sessionStorage.getItem('parley-left');
    } catch {
      return null;
    }
  },
  set: (participant) => {
    try {
      if (participant) sessionStorage.setItem('parley-left', participant);
      else sessionStorage.removeItem('parley-left');
    } catch {
      // Then coming back takes a button.
    }
  },
};
const participantOf = (form) => form.elements.namedItem('participant').value;
const bodyOf = (form) => new URLSearchParams(new FormData(form));

const comeBack = async () => {
  gone = true;
  remembered.set(null);
  const { url } = await fetch(again.action, { method: 'POST', body: bodyOf(again) });
  location.replace(url);
};

/** How often the page says that somebody is still inside; a minute without is gone. */
const BEAT_MS = 15_000;
const keepBeating = ({ beat, worker }) => {
  const heart = new Worker(worker, { type: 'module' });
  heart.addEventListener('message', () => {
    if (gone) return;
    gone = true;
    location.reload();
  });
  heart.postMessage({
    url: new URL(beat, location.href).href,
    body: String(bodyOf(leaving)),
    everyMs: BEAT_MS,
  });
};

if (leaving) {
  keepBeating(leaving.dataset);
  addEventListener('submit', () => (gone = true));
  addEventListener('pagehide', () => {
    if (gone) return;
    remembered.set(participantOf(leaving));
    const body = bodyOf(leaving);
    body.set('quiet', '1');
    navigator.sendBeacon(leaving.action, body);
  });
  addEventListener('pageshow', ({ persisted }) => persisted && comeBack());
}

if (again && remembered.get() === participantOf(again)) {
  comeBack();
} else {
  if (live()) {
    setClock();
    tick();
    setInterval(tick, 1000);
  }
  watch();
  // The room has opened on the way from the button to here. Who comes back to this page has been inside.
  const button = document.querySelector('[data-go=now]');
  if (button && performance.getEntriesByType('navigation')[0]?.type === 'navigate') go(button);
}
