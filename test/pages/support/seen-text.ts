/** A text that a reader sees, and how it stands out from what is behind it (WCAG 2.2 §1.4.3). */
export interface SeenText {
  text: string;
  contrast: number;
}

/** For the browser: every visible text of the page. */
export const LOOK_AT_TEXTS = `(() => {
  const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = numbers(colour)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const contrast = (element) => {
    const [one, other] = [getComputedStyle(element).color, behind(element)].map(luminance);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() !== '' && element.checkVisibility())
      seen.push({ text: node.data, contrast: contrast(element) });
  }
  return seen;
})()`;
