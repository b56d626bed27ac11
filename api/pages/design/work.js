// Before a form is sent, this machine works for about a second: a person does not notice, who sends thousands does.
const form = document.querySelector('form[data-work]');
const bits = Number(form.dataset.work);
const encoder = new TextEncoder();
const AT_ONCE = 512;

const isEnough = (digest) => new DataView(digest).getUint32(0) >>> (32 - bits) === 0;

const solve = async (text) => {
  for (let first = 0; ; first += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, nth) => first + nth);
    const digests = await Promise.all(
      numbers.map((number) => crypto.subtle.digest('SHA-256', encoder.encode(`${text}|${number}`))),
    );
    const found = digests.findIndex(isEnough);
    if (found >= 0) return numbers[found];
  }
};

let isWorking = false;
form.addEventListener('submit', async (event) => {
  // Another zone is no booking.
  if (event.submitter?.name === 'action') return;
  event.preventDefault();
  event.stopPropagation();
  if (isWorking) return;
  isWorking = true;
  event.submitter?.setAttribute('aria-disabled', 'true');
  const data = new FormData(form);
  const text = ['stamp', 'start', 'email'].map((name) => String(data.get(name) ?? '').trim()).join('|');
  form.elements.namedItem('work').value = String(await solve(text));
  form.submit();
});
// It comes back out of the browser's memory as it was left.
addEventListener('pageshow', () => {
  isWorking = false;
  for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
});
