export interface FeedTarget {
  /** Without user and password, http or https. */
  url: URL;
  /** The value of Authorization (RFC 7617); null: the address has no user. */
  authorization: string | null;
}

export type FeedUrlProblem = 'url-invalid' | 'url-not-https';

/** Longer ones are nobody's calendar. */
export const LONGEST_FEED_URL = 4096;

/**
 * Reads the address of a feed as its owner pasted it. `webcal` and `webcals` mean https, also where http is allowed: whoever
 * wants http writes it, so that nobody on the way can choose it. Odd notations of IP addresses become the usual one here
 * (WHATWG URL §3.5).
 */
export function readFeedUrl(
  text: string,
  { allowHttp }: { allowHttp: boolean },
): FeedTarget | FeedUrlProblem {
  if (text.length > LONGEST_FEED_URL) return 'url-invalid';
  try {
    const url = new URL(withoutWebcal(text));
    return schemeProblem(url, allowHttp) ?? { url: withoutUser(url), authorization: authorizationOf(url) };
  } catch {
    // The error of URL quotes what it was given.
    return 'url-invalid';
  }
}

/** Why an address cannot be a feed's, as far as it can be told without fetching it; null: it may be one. */
export function feedUrlProblem(text: string, rules: { allowHttp: boolean }): FeedUrlProblem | null {
  const read = readFeedUrl(text, rules);
  return typeof read === 'string' ? read : null;
}

/**
 * Where a redirect leads. The user's name and password go on only to the same origin; those in the Location are not the
 * owner's and are left out.
 *
 * @param location the header's octets as Latin-1
 */
export function redirectedFrom(
  from: FeedTarget,
  location: string,
  { allowHttp }: { allowHttp: boolean },
): FeedTarget | FeedUrlProblem {
  try {
    const text = Buffer.from(location, 'latin1').toString('utf8');
    const url = new URL(withoutWebcal(text), from.url);
    const problem = schemeProblem(url, allowHttp);
    if (problem !== null) return problem;
    return {
      url: withoutUser(url),
      authorization: url.origin === from.url.origin ? from.authorization : null,
    };
  } catch {
    return 'url-invalid';
  }
}

/** Before the address is taken apart: the host of a scheme that URL does not know is left as it is written. */
const withoutWebcal = (text: string): string => text.trim().replace(/^webcals?:/i, 'https:');

function schemeProblem({ protocol }: URL, allowHttp: boolean): FeedUrlProblem | null {
  if (protocol === 'https:' || (protocol === 'http:' && allowHttp)) return null;
  return protocol === 'http:' ? 'url-not-https' : 'url-invalid';
}

function withoutUser(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  return bare;
}

/** @throws URIError when a % encodes nothing */
function authorizationOf({ username, password }: URL): string | null {
  if (username === '' && password === '') return null;
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}`;
}
