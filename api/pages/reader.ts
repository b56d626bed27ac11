import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Context } from 'koa';
import { canonicalTag } from '../../adapters/texts/language.ts';
import type { Texts, Wording } from '../../adapters/texts/texts.ts';
import { queryText } from './form-body.ts';

/** Who a page is rendered for, as far as its words go. */
export interface Reader extends Wording {
  /** The language that the reader chose; links and forms keep it. Empty: it was found out in another way. */
  chosen: string;
  /** What a reader can choose from, and the query that opens this page again; null: it cannot be opened again. */
  choice: { languages: readonly string[]; query: Record<string, string> } | null;
}

interface About {
  /** The language of the reader's own invitation (BCP 47). */
  invitation?: string | null;
  /** The tenant's default (BCP 47). */
  tenant?: string | null;
  /** For the answer to a POST: the query by which a GET of the same path shows the same. */
  query?: Record<string, string>;
}

/** What a page's address may carry besides its language. */
const QUERY = [
  't',
  'r',
  'c',
  's',
  'p',
  'room',
  'to',
  'of',
  'month',
  'day',
  'at',
  'length',
  'name',
  'zone',
  'edit',
  'start',
  'end',
  'from',
  'as',
  'state',
  'after',
  'k',
  'email',
  'site',
  'b',
];
/** What a booking's form is filled with before anybody has typed: answers, by the keys of questions. */
const PREFILLED = /^a_[\w-]{1,60}$/;
const MOST_PREFILLED = 50;
/** More than that, no browser sends. */
const MOST_LANGUAGES = 12;

/**
 * The reader's language: what they chose, else their invitation's, else what their browser prefers, else the tenant's,
 * else the installation's default.
 */
export function readerOf(ctx: Context, texts: Texts, about: About = {}): Reader {
  const chosen = chosenLanguage(ctx);
  const preferred = ctx.acceptsLanguages().slice(0, MOST_LANGUAGES);
  const wording = texts.wordingFor(chosen, about.invitation, ...preferred, about.tenant);
  const query = ctx.method === 'POST' ? (about.query ?? null) : queryOf(ctx);
  return { ...wording, chosen, choice: query && { languages: texts.languages, query } };
}

/** For pages of developers, which are in English only. */
export const englishReader = (texts: Texts): Reader => ({
  ...texts.wordingFor('en'),
  chosen: '',
  choice: null,
});

/** What `?lang=` or a form's field says, in its canonical form; empty when it says nothing. */
export function chosenLanguage(ctx: Context): string {
  const { lang } = ctx.state as { lang?: string };
  return canonicalTag(lang ?? queryText(ctx, 'lang')) ?? '';
}

const queryOf = (ctx: Context): Record<string, string> =>
  Object.fromEntries(
    [
      ...QUERY,
      ...Object.keys(ctx.query)
        .filter((name) => PREFILLED.test(name))
        .slice(0, MOST_PREFILLED),
    ].map((name) => [name, queryText(ctx, name)]),
  );

export const ReaderContext = createContext<Reader | null>(null);

/** The reader of the page that a component is part of. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('a page is rendered without its reader');
  return reader;
}
