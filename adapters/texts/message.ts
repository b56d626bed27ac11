import { IntlMessageFormat } from 'intl-messageformat';
import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { TextValues } from './keys.ts';

export interface Message {
  format(values: TextValues): string;
  /** What it inserts, and what it only chooses by, with the choices that it knows. */
  inserts: ReadonlySet<string>;
  choices: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Compiles one text in ICU MessageFormat. Tags are plain text: nothing in a text is markup.
 *
 * @throws Error that says what is wrong with its form
 */
export function compileMessage(source: string, language: string): Message {
  const message = new IntlMessageFormat(source, language, undefined, { ignoreTag: true });
  const elements = message.getAst();
  const inserts = new Set<string>();
  const choices = new Map<string, Set<string>>();
  collect(elements, inserts, choices);
  const [only] = elements;
  const constant = elements.length <= 1 && (!only || only.type === TYPE.literal) ? (only?.value ?? '') : null;
  return {
    format: constant === null ? (values) => String(message.format(values)) : () => constant,
    inserts,
    choices,
  };
}

function collect(
  elements: readonly MessageFormatElement[],
  inserts: Set<string>,
  choices: Map<string, Set<string>>,
): void {
  for (const element of elements) {
    switch (element.type) {
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        inserts.add(element.value);
        break;
      case TYPE.select:
      case TYPE.plural: {
        const known = choices.get(element.value) ?? new Set();
        choices.set(element.value, known);
        for (const [choice, option] of Object.entries(element.options)) {
          if (element.type === TYPE.select) known.add(choice);
          collect(option.value, inserts, choices);
        }
        break;
      }
      default:
    }
  }
}
