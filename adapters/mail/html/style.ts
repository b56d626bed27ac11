import { tokens, type Colours } from '../../design/tokens.ts';

const { light, dark } = tokens.colours;
const { space, radius, weight, font } = tokens;
type TypeName = keyof typeof tokens.type;

/** The size and line height of a step of the type scale, as inline style. */
const type = (name: TypeName): string =>
  `font-size:${tokens.type[name].size}px;line-height:${tokens.type[name].line}px;`;

const family = `font-family:${font.sans};`;

/** Inline styles: mail programs drop style sheets. Colours are those of the light scheme. */
export const style = {
  body: `margin:0;padding:0;background:${light.page};-webkit-text-size-adjust:100%;`,
  page: `background:${light.page};`,
  frame: `padding:${space.xl}px ${space.s}px ${space.xxl}px;`,
  column: `width:100%;max-width:${tokens.width.text}px;margin:0 auto;`,
  brand: `${family}${type('small')}font-weight:${weight.bold};color:${light.muted};padding:0 ${space.xs}px ${space.m}px;letter-spacing:.01em;`,
  card: `background:${light.surface};border:1px solid ${light.line};border-radius:${radius.l}px;padding:${space.xl}px ${space.l}px;`,
  eyebrow: `${family}${type('small')}color:${light.muted};margin:0 0 ${space.xxs}px;word-break:break-word;`,
  heading: `${family}${type('title')}font-weight:${weight.bold};color:${light.ink};letter-spacing:-.018em;margin:0 0 ${space.s}px;word-break:break-word;text-wrap:balance;`,
  paragraph: `${family}${type('body')}color:${light.ink};margin:0 0 ${space.m}px;word-break:break-word;`,
  time: `background:${light.sunken};border-left:3px solid ${light.accent};border-radius:${radius.s}px;padding:${space.m}px;`,
  timePast: `background:${light.sunken};border-left:3px solid ${light.line};border-radius:${radius.s}px;padding:${space.s}px ${space.m}px;`,
  label: `${family}${type('caption')}font-weight:${weight.medium};color:${light.muted};margin:0 0 ${space.xxs}px;`,
  day: `${family}${type('lead')}font-weight:${weight.bold};color:${light.ink};margin:0;`,
  clock: `${family}${type('lead')}color:${light.ink};margin:0;font-variant-numeric:tabular-nums;`,
  zone: `${family}${type('caption')}color:${light.muted};margin:${space.xxs}px 0 0;word-break:break-word;`,
  past: `${family}${type('small')}color:${light.muted};margin:0;text-decoration:line-through;`,
  quote: `background:${light.accentSoft};border-radius:${radius.m}px;padding:${space.m}px;`,
  quoteFrom: `${family}${type('caption')}font-weight:${weight.medium};color:${light.onAccentSoft};margin:0 0 ${space.xxs}px;word-break:break-word;`,
  quoteText: `${family}${type('body')}color:${light.onAccentSoft};margin:0;word-break:break-word;`,
  primary: `${family}${type('body')}display:block;padding:13px ${space.l}px;border-radius:${radius.m}px;background:${light.accent};border:1px solid ${light.accent};color:${light.onAccent};font-weight:${weight.bold};text-align:center;text-decoration:none;`,
  secondary: `${family}${type('body')}display:block;padding:13px ${space.l}px;border-radius:${radius.m}px;background:${light.surface};border:1px solid ${light.edge};color:${light.ink};font-weight:${weight.bold};text-align:center;text-decoration:none;`,
  /** Of a button that shares its row, which a telephone is narrow for. */
  beside: (weight: 'primary' | 'secondary' | 'quiet'): string =>
    `${style[weight]}${type('small')}padding-left:${space.xxs}px;padding-right:${space.xxs}px;white-space:nowrap;`,
  quiet: `${family}${type('small')}color:${light.accent};font-weight:${weight.medium};text-decoration:underline;`,
  quietRow: `padding:${space.xs}px 0 0;text-align:center;`,
  footer: `padding:${space.l}px ${space.xs}px 0;`,
  footerLine: `${family}${type('caption')}color:${light.muted};margin:0 0 ${space.xxs}px;word-break:break-word;`,
  preheader:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;',
} as const;

type Rule = Partial<Record<'color' | 'background' | 'border-color' | 'border-left-color', keyof Colours>>;

/** What changes in the dark, by class. */
const DARK: Record<string, Rule> = {
  'p-page': { background: 'page' },
  'p-card': { background: 'surface', 'border-color': 'line' },
  'p-ink': { color: 'ink' },
  'p-muted': { color: 'muted' },
  'p-time': { background: 'sunken', 'border-left-color': 'accent' },
  'p-time-past': { background: 'sunken', 'border-left-color': 'line' },
  'p-quote': { background: 'accentSoft' },
  'p-quote-ink': { color: 'onAccentSoft' },
  'p-primary': { background: 'accent', 'border-color': 'accent', color: 'onAccent' },
  'p-secondary': { background: 'surface', 'border-color': 'edge', color: 'ink' },
  'p-quiet': { color: 'accent' },
};

/** For the programs that keep a style sheet: the dark scheme, and a little more room where there is some. */
export const sheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  `@media (min-width:480px){.p-card{padding:${space.xxl - 8}px ${space.xxl - 8}px!important}}`,
  `@media (prefers-color-scheme:dark){${Object.entries(DARK).map(darkRule).join('')}}`,
].join('\n');

function darkRule([name, rule]: [string, Rule]): string {
  const declarations = Object.entries(rule).map(
    ([property, colour]) => `${property}:${dark[colour]}!important`,
  );
  return `.${name}{${declarations.join(';')}}`;
}

export const gap = space;
