import type Router from '@koa/router';
import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { operating, readOperatorForm, type Operator } from './session.ts';

/** Shows a page to an operator. */
export type Show = (ctx: Context, deps: ApiDeps, operator: Operator) => Promise<void>;
/** Does what a form of theirs asks for. */
export type Take = (ctx: Context, deps: ApiDeps, operator: Operator, form: URLSearchParams) => Promise<void>;

/** How the paths of operators are added: whoever is none is sent to sign in, and forms are those of their own pages. */
export const operatorDoors = (router: Router, deps: ApiDeps) => ({
  get: (path: string, show: Show) =>
    router.get(path, async (ctx) => {
      const operator = await operating(ctx, deps);
      if (operator) await show(ctx, deps, operator);
    }),
  post: (path: string, take: Take) =>
    router.post(path, async (ctx) => {
      const operator = await operating(ctx, deps);
      if (operator) await take(ctx, deps, operator, await readOperatorForm(ctx, operator));
    }),
});

export const idIn = (ctx: Context): string => (ctx.params as { id?: string }).id ?? '';
