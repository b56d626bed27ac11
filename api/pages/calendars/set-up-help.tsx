import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { CONNECT, PROFILE } from './paths.ts';
import { QrCode } from './qr-code.tsx';

const PROGRAMS = ['iphone', 'mac', 'thunderbird', 'davx5', 'gnome', 'outlook'] as const;
/** Those that take a profile. */
const OF_APPLE: ReadonlySet<string> = new Set(['iphone', 'mac']);

/** How each program is set up, closed up until somebody asks for theirs. */
export function SetUpHelp({ publicUrl }: { publicUrl: string }) {
  const { t } = useReader();
  return (
    <>
      <section class="sheet stack">
        <h2>{t('page.calendars.connect.help')}</h2>
        {PROGRAMS.map((program) => (
          <details class="set-up">
            <summary>{t(`page.calendars.connect.${program}.name`)}</summary>
            <ol class="steps">
              {t(`page.calendars.connect.${program}.steps`)
                .split('\n')
                .map((step) => (
                  <li>{step}</li>
                ))}
            </ol>
            {OF_APPLE.has(program) && <Profile />}
          </details>
        ))}
      </section>
      <section class="sheet stack">
        <h2>{t('page.calendars.connect.open')}</h2>
        <p class="muted">{t('page.calendars.connect.openLead')}</p>
        <QrCode text={`${publicUrl}${CONNECT}`} label={t('page.calendars.connect.code')} />
      </section>
    </>
  );
}

function Profile() {
  const { t, chosen } = useReader();
  return (
    <div class="stack">
      <p class="hint">{t('page.calendars.connect.profileLead')}</p>
      <div class="actions">
        <a class="button quiet" href={pathTo(PROFILE, { lang: chosen })} download="calendars.mobileconfig">
          {t('page.calendars.connect.profile')}
        </a>
      </div>
    </div>
  );
}
