import type { ComponentChildren } from 'preact';
import type { EndpointView } from '../../../../queries/operations/webhooks.ts';
import type { WebhookDelivery } from '../../../../queries/webhooks.ts';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { OperatorPage } from '../frame.tsx';
import { Action, Badge, Entry, Listed, utc, type Look } from '../parts.tsx';
import { OPERATOR } from '../paths.ts';
import { EndpointBadge, endpointLines } from './endpoints.tsx';

export type DeliveryState = WebhookDelivery['state'];
export const DELIVERY_STATES: readonly DeliveryState[] = ['pending', 'failed', 'delivered'];

interface EndpointPageProps {
  productName: string;
  form: string;
  nowMs: number;
  endpoint: EndpointView;
  deliveries: readonly WebhookDelivery[];
  /** Those alone; absent: all. */
  state: DeliveryState | undefined;
  /** Of the last one shown; null: there are no older ones. */
  olderThan: string | null;
  said: ComponentChildren;
}

/** One endpoint: what can be done about it, and what was sent to it. */
export function EndpointPage({ endpoint, deliveries, state, olderThan, ...frame }: EndpointPageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  const path = `${OPERATOR}/webhooks/${endpoint.id}`;
  const enabled = endpoint.status !== 'disabled';
  return (
    <OperatorPage section="webhooks" title={t('page.operator.webhook.title')} {...frame}>
      <section class="sheet stack">
        <div class="operated-head">
          <h2>{endpoint.maskedUrl}</h2>
          <EndpointBadge status={endpoint.status} />
        </div>
        {endpointLines(endpoint, reader)
          .filter(Boolean)
          .map((line) => (
            <p class="small muted">{line}</p>
          ))}
        <Form action={`${path}/${enabled ? 'test' : 'enable'}`} carried={{ form: frame.form }}>
          <Button look="quiet">{t(`page.operator.webhook.${enabled ? 'test' : 'enable'}`)}</Button>
        </Form>
        <p class="hint">{t(`page.operator.webhook.${enabled ? 'testHint' : 'enableHint'}`)}</p>
      </section>
      <Only path={path} state={state} />
      <Listed
        heading={t('page.operator.webhook.deliveries')}
        rows={deliveries}
        empty={t(`page.operator.webhook.${state === undefined ? 'nothing' : 'nothingSuch'}`)}
        row={(delivery) => <Delivery {...{ delivery, path, enabled, form: frame.form }} />}
      />
      {olderThan !== null && (
        <p>
          <a href={pathTo(path, { lang: chosen, state, after: olderThan })}>
            {t('page.operator.webhook.older')}
          </a>
        </p>
      )}
    </OperatorPage>
  );
}

/** Which deliveries are shown. */
function Only({ path, state }: { path: string; state: DeliveryState | undefined }) {
  const { t, chosen } = useReader();
  return (
    <nav aria-label={t('page.operator.webhook.only')}>
      <ul class="sections">
        {[undefined, ...DELIVERY_STATES].map((one) => (
          <li>
            <a
              href={pathTo(path, { lang: chosen, state: one })}
              aria-current={one === state ? 'page' : undefined}
            >
              {t(`page.operator.webhook.delivery.${one ?? 'any'}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const DELIVERY_LOOKS: Record<DeliveryState, Look> = { pending: 'warn', failed: 'bad', delivered: 'good' };

interface DeliveryProps {
  delivery: WebhookDelivery;
  path: string;
  enabled: boolean;
  form: string;
}

function Delivery({ delivery, path, enabled, form }: DeliveryProps) {
  const reader = useReader();
  const { t } = reader;
  const { id, type, state, createdAt, attempts } = delivery;
  const last = attempts.at(-1);
  return (
    <Entry
      title={type}
      badge={<Badge look={DELIVERY_LOOKS[state]}>{t(`page.operator.webhook.delivery.${state}`)}</Badge>}
      lines={[
        t('page.operator.out.tries', { count: attempts.length, time: utc(createdAt, reader) }),
        last && (
          <>
            {t('page.operator.webhook.answer', { time: utc(new Date(last.at), reader) })}{' '}
            <code>
              {[last.httpStatus === null ? null : `HTTP ${last.httpStatus}`, last.problem]
                .filter(Boolean)
                .join(', ')}
            </code>
          </>
        ),
      ]}
      action={
        enabled && (
          <Action action={`${path}/redeliver`} fields={{ form, delivery: id }} about={`${type} ${id}`}>
            {t(state === 'pending' ? 'page.operator.out.hurry' : 'page.operator.out.retry')}
          </Action>
        )
      }
    />
  );
}
