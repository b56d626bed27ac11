import type { HeldView } from '../../../adapters/postgres/inbound/held.ts';
import type { LinkView } from '../../../adapters/postgres/links.ts';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Layout } from '../layout.tsx';
import { formatMoment } from '../time/format.ts';
import type { ReaderZone } from '../time/zone.ts';
import { SAYS } from './words.ts';

interface Props {
  link: LinkView;
  held: HeldView;
  token: string;
  zone: ReaderZone;
}

/** The answer, and whose it was. */
export function ConfirmQuestion({ link, held, token, zone }: Props) {
  const title = 'Was this answer yours?';
  return (
    <Layout title={title} productName={link.tenantProductName}>
      <div class="sheet stack-l">
        <div class="heading">
          <p class="eyebrow">{link.meeting.title}</p>
          <h1>{title}</h1>
          <p class="lead">
            On {formatMoment(held.receivedMs, zone.name)} we received a mail in your name that{' '}
            {SAYS[held.says]}. We could not tell whether you sent it, so it has changed nothing yet.
          </p>
        </div>
        <div class={held.time ? 'times two' : 'times'}>
          <TimeCard
            label={held.time ? 'Now' : 'The meeting'}
            time={link.meeting}
            zone={zone.name}
            look={held.time ? 'old' : 'new'}
            elsewhere={['UTC']}
          />
          {held.time && (
            <TimeCard label="New time" time={held.time} zone={zone.name} look="new" elsewhere={['UTC']} />
          )}
        </div>
        <form method="post" action="/confirm" class="stack">
          <input type="hidden" name="c" value={token} />
          <input type="hidden" name="zone" value={zone.name} />
          {held.strangeSender && (
            <label class="choice">
              <input type="checkbox" name="remember" value="yes" />
              <span>From now on, accept answers from the address that I used, too</span>
            </label>
          )}
          <div class="actions">
            <button class="button" type="submit" name="was" value="mine">
              Yes, it was me
            </button>
            <button class="button quiet" type="submit" name="was" value="other">
              No, it was not me
            </button>
          </div>
          <p class="small muted">
            {held.says === 'DECLINED'
              ? 'If it was you, the meeting may be cancelled for both of you.'
              : 'If it was you, your answer counts from now on.'}{' '}
            If you do nothing, nothing changes.
          </p>
        </form>
        <div class="divided">
          <ZoneForm action="/confirm" zone={zone} fields={{ c: token }} />
        </div>
      </div>
    </Layout>
  );
}
