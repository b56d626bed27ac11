import type { ComponentChildren } from 'preact';
import type { RefusalWords } from '../words.ts';

interface NoticeProps {
  kind: 'good' | 'bad' | 'warn' | 'plain';
  title: string;
  children?: ComponentChildren;
}

/** A message on the page; what went wrong is announced and takes the focus. */
export function Notice({ kind, title, children }: NoticeProps) {
  const wrong = kind === 'bad' || kind === 'warn';
  return (
    <div
      class={kind === 'plain' ? 'notice' : `notice ${kind}`}
      role={wrong ? 'alert' : 'status'}
      tabIndex={wrong ? -1 : undefined}
      data-focus={wrong ? '' : undefined}
    >
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Why what was asked did not happen; nothing when it was not refused. */
export const RefusalNotice = ({
  refusal,
  kind = 'bad',
}: {
  refusal: RefusalWords | undefined;
  kind?: 'bad' | 'warn';
}) =>
  refusal ? (
    <Notice kind={kind} title={refusal.title}>
      <p>{refusal.text}</p>
    </Notice>
  ) : null;

/** What one party wrote for the other. */
export const Quote = ({ text, by }: { text: string; by: string }) =>
  text.trim() === '' ? null : (
    <figure class="quote">
      <figcaption>{by}</figcaption>
      <blockquote>
        <p>{text}</p>
      </blockquote>
    </figure>
  );
