import type { HeldView, LinkView } from '../../../queries/links.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { useReader } from '../reader.ts';

interface Props {
  link: LinkView;
  held: HeldView;
  token: string;
  /** The newest invitation was just asked for. */
  sent: boolean;
}

/** What became of the answer in the party's name: what the meeting made of it, not what was promised. */
export function ConfirmOutcome({ link, held, token, sent }: Props) {
  const { t } = useReader();
  const word = outcomeOf(link, held);
  const leads = word === 'moved' || word === 'older';
  return (
    <MessagePage
      title={t(`page.confirm.${word}.title`)}
      about={link.meeting.title}
      badge={{ kind: word === 'confirmed' ? 'good' : '', text: t(`page.confirm.${word}.badge`) }}
      lead={t(`page.confirm.${word}.lead`)}
      productName={link.tenantProductName}
    >
      {leads && sent && <p>{t('page.confirm.newest.sent')}</p>}
      {leads && !sent && <Act token={token} was="newest" label={t('page.confirm.newest.button')} />}
      {held.remembered !== 'no' && held.sender !== null && (
        <div class="stack divided">
          <p>{t('page.confirm.learned.lead', { address: held.sender, always: held.remembered })}</p>
          <Act token={token} was="forget" label={t('page.confirm.learned.forget')} quiet />
        </div>
      )}
    </MessagePage>
  );
}

type Outcome =
  'confirmed' | 'passedOn' | 'denied' | 'cancelled' | 'over' | 'moved' | 'older' | 'refused' | 'gone';

function outcomeOf({ meeting }: LinkView, { settled, became, sequence, says }: HeldView): Outcome {
  if (settled === 'denied') return 'denied';
  // A decline that counts may have cancelled the meeting.
  if (became === 'counts' && (meeting.status !== 'cancelled' || says === 'DECLINED')) return 'confirmed';
  if (meeting.status === 'cancelled') return 'cancelled';
  if (meeting.status === 'closed') return 'over';
  if (became === 'refused') return 'refused';
  if (became === 'gone') return 'gone';
  if (sequence !== null && sequence < meeting.sequence) return 'moved';
  if (became === 'outdated') return 'older';
  return settled === null ? 'refused' : 'passedOn';
}

const Act = ({
  token,
  was,
  label,
  quiet,
}: {
  token: string;
  was: string;
  label: string;
  quiet?: boolean;
}) => (
  <Form action="/confirm" carried={{ c: token }}>
    <div class="actions">
      <Button look={quiet ? 'quiet' : undefined} name="was" value={was}>
        {label}
      </Button>
    </div>
  </Form>
);
