import { pathTo } from '../render.tsx';
import { useReader } from '../reader.ts';

/** The languages that the page can be read in, each by its own name; links, so that they need no script. */
export function LanguageChooser() {
  const { t, language, choice } = useReader();
  if (!choice || choice.languages.length < 2) return null;
  return (
    <nav aria-label={t('page.layout.languages')}>
      <ul class="languages">
        {choice.languages.map((tag) => (
          <li>
            <a
              lang={tag}
              hreflang={tag}
              href={pathTo('', { ...choice.query, lang: tag })}
              aria-current={tag === language ? 'true' : undefined}
            >
              {nameOf(tag)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function nameOf(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
