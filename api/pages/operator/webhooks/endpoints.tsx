import type { ComponentChildren } from 'preact';
import type { EndpointStatus, EndpointView } from '../../../../queries/operations/webhooks.ts';
import { useReader, type Reader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { OperatorPage } from '../frame.tsx';
import { Badge, Entry, Listed, utc, type Look } from '../parts.tsx';
import { OPERATOR } from '../paths.ts';

const LOOKS: Record<EndpointStatus, Look> = { fine: 'good', failing: 'warn', disabled: 'bad', unused: '' };

export const EndpointBadge = ({ status }: Pick<EndpointView, 'status'>) => {
  const { t } = useReader();
  return <Badge look={LOOKS[status]}>{t(`page.operator.webhook.status.${status}`)}</Badge>;
};

/** How an endpoint fares, a line each. */
export function endpointLines(endpoint: EndpointView, reader: Reader): ComponentChildren[] {
  const { t } = reader;
  const { description, eventTypes, disabledReason, disabledAt, failingSince, deliveredAt } = endpoint;
  return [
    description,
    disabledReason &&
      t(`page.operator.webhook.why.${disabledReason}`, { time: utc(disabledAt ?? new Date(0), reader) }),
    failingSince && t('page.operator.webhook.failing', { time: utc(failingSince, reader) }),
    deliveredAt && t('page.operator.webhook.last', { time: utc(deliveredAt, reader) }),
    eventTypes === null ? t('page.operator.webhook.all') : <code>{eventTypes.join(', ')}</code>,
  ];
}

interface EndpointsPageProps {
  productName: string;
  form: string;
  nowMs: number;
  endpoints: readonly EndpointView[];
}

/** Where backends are told of events, those that need somebody first. */
export function EndpointsPage({ endpoints, ...frame }: EndpointsPageProps) {
  const reader = useReader();
  const { t, chosen } = reader;
  return (
    <OperatorPage section="webhooks" title={t('page.operator.webhooks')} {...frame}>
      <Listed
        heading={t('page.operator.webhook.endpoints')}
        rows={endpoints}
        empty={t('page.operator.webhook.empty')}
        row={(endpoint) => (
          <Entry
            title={
              <a href={pathTo(`${OPERATOR}/webhooks/${endpoint.id}`, { lang: chosen })}>
                {endpoint.maskedUrl}
              </a>
            }
            badge={<EndpointBadge status={endpoint.status} />}
            lines={[...endpointLines(endpoint, reader), <code>{endpoint.id}</code>]}
          />
        )}
      />
    </OperatorPage>
  );
}
