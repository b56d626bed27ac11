import type { Context } from 'koa';
import getRawBody from 'raw-body';
import type { ApiDeps } from '../../../deps.ts';
import { isForeign } from '../../../middleware/foreign.ts';
import { MULTIPART, readForm } from '../../../middleware/form.ts';
import { sessionToken } from '../../../rooms/session-cookie.ts';
import { UnusableForm } from '../../form-body.ts';
import { requireOwn } from '../../owners/session.ts';

/** A file of a mebibyte, and the fields beside it. */
const LIMIT_BYTES = 1_048_576 + 65_536;

/** A form of this session's own pages that carries a file. @throws UnusableForm */
export async function readUpload(
  ctx: Context,
  deps: ApiDeps,
): Promise<{ fields: Readonly<Record<string, string>>; file: string }> {
  if (isForeign(ctx)) throw new UnusableForm(403);
  if (!ctx.is(MULTIPART)) throw new UnusableForm(415);
  const form = await readForm(await bodyOf(ctx), ctx.get('Content-Type')).catch(() => {
    throw new UnusableForm(400);
  });
  const { file, ...rest } = form;
  const fields = Object.fromEntries(Object.entries(rest).map(([name, bytes]) => [name, textOf(bytes)]));
  (ctx.state as { lang?: string }).lang = fields.lang ?? '';
  requireOwn(fields.form ?? '', sessionToken(ctx, deps));
  return { fields, file: textOf(file) };
}

const textOf = (bytes: Buffer | undefined): string => (bytes?.toString('utf8') ?? '').replaceAll('\0', '');

async function bodyOf(ctx: Context): Promise<Buffer> {
  try {
    return await getRawBody(ctx.req, { limit: LIMIT_BYTES, length: ctx.get('Content-Length') || null });
  } catch (error) {
    throw new UnusableForm((error as { type?: string }).type === 'entity.too.large' ? 413 : 400);
  }
}
