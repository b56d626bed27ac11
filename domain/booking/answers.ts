import type { Question } from './event-type.ts';

/** What a guest answers to a question, with its words as they were then. */
export interface FormAnswer {
  label: string;
  value: string;
}

/** What a guest has filled in, by the keys of questions. */
export type Filled = Readonly<Record<string, string>>;

export interface AnswerProblem {
  key: string;
  problem: string;
}

const LONGEST = { text: 500, 'long-text': 5_000, choice: 500, phone: 40 } as const;
const PHONE = /^\+?[0-9][0-9 ()./-]{3,38}$/;

/** The answers to an event type's questions, in their order, or what is wrong with them. What nothing asks for is refused. */
export function formAnswers(
  questions: readonly Question[],
  filled: Filled,
): { answers: FormAnswer[]; problems: AnswerProblem[] } {
  const asked = new Set(questions.map(({ key }) => key));
  const unknown = Object.keys(filled).filter((key) => !asked.has(key));
  const problems = unknown.map((key) => ({ key, problem: 'is no question' }));
  const answers: FormAnswer[] = [];
  for (const question of questions) {
    const value = (Object.hasOwn(filled, question.key) ? (filled[question.key] ?? '') : '').trim();
    const problem = problemOf(question, value);
    if (problem) problems.push({ key: question.key, problem });
    else if (value !== '') answers.push({ label: question.label, value });
  }
  return { answers, problems };
}

function problemOf({ kind, required, options }: Question, value: string): string | null {
  if (value === '') return required ? 'must be answered' : null;
  if (value.length > LONGEST[kind]) return `must have at most ${LONGEST[kind]} characters`;
  if (kind === 'choice' && !options?.includes(value)) return 'must be one of its options';
  return kind === 'phone' && !PHONE.test(value) ? 'must be a phone number' : null;
}
