/** The colours of one scheme. Text on `surface`, `page` and `accentSoft` reaches at least 4.5:1 (WCAG 2.2 §1.4.3). */
export interface Colours {
  /** Behind everything. */
  page: string;
  /** Cards and sheets. */
  surface: string;
  /** Quiet fields inside a card: a time that is shown, a quotation. */
  sunken: string;
  ink: string;
  /** Secondary text. */
  muted: string;
  /** Hairlines. */
  line: string;
  /** Borders of fields and secondary buttons: 3:1 against `surface` (WCAG 2.2 §1.4.11). */
  edge: string;
  accent: string;
  /** Text on `accent`. */
  onAccent: string;
  accentHover: string;
  accentSoft: string;
  /** Text on `accentSoft`. */
  onAccentSoft: string;
  danger: string;
  onDanger: string;
  dangerSoft: string;
  warning: string;
  warningSoft: string;
  /** The ring around what has the keyboard's focus. */
  focus: string;
}

const light: Colours = {
  page: '#f5f4f0',
  surface: '#ffffff',
  sunken: '#f8f7f4',
  ink: '#191c1b',
  muted: '#5a625f',
  line: '#e5e3dc',
  edge: '#8b918e',
  accent: '#1c5d50',
  onAccent: '#ffffff',
  accentHover: '#154a40',
  accentSoft: '#e6f0ec',
  onAccentSoft: '#164a40',
  danger: '#a3342b',
  onDanger: '#ffffff',
  dangerSoft: '#faebe8',
  warning: '#80560a',
  warningSoft: '#fbf2df',
  focus: '#2f7fd6',
};

const dark: Colours = {
  page: '#101312',
  surface: '#191d1b',
  sunken: '#202523',
  ink: '#eef0ed',
  muted: '#a6afaa',
  line: '#2c322f',
  edge: '#6f7975',
  accent: '#85cfb9',
  onAccent: '#0b211b',
  accentHover: '#9fdcc9',
  accentSoft: '#1d322b',
  onAccentSoft: '#b5e4d5',
  danger: '#f0988e',
  onDanger: '#2a0d0a',
  dangerSoft: '#381e1b',
  warning: '#e6c078',
  warningSoft: '#33291a',
  focus: '#7db6f2',
};

/** The one set of type, space, shape and colour that every page and every mail is made of. Lengths are CSS pixels. */
export const tokens = {
  font: {
    sans: "ui-sans-serif, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
    mono: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  },
  /** Sizes with the line height that belongs to each. */
  type: {
    caption: { size: 13, line: 20 },
    small: { size: 14, line: 21 },
    body: { size: 16, line: 25 },
    lead: { size: 18, line: 28 },
    heading: { size: 20, line: 28 },
    title: { size: 26, line: 33 },
    display: { size: 36, line: 43 },
  },
  weight: { regular: 400, medium: 500, bold: 600 },
  space: { xxs: 4, xs: 8, s: 12, m: 16, l: 24, xl: 32, xxl: 48, xxxl: 72 },
  radius: { s: 6, m: 10, l: 16 },
  /** The widest that a card of text becomes. */
  width: { text: 560, page: 1080 },
  shadow: { card: '0 1px 2px rgb(16 24 20 / 0.05), 0 8px 28px rgb(16 24 20 / 0.06)' },
  motion: { quick: '140ms ease-out' },
  /** The least height and width of what is pressed with a finger (WCAG 2.2 §2.5.5). */
  target: 44,
  colours: { light, dark },
} as const;

/** The tokens as CSS custom properties: `--ink`, `--space-m`, `--type-title`, … in both colour schemes. */
export function cssVariables(): string {
  const shapes = [
    ...Object.entries(tokens.font).map(([name, value]) => `--font-${name}:${value}`),
    ...Object.entries(tokens.type).flatMap(([name, { size, line }]) => [
      `--type-${name}:${rem(size)}`,
      `--line-${name}:${(line / size).toFixed(3)}`,
    ]),
    ...Object.entries(tokens.weight).map(([name, value]) => `--weight-${name}:${value}`),
    ...Object.entries(tokens.space).map(([name, value]) => `--space-${name}:${rem(value)}`),
    ...Object.entries(tokens.radius).map(([name, value]) => `--radius-${name}:${value}px`),
    ...Object.entries(tokens.width).map(([name, value]) => `--width-${name}:${rem(value)}`),
    ...Object.entries(tokens.shadow).map(([name, value]) => `--shadow-${name}:${value}`),
    ...Object.entries(tokens.motion).map(([name, value]) => `--motion-${name}:${value}`),
    `--target:${tokens.target}px`,
  ];
  return (
    `:root{color-scheme:light dark;${[...shapes, ...colourVariables(light)].join(';')}}` +
    `@media (prefers-color-scheme:dark){:root{${colourVariables(dark).join(';')}}}`
  );
}

/** Text grows with the reader's own setting. */
const rem = (pixels: number): string => `${pixels / 16}rem`;

const colourVariables = (colours: Colours): string[] =>
  Object.entries(colours).map(
    ([name, value]) =>
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value as string}`,
  );
