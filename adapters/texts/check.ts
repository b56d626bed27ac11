import type { FlatTexts } from './files.ts';
import { compileMessage, type Message } from './message.ts';

/**
 * What is wrong with the texts of one file, measured by the English ones: unknown keys, broken ICU MessageFormat, and
 * placeholders that are unknown or left out. What a text only chooses by (`select`, `plural`) it need not use.
 */
export function checkTexts(name: string, language: string, texts: FlatTexts, english: FlatTexts): string[] {
  return [...texts].flatMap(([key, source]) => {
    const model = english.get(key);
    if (model === undefined) return [`${name}: ${key} is not a text of Parley`];
    try {
      const message = compileMessage(source, language);
      const problems = checkPlaceholders(message, compileMessage(model, 'en'));
      if (problems.length === 0) tryOut(message);
      return problems.map((problem) => `${name}: ${key} ${problem}`);
    } catch (error) {
      return [`${name}: ${key} is not ICU MessageFormat (${(error as Error).message.split('\n')[0]})`];
    }
  });
}

function checkPlaceholders(message: Message, model: Message): string[] {
  const known = new Set([...model.inserts, ...model.choices.keys()]);
  const used = new Set([...message.inserts, ...message.choices.keys()]);
  const unknown = [...used].filter((placeholder) => !known.has(placeholder));
  const missing = [...model.inserts].filter((placeholder) => !message.inserts.has(placeholder));
  return [
    ...unknown.map((placeholder) => `has the unknown placeholder {${placeholder}}`),
    ...missing.map((placeholder) => `lacks the placeholder {${placeholder}}`),
    ...[...message.choices].flatMap(([placeholder, choices]) => {
      const possible = model.choices.get(placeholder);
      return [...choices]
        .filter((choice) => choice !== 'other' && possible !== undefined && !possible.has(choice))
        .map((choice) => `chooses by {${placeholder}} what never is: ${choice}`);
    }),
  ];
}

/** Formats it once: number and date skeletons are only read then. */
function tryOut(message: Message): void {
  message.format(
    Object.fromEntries([...message.inserts, ...message.choices.keys()].map((name) => [name, 1])),
  );
}
