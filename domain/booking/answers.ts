import { hideAddresses } from '../meeting/privacy.ts';
import type { Question } from './event-type.ts';

/** What a guest answers to a question, with its words as they were then. */
export interface FormAnswer {
  label: string;
  value: string;
}

/** What a guest has filled in, by the keys of questions. */
export type Filled = Readonly<Record<string, string>>;

/** What is wrong with an answer. */
export type AnswerProblemCode = 'unknown' | 'missing' | 'tooLong' | 'noOption' | 'noPhone';

export interface AnswerProblem {
  key: string;
  code: AnswerProblemCode;
  /** For developers. */
  problem: string;
}

/** In characters. */
export const LONGEST_ANSWER = { text: 500, 'long-text': 5_000, choice: 500, phone: 40 } as const;
const PHONE = /^\+?[0-9][0-9 ()./-]{3,38}$/;

/** The answers to an event type's questions, in their order, or what is wrong with them. What nothing asks for is refused. */
export function formAnswers(
  questions: readonly Question[],
  filled: Filled,
): { answers: FormAnswer[]; problems: AnswerProblem[] } {
  const asked = new Set(questions.map(({ key }) => key));
  const unknown = Object.keys(filled).filter((key) => !asked.has(key));
  const problems: AnswerProblem[] = unknown.map((key) => ({
    key,
    code: 'unknown',
    problem: 'is no question',
  }));
  const answers: FormAnswer[] = [];
  for (const question of questions) {
    const value = (Object.hasOwn(filled, question.key) ? (filled[question.key] ?? '') : '').trim();
    const problem = problemOf(question, value);
    if (problem) problems.push({ key: question.key, ...problem });
    else if (value !== '') answers.push({ label: question.label, value });
  }
  return { answers, problems };
}

/** Also as guests see it, without addresses. */
const isOption = (options: Question['options'], value: string): boolean =>
  (options ?? []).some((option) => option === value || hideAddresses(option) === value);

function problemOf({ kind, required, options }: Question, value: string): Omit<AnswerProblem, 'key'> | null {
  if (value === '') return required ? { code: 'missing', problem: 'must be answered' } : null;
  const most = LONGEST_ANSWER[kind];
  if (value.length > most) return { code: 'tooLong', problem: `must have at most ${most} characters` };
  if (kind === 'choice' && !isOption(options, value))
    return { code: 'noOption', problem: 'must be one of its options' };
  return kind === 'phone' && !PHONE.test(value)
    ? { code: 'noPhone', problem: 'must be a phone number' }
    : null;
}
