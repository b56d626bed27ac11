import { ACCESSES } from '../../../policies/sharing.ts';
import type { CalendarView } from '../../../queries/calendars/calendar-views.ts';
import type { Colleague } from '../../../queries/colleagues.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { Select } from '../forms/select.tsx';
import type { Again } from '../forms/submitted.ts';
import { useReader } from '../reader.ts';
import type { Translate } from '../../../adapters/texts/texts.ts';

interface SharingProps {
  calendar: CalendarView;
  colleagues: readonly Colleague[];
  path: string;
  again: Again | undefined;
  form: string;
}

/** With whom a calendar is shared: a choice for each, and one more. */
export function Sharing({ calendar, colleagues, path, again, form }: SharingProps) {
  const { t } = useReader();
  const { shares, everybody, principalId: owner } = calendar;
  const nameOf = (id: string): string =>
    colleagues.find((one) => one.id === id)?.name ?? t('page.host.nameless', { id: id.slice(0, 8) });
  const others = colleagues.filter(
    ({ id }) => id !== owner && !shares.some(({ principalId }) => principalId === id),
  );
  const isKept = everybody === 'read' || everybody === 'write';
  return (
    <section class="sheet stack" id="share">
      <h2>{t('page.calendars.share.heading')}</h2>
      <p class="muted">{t('page.calendars.share.lead')}</p>
      <Form action={`${path}/share`} class="stack" again={again} carried={{ form }}>
        <Select
          name="everybody"
          label={t('page.calendars.share.everybody')}
          options={[
            { value: 'nothing', label: t('page.calendars.share.access.none') },
            { value: 'free-busy', label: t('page.calendars.share.access.free-busy') },
            ...(isKept ? [keptOption(t)] : []),
          ]}
          value={isKept ? KEPT : (everybody ?? 'nothing')}
        />
        {shares.map(({ principalId, access }) => (
          <Select
            name={`share.${principalId}`}
            label={nameOf(principalId)}
            options={[...accessOptions(t), ...(access === null ? [keptOption(t)] : [])]}
            value={access ?? KEPT}
          />
        ))}
        {others.length === 0 && shares.length === 0 ? (
          <p class="hint">{t('page.calendars.share.alone')}</p>
        ) : (
          others.length > 0 && (
            <div class="half">
              <Select
                name="with"
                label={t('page.calendars.share.with')}
                options={[
                  { value: '', label: t('page.calendars.share.nobody') },
                  ...others.map(({ id }) => ({ value: id, label: nameOf(id) })),
                ]}
                value=""
              />
              <Select
                name="may"
                label={t('page.calendars.share.may')}
                options={accessOptions(t).slice(1)}
                value="read"
              />
            </div>
          )
        )}
        <div class="actions">
          <Button look="quiet">{t('page.calendars.share.save')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** What a calendar program granted that is none of the usual steps stays so. */
export const KEPT = 'kept';

const keptOption = (t: Translate) => ({ value: KEPT, label: t('page.calendars.share.kept') });

const accessOptions = (t: Translate) => [
  { value: 'none', label: t('page.calendars.share.access.none') },
  ...ACCESSES.map((access) => ({ value: access, label: t(`page.calendars.share.access.${access}`) })),
];
