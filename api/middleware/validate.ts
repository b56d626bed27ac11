import type { z } from 'zod';
import { issueWords } from '../../config/index.ts';
import { invalidRequest } from './problems.ts';
import type { FieldProblem } from './problem.ts';

/** @throws Problem invalid-body, or unknown-field when nothing else is wrong; with every problem at once */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { error: issueWords });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const onlyUnknownFields = issues.every((issue) => issue.code === 'unrecognized_keys');
  throw invalidRequest(issues.flatMap(fieldProblems).slice(0, MOST_SHOWN), onlyUnknownFields);
}

const MOST_SHOWN = 50;

/** Each field that is not known is a problem of its own. */
function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: issue.message }];
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not a known field' }));
}

/** Names that came are of any length. */
const pathOf = (names: readonly PropertyKey[]): string => names.join('.').slice(0, 100);
