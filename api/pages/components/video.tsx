import { useReader } from '../reader.ts';

interface VideoProps {
  url: string;
  /** The video service lets itself be shown within a page. */
  framed: boolean;
}

/** The public Jitsi ends meetings in frames of other sites after five minutes. */
export const letsItselfBeFramed = (url: string): boolean => new URL(url).hostname !== 'meet.jit.si';

/** The video room in the page; or the way to it, where it cannot be shown in one. */
export function Video({ url, framed }: VideoProps) {
  const { t } = useReader();
  if (framed) {
    return (
      <iframe
        class="video"
        title={t('page.inside.frame')}
        src={url}
        allow="camera; microphone; display-capture; fullscreen; autoplay; clipboard-write"
      />
    );
  }
  return (
    <div class="sheet stack">
      <p class="lead">{t('page.inside.linkHint')}</p>
      <div class="actions">
        <a class="button" href={url} target="_blank" rel="noopener noreferrer">
          {t('page.inside.open')}
        </a>
      </div>
    </div>
  );
}
