import { z } from 'zod';
import type { EventType } from '../../../domain/booking/event-type.ts';
import { formAnswers, LONGEST_ANSWER, type Filled } from '../../../domain/booking/answers.ts';
import { defineForm, type FormDefinition } from '../forms/define-form.ts';
import { typedIn, type Again, type FieldError } from '../forms/submitted.ts';
import type { Reader } from '../reader.ts';

const LONGEST_NAME = 200;
const LONGEST_EMAIL = 254;

/** The field of a question. */
export const fieldOf = (key: string): string => `a_${key}`;

/** What a guest fills in to book an event type; the browser learns what is required. */
export const bookingForm = ({ questions }: Pick<EventType, 'questions'>): FormDefinition =>
  defineForm(
    z.object({
      name: z.string().max(LONGEST_NAME),
      email: z.string().max(LONGEST_EMAIL),
      ...Object.fromEntries(
        questions.map(({ key, kind, required }) => {
          const answer = z.string().max(LONGEST_ANSWER[kind]);
          return [fieldOf(key), required ? answer : answer.default('')];
        }),
      ),
    }),
  );

/** What a guest has filled in, without fault. */
export interface FilledForm {
  guest: { name: string; email: string };
  answers: Filled;
}

/** What was sent, or with what the form is shown again: everything that is wrong, each beside its field. */
export function readForm(
  { questions }: Pick<EventType, 'questions'>,
  form: URLSearchParams,
  { t }: Reader,
): { values: FilledForm | null; again: Again } {
  const typed = typedIn(form);
  const name = (typed.name ?? '').replace(/[\p{Cc}\p{Surrogate}]/gu, '').slice(0, LONGEST_NAME);
  const email = typed.email ?? '';
  const errors: FieldError[] = [];
  if (name === '') errors.push({ field: 'name', text: t('page.book.error.name') });
  if (email.length > LONGEST_EMAIL || !z.email().safeParse(email).success)
    errors.push({ field: 'email', text: t('page.book.error.email') });
  const answers = Object.fromEntries(
    questions.map(({ key }) => [key, (typed[fieldOf(key)] ?? '').replace(/\p{Surrogate}/gu, '')]),
  );
  for (const { key, code } of formAnswers(questions, answers).problems)
    errors.push({
      field: fieldOf(key),
      text: t(`page.book.error.answer.${code}`, { most: mostOf(questions, key) }),
    });
  const values = errors.length === 0 ? { guest: { name, email }, answers } : null;
  return { values, again: { typed, errors } };
}

const mostOf = (questions: EventType['questions'], key: string): number => {
  const question = questions.find((one) => one.key === key);
  return question ? LONGEST_ANSWER[question.kind] : 0;
};
