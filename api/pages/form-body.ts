import type { Context } from 'koa';
import getRawBody from 'raw-body';
import { limitsOf, TOKEN_NAMES } from '../limits/request.ts';
import { isForeign } from '../middleware/foreign.ts';

const LIMIT_BYTES = 64 * 1024;
/** As it is and as forms write it. */
const NUL = /\0|%00/g;

/** A form that cannot be read, with the HTTP status that says why. */
export class UnusableForm extends Error {
  readonly status: 400 | 403 | 413 | 415;

  constructor(status: UnusableForm['status']) {
    super('the form cannot be read');
    this.name = 'UnusableForm';
    this.status = status;
  }
}

/**
 * The fields of a form that one of our own pages sent. The language in it counts for the rest of the request.
 *
 * @throws UnusableForm, Problem too-many-requests
 */
export async function readForm(ctx: Context): Promise<URLSearchParams> {
  // Another site's form is not what its reader wanted to press.
  if (isForeign(ctx)) throw new UnusableForm(403);
  if (!ctx.is('application/x-www-form-urlencoded')) throw new UnusableForm(415);
  // NUL is in nothing that somebody types, and in nothing that is stored.
  const form = new URLSearchParams((await bodyOf(ctx)).replaceAll(NUL, ''));
  (ctx.state as { lang?: string }).lang = form.get('lang') ?? '';
  for (const name of TOKEN_NAMES) await limitsOf(ctx).countToken(form.get(name) ?? '');
  return form;
}

async function bodyOf(ctx: Context): Promise<string> {
  try {
    return await getRawBody(ctx.req, {
      limit: LIMIT_BYTES,
      length: ctx.get('Content-Length') || null,
      encoding: 'utf8',
    });
  } catch (error) {
    throw new UnusableForm((error as { type?: string }).type === 'entity.too.large' ? 413 : 400);
  }
}

/** A query parameter, of a repeated one the first. */
export function queryText(ctx: Context, name: string): string {
  const value = ctx.query[name];
  return ((Array.isArray(value) ? value[0] : value) ?? '').replaceAll('\0', '');
}
