import type { ComponentChildren } from 'preact';
import { heartbeatScript } from '../design/assets.ts';
import { useReader } from '../reader.ts';

interface LeaveFormProps {
  /** Where leaving is told. */
  action: string;
  /** Where the page says that its reader is still inside. */
  beat: string;
  videoUrl: string;
  framed: boolean;
  /** The fields that say who leaves. */
  children: ComponentChildren;
}

/** The button to leave a meeting; its page's heartbeat carries the same fields. */
export function LeaveForm({ action, beat, videoUrl, framed, children }: LeaveFormProps) {
  const { t } = useReader();
  return (
    <form method="post" action={action} data-leave="" data-beat={beat} data-worker={heartbeatScript.url}>
      {children}
      <div class="actions">
        <button class="button danger" type="submit">
          {t('page.inside.leave')}
        </button>
        {framed && (
          <a class="small" href={videoUrl} target="_blank" rel="noopener noreferrer">
            {t('page.inside.own')}
          </a>
        )}
      </div>
    </form>
  );
}
