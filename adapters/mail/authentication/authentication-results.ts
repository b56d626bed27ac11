/** One statement of a server about a message: `dkim=pass header.d=example.org` (RFC 8601 §2.2). */
export interface MethodResult {
  /** In lower case, without its version: `spf`, `dkim`, `dmarc`, `arc` … */
  method: string;
  /** In lower case: `pass`, `fail` … */
  result: string;
  /** By `ptype.property` in lower case, `header.d`; the first of a name counts. */
  properties: Record<string, string>;
  /** What stands in parentheses, where servers write the domain's policy. */
  comments: string[];
}

export interface AuthenticationResults {
  /** In lower case. */
  authservId: string;
  /**
   * The id stands first, unquoted and alone. The grammar (RFC 8601 §2.2) allows it in quotes, behind a comment and with a
   * version, and a server that takes out what claims its name (§5) may not know it there.
   */
  bare: boolean;
  /** Empty when the server did nothing (`none`). */
  results: MethodResult[];
}

const LONGEST = 32_000;

/**
 * Reads the value of an Authentication-Results field, or of an ARC-Authentication-Results one (RFC 8617 §4.1.1).
 * An own reader, since mailauth's breaks on nested comments, quoted semicolons and a second backslash, and this
 * is what a forged answer would go through.
 *
 * @param value the field's value, folded or not
 * @returns null when it cannot be what a server wrote
 */
export function parseAuthenticationResults(value: string): AuthenticationResults | null {
  const statements = value.length > LONGEST ? null : tokenize(value);
  if (!statements) return null;
  const [first, ...rest] = statements[0]?.instance ? statements.slice(1) : statements;
  const authservId = first?.words[0]?.toLowerCase();
  // Without an id nobody signs for the statements; servers that write it so cannot be told from a forger.
  if (!first || !authservId || first.pairs.length > 0) return null;
  if (rest.some(saysNothing)) return null;
  return {
    authservId,
    bare: first.words.length === 1 && BARE_ID.test(value),
    results: rest.flatMap(methodResult),
  };
}

const BARE_ID = /^\s*[^\s;()"=]+\s*(?:\([^;"]*)?(?:;|$)/;

/** Neither a method's result nor `none`; what is between two semicolons may be empty. */
const saysNothing = ({ pairs: [stated], words }: Statement): boolean =>
  stated === undefined
    ? words.length > 1 || (words[0] ?? 'none').toLowerCase() !== 'none'
    : stated.includes('');

/** Whether a value that cannot be read names the id, and might be a server's that calls itself so. */
export function mayBeOf(authservId: string, value: string): boolean {
  const [text, id] = [value.toLowerCase(), authservId.toLowerCase()];
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + id.length]];
    if (!/[\w.@-]/.test(before) && !/[\w.-]/.test(after)) return true;
  }
  return false;
}

interface Statement {
  /** `name=value`, with the words before `=` joined: a version or a dot may stand apart from its name. */
  pairs: [string, string][];
  /** What was no part of a pair. */
  words: string[];
  comments: string[];
  /** `i=1` alone, as an ARC set begins. */
  instance: boolean;
}

function methodResult({ pairs, comments }: Statement): MethodResult[] {
  const [stated, ...others] = pairs;
  if (!stated) return [];
  const [method = ''] = stated[0].split('/');
  const properties: Record<string, string> = {};
  for (const [name, text] of others) if (name.includes('.')) properties[name] ??= text;
  return [{ method, result: stated[1].toLowerCase(), properties, comments }];
}

/** Statements end at semicolons that are neither quoted nor in a comment. */
function tokenize(value: string): Statement[] | null {
  const scanner = new Scanner(value);
  const statements: Statement[] = [];
  while (!scanner.ended) {
    const statement = scanner.statement();
    if (!statement) return null;
    statements.push(statement);
  }
  return statements;
}

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  get #next(): string {
    return this.#text[this.#at] ?? '';
  }

  /** @returns null when a quote or a comment has no end */
  statement(): Statement | null {
    const comments: string[] = [];
    const pairs: [string, string][] = [];
    let words: string[] = [];
    while (!this.ended && this.#next !== ';') {
      if (/\s/.test(this.#next)) this.#at += 1;
      else if (this.#next === '(') {
        const comment = this.#comment();
        if (comment === null) return null;
        comments.push(comment);
      } else if (this.#next === '=') {
        this.#at += 1;
        if (!this.#skipSpace(comments)) return null;
        const text = this.#word(/[\s;(]/);
        if (text === null) return null;
        pairs.push([words.join('').toLowerCase(), text]);
        words = [];
      } else {
        const word = this.#word(/[\s;(=]/);
        if (word === null) return null;
        words.push(word);
      }
    }
    this.#at += 1;
    const instance = pairs.length === 1 && pairs[0]?.[0] === 'i' && /^\d+$/.test(pairs[0][1]);
    return { pairs, words, comments, instance };
  }

  #skipSpace(comments: string[]): boolean {
    for (;;) {
      if (/\s/.test(this.#next)) this.#at += 1;
      else if (this.#next === '(') {
        const comment = this.#comment();
        if (comment === null) return false;
        comments.push(comment);
      } else return true;
    }
  }

  /** Up to what ends it; of quoted strings, which may be only a part of it, the content. */
  #word(end: RegExp): string | null {
    let word = '';
    while (!this.ended && !end.test(this.#next)) {
      if (this.#next !== '"') {
        word += this.#next;
        this.#at += 1;
        continue;
      }
      const quoted = this.#quoted();
      if (quoted === null) return null;
      word += quoted;
    }
    return word;
  }

  #quoted(): string | null {
    let content = '';
    for (this.#at += 1; !this.ended; this.#at += 1) {
      if (this.#next === '"') {
        this.#at += 1;
        return content;
      }
      if (this.#next === '\\') this.#at += 1;
      content += this.#next;
    }
    return null;
  }

  /** RFC 5322 §3.2.2: comments nest, and a backslash takes the meaning of the character after it. */
  #comment(): string | null {
    let depth = 0;
    let content = '';
    for (; !this.ended; this.#at += 1) {
      if (this.#next === '\\') this.#at += 1;
      else if (this.#next === '(') depth += 1;
      else if (this.#next === ')' && --depth === 0) {
        this.#at += 1;
        return content.slice(1);
      }
      content += this.#next;
    }
    return null;
  }
}
