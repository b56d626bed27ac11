import type { ProblemCode } from '../middleware/problem.ts';
import type { Route } from '../routes/route.ts';

/** What every route of a kind may answer, besides what it names itself. */
export function commonProblems(route: Route): ProblemCode[] {
  return [
    ...authProblems(route),
    ...(route.method === 'get' ? [] : CHANGE_PROBLEMS),
    ...(route.query ? QUERY_PROBLEMS : []),
    ...alwaysPossible(route),
  ];
}

const QUERY_PROBLEMS: readonly ProblemCode[] = ['invalid-body', 'unknown-field'];

const CHANGE_PROBLEMS: readonly ProblemCode[] = [
  'invalid-json',
  'invalid-idempotency-key',
  'too-large',
  'unsupported-media-type',
  'invalid-body',
  'unknown-field',
  'idempotency-key-reused',
  'idempotency-in-flight',
];

function authProblems({ auth }: Route): ProblemCode[] {
  switch (auth.kind) {
    case 'none':
    case 'token':
      return [];
    case 'key':
    case 'anyone':
    case 'key-or-session':
      return ['unauthorized', 'forbidden'];
    case 'signature':
      return ['invalid-signature'];
    case 'signature-or-key':
      return ['unauthorized', 'forbidden', 'invalid-signature'];
    case 'provider':
      return ['invalid-signature', 'not-configured'];
  }
}

/** Liveness and metrics are answered by the process alone, and are not counted. */
const alwaysPossible = ({ auth }: Route): ProblemCode[] =>
  auth.kind === 'none'
    ? ['misdirected-request']
    : ['misdirected-request', 'too-many-requests', 'internal', 'database-unavailable'];
