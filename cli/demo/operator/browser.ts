import { setTimeout as wait } from 'node:timers/promises';
import { Difference, same } from '../difference.ts';
import type { Stage } from '../stage.ts';

const PATIENCE_MS = 60_000;

/** An operator with a browser: what they read, and what they press. */
export class OperatorBrowser {
  readonly #stage: Stage;
  readonly #cookie: string;

  private constructor(stage: Stage, cookie: string) {
    this.#stage = stage;
    this.#cookie = cookie;
  }

  /** Signs in with a key. @throws Difference when the key is refused */
  static async signedIn(stage: Stage, key: string): Promise<OperatorBrowser> {
    const response = await fetch(`${stage.url}/operator/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ key }),
      redirect: 'manual',
    });
    same('the status of the sign-in', response.status, 303);
    return new OperatorBrowser(stage, response.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  /** The words of a page, as they are read. */
  async read(path: string): Promise<string> {
    return wordsOf(await this.#html(path));
  }

  /** Reads a page again and again until it says all of that. @throws Difference when it does not in time */
  async until(path: string, ...said: string[]): Promise<string> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const words = await this.read(path);
      const missing = said.filter((one) => !words.includes(one));
      if (missing.length === 0) return words;
      if (Date.now() > deadline) throw new Difference(`what ${path} says`, missing, words);
      await wait(500);
    }
  }

  /**
   * Presses the first button of that name on a page.
   *
   * @returns the words of the page that follows
   * @throws Difference where there is no such button
   */
  async press(path: string, name: string): Promise<string> {
    const html = await this.#html(path);
    const form = [...html.matchAll(/<form[^>]* action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].find(([, , inside]) =>
      wordsOf(inside ?? '').startsWith(name),
    );
    if (!form) throw new Difference(`the buttons of ${path}`, name, wordsOf(html));
    const fields = [...(form[2] ?? '').matchAll(/<input[^>]*>/g)].map(([input]): [string, string] => [
      attribute(input, 'name'),
      attribute(input, 'value'),
    ]);
    const response = await fetch(this.#stage.url + (form[1] ?? ''), {
      method: 'POST',
      headers: { cookie: this.#cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    same(`the status of “${name}”`, response.status, 303);
    return this.read(response.headers.get('location') ?? '');
  }

  async #html(path: string): Promise<string> {
    const response = await fetch(new URL(path, this.#stage.url), {
      headers: { cookie: this.#cookie, 'accept-language': 'en' },
      redirect: 'manual',
    });
    same(`the status of ${path}`, response.status, 200);
    return response.text();
  }
}

const wordsOf = (html: string): string =>
  unescaped(html.replace(/<(head|script)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
