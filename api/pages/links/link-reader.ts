import type { Context } from 'koa';
import type { LinkView } from '../../../queries/links.ts';
import type { Texts } from '../../../adapters/texts/texts.ts';
import { readerOf, type Reader } from '../reader.ts';

/**
 * The reader of a link's page: without a choice, in the language of their invitation.
 *
 * @param query opens the same page by GET
 */
export const linkReader = (
  ctx: Context,
  texts: Texts,
  link: LinkView,
  query?: Record<string, string>,
): Reader =>
  readerOf(ctx, texts, {
    invitation: link.readerLanguage,
    tenant: link.tenantLanguage,
    ...(query && { query }),
  });
