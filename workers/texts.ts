import type { Logger } from 'pino';
import { loadTexts } from '../adapters/texts/load.ts';
import type { Texts } from '../adapters/texts/texts.ts';
import type { Config } from '../config/index.ts';

/**
 * The configured texts; the log says which languages lack some.
 *
 * @throws ConfigError with everything that is wrong with the user's files
 */
export function configuredTexts(config: Config, log: Logger): Texts {
  const texts = loadTexts(config.texts);
  for (const language of texts.languages) {
    const missing = texts.missing(language);
    if (missing > 0) log.warn({ language, missing }, 'English stands in for the texts that a language lacks');
  }
  return texts;
}
