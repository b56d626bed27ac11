// Puts a booking page where its script tag stands, as high as the page is.
(() => {
  const script = document.currentScript;
  const { parley = '', link, name, email, zone, lang, length, title } = script.dataset;
  const home = new URL(script.src);
  const url = new URL(`${parley.split('/').map(encodeURIComponent).join('/')}`, home);
  const set = (field, value) => value && url.searchParams.set(field, value);
  set('k', link);
  set('name', name);
  set('email', email);
  set('zone', zone);
  set('lang', lang);
  set('length', length);
  // Answers to the event type's questions: data-a_KEY.
  for (const { name: attribute, value } of script.attributes)
    if (attribute.startsWith('data-a_')) set(attribute.slice('data-'.length), value);
  set('site', location.origin);

  const frame = document.createElement('iframe');
  frame.src = url.href;
  frame.title = title || 'Booking';
  frame.style.cssText = 'display:block;width:100%;height:640px;border:0;color-scheme:normal';
  script.after(frame);

  // A browser that does not show the page here tells nobody: then there is no word of it, and a link instead.
  let isShown = false;
  frame.addEventListener('load', () =>
    setTimeout(() => {
      if (isShown) return;
      const away = document.createElement('a');
      url.searchParams.delete('site');
      away.href = url.href;
      away.target = '_blank';
      away.rel = 'noopener';
      away.textContent = frame.title;
      frame.replaceWith(away);
    }, 3_000),
  );

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== home.origin || source !== frame.contentWindow) return;
    isShown = true;
    const height = Number(data?.parley?.height);
    if (height > 0) frame.style.height = `${Math.min(Math.ceil(height), 10_000)}px`;
  });
})();
