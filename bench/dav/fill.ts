import { Pool } from 'undici';
import { createProgress } from '../../workers/embedded/progress.ts';
import type { DavRequest } from './client.ts';
import { textOf, wholeCalendar, type DavObject } from './objects.ts';
import { makeCalendar, putObject } from './requests.ts';
import type { Target } from './targets.ts';

const LOADERS = 8;
const progress = createProgress(process.stderr);

/** Makes a calendar and puts the objects into it, as clients do. */
export async function fill(target: Target, segment: string, objects: readonly DavObject[]): Promise<void> {
  const pool = new Pool(target.origin, { connections: LOADERS, headersTimeout: 600_000 });
  const path = target.calendar(segment);
  try {
    await progress.step(`putting ${objects.length} objects into ${target.name}`, async () => {
      await send(pool, makeCalendar(path, target.authorization));
      if (target.name === 'Radicale') await putWhole(pool, target, path, objects);
      else await putEach(pool, target, path, objects);
    });
  } finally {
    await pool.close();
  }
}

async function putEach(pool: Pool, target: Target, path: string, objects: readonly DavObject[]) {
  const waiting = objects.values();
  const loader = async (): Promise<void> => {
    for (const object of waiting)
      await send(pool, putObject(object.name, textOf(object))(path, target.authorization));
  };
  await Promise.all(Array.from({ length: LOADERS }, loader));
}

/** Radicale reads the whole calendar at each new object, and takes one as a whole. */
async function putWhole(pool: Pool, target: Target, path: string, objects: readonly DavObject[]) {
  await send(pool, putObject('', wholeCalendar(objects))(path, target.authorization));
}

/** @throws Error when it is refused */
async function send(pool: Pool, { method, path, headers, body }: DavRequest): Promise<void> {
  const answer = await pool.request({ method: method, path, headers, body: body ?? null });
  const text = await answer.body.text();
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
}
