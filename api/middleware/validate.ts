import type { z } from 'zod';
import { invalidRequest } from './problems.ts';
import type { FieldProblem } from './problem.ts';

/** @throws Problem invalid-body, or unknown-field when nothing else is wrong; with every problem at once */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const onlyUnknownFields = issues.every((issue) => issue.code === 'unrecognized_keys');
  throw invalidRequest(issues.flatMap(fieldProblems).slice(0, MOST_SHOWN), onlyUnknownFields);
}

const MOST_SHOWN = 50;

function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key].join('.').slice(0, 100),
    message: 'is not a known field',
  }));
}
