import type { HeldView, LinkView, Remembering } from '../../../queries/links.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import { MessagePage } from '../components/message-page.tsx';
import { OneTime, TwoTimes } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Choice } from '../forms/choice.tsx';
import { Form } from '../forms/form.tsx';
import { useReader } from '../reader.ts';
import type { ReaderZone } from '../time/zone.ts';

interface Props {
  link: LinkView;
  held: HeldView;
  token: string;
  zone: ReaderZone;
}

const REMEMBERING: readonly Remembering[] = ['no', 'meeting', 'always'];

/** The answer, where it came from and what it says, and whose it was. */
export function ConfirmQuestion({ link, held, token, zone }: Props) {
  const reader = useReader();
  const { t } = reader;
  const { says } = held;
  const title = t('page.confirm.title');
  return (
    <MessagePage
      title={title}
      about={link.meeting.title}
      lead={t('page.confirm.lead', { says, received: formatMoment(held.receivedMs, zone.name, reader) })}
      productName={link.tenantProductName}
    >
      {held.sender !== null && <p>{t('page.confirm.sender', { address: held.sender })}</p>}
      {held.note !== '' && (
        <figure class="stack">
          <figcaption>{t('page.confirm.note')}</figcaption>
          <blockquote>{held.note}</blockquote>
        </figure>
      )}
      {held.time ? (
        <TwoTimes
          now={{ time: link.meeting, look: 'old' }}
          other={{ time: held.time, label: t('page.card.newTime') }}
          zone={zone.name}
          elsewhere={['UTC']}
        />
      ) : (
        <OneTime
          label={t('page.card.meeting')}
          time={link.meeting}
          zone={zone.name}
          look="new"
          elsewhere={['UTC']}
        />
      )}
      <Form action="/confirm" class="stack" carried={{ c: token, zone: zone.name }}>
        {held.strangeSender && (
          <fieldset class="stack">
            <legend>{t('page.confirm.remember.title')}</legend>
            {REMEMBERING.map((choice) => (
              <Choice
                type="radio"
                name="remember"
                value={choice}
                label={t(`page.confirm.remember.${choice}`)}
                checked={choice === 'meeting'}
              />
            ))}
          </fieldset>
        )}
        <div class="actions">
          <Button name="was" value="mine">
            {t('page.confirm.mine')}
          </Button>
          <Button look="quiet" name="was" value="other">
            {t('page.confirm.other')}
          </Button>
        </div>
        <p class="small muted">{t('page.confirm.hint', { says, othersCount: link.others.length })}</p>
      </Form>
      <div class="divided">
        <ZoneForm action="/confirm" zone={zone} fields={{ c: token }} />
      </div>
    </MessagePage>
  );
}
