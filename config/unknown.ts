import { closest, distance } from 'fastest-levenshtein';
import { mistyped } from './mistyped.ts';
import { environmentSchema } from './schema.ts';

const PREFIX = 'PARLEY_';
/** In characters: further away, a name is most likely not what was meant. */
const NEAR = 5;

/**
 * A sentence for each variable that by its name is for Parley and that nothing reads, to be told as Parley starts. Slips are
 * none of them: they keep it from starting (`loadConfig`).
 *
 * @param env variables by name; empty ones count as absent
 */
export function unknownVariables(env: Record<string, string | undefined> = process.env): string[] {
  const set = Object.keys(env).filter((name) => env[name] !== undefined && env[name] !== '');
  const known = Object.keys(environmentSchema.shape);
  const explained = new Set([...known, ...mistyped(set, known).map(({ name }) => name), ...ofServices(set)]);
  return set
    .filter((name) => name.startsWith(PREFIX) && !explained.has(name))
    .map((name) => {
      const meant = meantBy(name, known);
      return `${name} is not known; ${meant === null ? 'the README has all settings.' : `did you mean ${meant}?`}`;
    });
}

/** Of our names most have no prefix, and somebody may have written one; else the nearest of those that have. */
function meantBy(name: string, known: readonly string[]): string | null {
  const bare = name.slice(PREFIX.length);
  if (known.includes(bare)) return bare;
  const nearest = closest(
    name,
    known.filter((one) => one.startsWith(PREFIX)),
  );
  return distance(name, nearest) <= NEAR ? nearest : null;
}

/** What Kubernetes gives beside each service, which may well be called parley, or parley-api. */
function ofServices(set: readonly string[]): string[] {
  const stems = set.flatMap((name) => /^(.+)_SERVICE_HOST$/.exec(name)?.[1] ?? []);
  const ofThem = stems.flatMap((stem) => [`${stem}_SERVICE_`, `${stem}_PORT_`]);
  return set.filter((name) => ofThem.some((start) => `${name}_`.startsWith(start)));
}
