import type { z } from 'zod';
import type { FormDefinition } from './define-form.ts';

/** What is wrong with a field, in the reader's words. */
export interface FieldError {
  field: string;
  text: string;
}

type Typed = Readonly<Record<string, string>>;

/** A form that is shown again. */
export interface Again<T extends Typed = Typed> {
  /** What stood in its fields; a box that is not there was not checked. */
  typed: T;
  errors: readonly FieldError[];
}

/** Values, or null where something is wrong; and with what the form is shown again. */
export type Checked<Values, T extends Typed = Typed> =
  { values: Values; again: Again<T> } | { values: null; again: Again<T> };

/** What a form submitted. @param words say what is wrong with a field */
export const submitted = <S extends z.ZodObject>(
  { schema }: FormDefinition<S>,
  form: URLSearchParams,
  words: (issue: z.core.$ZodIssue) => string,
): Checked<z.output<S>> => checked(schema, typedIn(form), words);

/** What a form submitted that refuses nothing. */
export const filledIn = <S extends z.ZodObject>(
  { schema }: FormDefinition<S>,
  form: URLSearchParams,
): z.output<S> => schema.parse(typedIn(form));

/** The same of fields that have been read, by a schema that knows more than the form. */
export function checked<S extends z.ZodType, T extends Typed>(
  schema: S,
  typed: T,
  words: (issue: z.core.$ZodIssue) => string,
): Checked<z.output<S>, T> {
  const read = schema.safeParse(typed);
  if (read.success) return { values: read.data, again: { typed, errors: [] } };
  const errors = read.error.issues.map((issue) => ({ field: String(issue.path[0]), text: words(issue) }));
  return { values: null, again: { typed, errors } };
}

/** What stands in the fields of a form that was sent; of a repeated one the first. */
export const typedIn = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...new Set(form.keys())].map((name) => [name, (form.get(name) ?? '').replaceAll('\r\n', '\n').trim()]),
  );

/** The form once more, with what turned out to be wrong only when it was to be done. */
export const refusedIn = <T extends Typed>(
  { typed, errors }: Again<T>,
  field: string,
  text: string,
): Again<T> => ({
  typed,
  errors: [...errors, { field, text }],
});
