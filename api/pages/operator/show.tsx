import type { Context } from 'koa';
import type { VNode } from 'preact';
import type { Tenant } from '../../../queries/credentials.ts';
import { tenantOfOperator } from '../../../queries/operations/tenant.ts';
import type { ApiDeps } from '../../deps.ts';
import { readerOf, type Reader } from '../reader.ts';
import { sendPage } from '../render.tsx';
import { operatorFormToken, type Operator } from './session.ts';

/** What every page of an operator is made of. */
export interface OperatorContext {
  reader: Reader;
  /** Proves that a form is of this session's own pages. */
  form: string;
  productName: string;
}

/** Answers with a page for an operator, in their words. @param query by which a GET of the same path shows it again */
export async function sendOperatorPage(
  ctx: Context,
  deps: ApiDeps,
  operator: Operator,
  page: (context: OperatorContext) => VNode,
  options: { status?: number } = {},
): Promise<void> {
  const tenant: Tenant = await tenantOfOperator(deps, operator.actor, operator.tenantId);
  const reader = readerOf(ctx, deps.texts, { tenant: tenant.language, query: {} });
  const form = operatorFormToken(operator);
  sendPage(ctx, reader, page({ reader, form, productName: tenant.productName }), { ...options, live: true });
}
