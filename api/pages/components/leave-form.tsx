import { heartbeatScript } from '../design/assets.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { useReader } from '../reader.ts';

interface LeaveFormProps {
  /** Where leaving is told. */
  action: string;
  /** Where the page says that its reader is still inside. */
  beat: string;
  videoUrl: string;
  framed: boolean;
  /** Who leaves. */
  carried: Record<string, string>;
}

/** The button to leave a meeting; its page's heartbeat carries the same fields. */
export function LeaveForm({ action, beat, videoUrl, framed, carried }: LeaveFormProps) {
  const { t } = useReader();
  return (
    <Form action={action} carried={carried} data-leave="" data-beat={beat} data-worker={heartbeatScript.url}>
      <div class="actions">
        <Button look="danger">{t('page.inside.leave')}</Button>
        {framed && (
          <a class="small" href={videoUrl} target="_blank" rel="noopener noreferrer">
            {t('page.inside.own')}
          </a>
        )}
      </div>
    </Form>
  );
}
