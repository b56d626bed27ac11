import { distance } from 'fastest-levenshtein';

/** Names that many programs have; what is close to one of them is most likely another's. */
const EVERYBODYS = new Set(['HOST', 'PORT', 'LOG_LEVEL', 'XDG_CACHE_HOME']);

/** In characters: a shorter name has neighbours that are names of their own, as AMQP_URL is beside SMTP_URL. */
const LONG_NAME = 12;

export interface Mistyped {
  name: string;
  meant: string;
}

/**
 * The variables that are most likely mistyped names of ours: each is close to one that is not set itself.
 * Names made of words that our own names are made of are none (POSTGRES_HOST, SMTP_PORT): somebody has written what
 * they meant. So are those of containers' orchestrators (PARLEY_API_PORT) and of the shell.
 *
 * @param set names of the variables that are set
 * @param known the names that are read
 */
export function mistyped(set: readonly string[], known: readonly string[]): Mistyped[] {
  const words = new Set(known.flatMap((name) => name.split('_')));
  const meant = known.filter((name) => !EVERYBODYS.has(name) && !set.includes(name));
  return set
    .filter((name) => /^[A-Z][A-Z0-9_]+$/.test(name) && !known.includes(name))
    .flatMap((name) => {
      const closest = meant.find((one) => isSlip(name, one, words));
      return closest === undefined ? [] : [{ name, meant: closest }];
    });
}

/** One letter more, less or other, or two that changed places; in long names two of them. */
function isSlip(name: string, meant: string, words: ReadonlySet<string>): boolean {
  if (stemsOf(name) === stemsOf(meant)) return true;
  const apart = Math.abs(name.length - meant.length) > 2 ? Infinity : distance(name, meant);
  if (apart > 2 || (apart === 2 && meant.length < LONG_NAME && !changedPlaces(name, meant))) return false;
  return !name.split('_').every((word) => words.has(word));
}

const changedPlaces = (one: string, other: string): boolean =>
  [...one].sort().join('') === [...other].sort().join('');

/** MAIL_DOMAIN for MAIL_DOMAINS, FEED_ALLOW_HOSTS: each is made of words of ours, and nobody means one beside the other. */
const stemsOf = (name: string): string =>
  name
    .split('_')
    .map((word) => word.replace(/IES$/, 'Y').replace(/(?:(?<=X)ES|S|ED)$/, ''))
    .join('_');
