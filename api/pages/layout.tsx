import type { ComponentChildren } from 'preact';
import { LanguageChooser } from './components/language-chooser.tsx';
import { css, icon, script } from './design/assets.ts';
import { useReader } from './reader.ts';

interface LayoutProps {
  title: string;
  productName: string;
  wide?: boolean;
  /** It stands in a page of another site, under that page's own name. */
  framed?: boolean;
  /** What this page's head has besides. */
  head?: ComponentChildren;
  /** Under the page; by default the promise about addresses. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of every page. */
export function Layout({
  title,
  productName,
  wide = false,
  framed = false,
  head,
  foot,
  children,
}: LayoutProps) {
  const frame = wide ? 'frame wide' : 'frame';
  const { t, language } = useReader();
  return (
    <html lang={language} class={framed ? 'framed' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${productName}`}</title>
        <link rel="icon" type="image/svg+xml" href={icon.url} />
        <link rel="stylesheet" href={css.url} />
        <script type="module" src={script.url} />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {t('page.layout.skip')}
        </a>
        <header class={`${frame} top`}>
          <span class="brand">
            <Mark />
            {productName}
          </span>
        </header>
        <main id="main" tabIndex={-1} class={frame}>
          {children}
        </main>
        <footer class={`${frame} bottom`}>
          <p>{foot ?? t('page.layout.private')}</p>
          <LanguageChooser />
        </footer>
      </body>
    </html>
  );
}

const Mark = () => (
  <svg
    class="mark"
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="2.25"
  >
    <circle cx="8.5" cy="12" r="6" />
    <circle cx="15.5" cy="12" r="6" />
  </svg>
);
