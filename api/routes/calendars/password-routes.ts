import { endPassword, LONGEST_NAME, makePassword } from '../../../commands/app-passwords/manage-passwords.ts';
import { passwordsFor, type AppPassword } from '../../../queries/app-passwords.ts';
import type { Actor } from '../../../policies/actor.ts';
import { id, instantOut, iso, isoOrNull, lineOfText, z } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { auth, principalNamed, principalParams, resource } from './fields.ts';

const path = '/api/principals/{principalId}/app-passwords' as const;

const newPassword = z.strictObject({ name: lineOfText(LONGEST_NAME) }).openapi('NewAppPassword');
const known = {
  id: id(),
  name: z.string(),
  createdAt: instantOut(),
  lastUsedAt: instantOut().nullable(),
};
const password = z.strictObject(known).openapi('AppPassword');
const passwordList = z.strictObject({ appPasswords: z.array(password) }).openapi('AppPasswords');
const madePassword = z.strictObject({ ...known, password: z.string() }).openapi('MadeAppPassword');
const endedPassword = z.strictObject({ id: id() }).openapi('EndedAppPassword');

const listRoute = defineRoute({
  method: 'get',
  path,
  operationId: 'listAppPasswords',
  resource,
  summary: 'See the passwords of a principal’s calendar programs',
  description: 'Those that work, the newest first, without themselves.',
  auth,
  params: principalParams,
  answer: { status: 200, description: 'The passwords.', schema: passwordList },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const found = await passwordsFor(deps, actor, whose(actor, params));
    return { appPasswords: found.map(presentPassword) };
  },
});

const createRoute = defineRoute({
  method: 'post',
  path,
  operationId: 'createAppPassword',
  resource,
  summary: 'Make a password for a calendar program',
  description:
    'The answer is the only one that has it. The user name is any address of the principal, the server is `PUBLIC_URL`. At most 50.',
  auth,
  params: principalParams,
  body: newPassword,
  answer: { status: 201, description: 'The password.', schema: madePassword },
  answerIsSecret: true,
  problems: ['not-found', 'too-many-entries'],
  handler: async ({ deps, actor, params, body: { name } }) => {
    const made = await makePassword(deps, actor, whose(actor, params), name);
    return { ...presentPassword(made), password: made.password };
  },
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: `${path}/{passwordId}`,
  operationId: 'deleteAppPassword',
  resource,
  summary: 'End a password at once',
  description: 'The program that has it is asked for another one.',
  auth,
  params: principalParams.extend({ passwordId: id() }),
  answer: { status: 200, description: 'It does not work any more.', schema: endedPassword },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const { id: passwordId } = namedBy(actor, params.passwordId, 'The password');
    await endPassword(deps, actor, whose(actor, params), passwordId);
    return { id: passwordId };
  },
});

function whose(actor: Actor, params: { principalId: string }): { tenantId: string; principalId: string } {
  const { tenantId, id: principalId } = principalNamed(actor, params);
  return { tenantId, principalId };
}

const presentPassword = ({ id, name, createdAt, lastUsedAt }: AppPassword): z.input<typeof password> => ({
  id,
  name,
  createdAt: iso(createdAt),
  lastUsedAt: isoOrNull(lastUsedAt),
});

export const passwordRoutes: readonly Route[] = [listRoute, createRoute, deleteRoute];
