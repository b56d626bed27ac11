import type { Finding, Health } from '../../../../queries/health.ts';
import type { Waiting, WaitingWork } from '../../../../queries/operations/waiting.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { OperatorPage } from '../frame.tsx';
import { Badge, utc, type Look } from '../parts.tsx';
import { OPERATOR } from '../paths.ts';

interface OverviewProps {
  productName: string;
  form: string;
  nowMs: number;
  findings: readonly Finding[];
  waiting: readonly WaitingWork[];
}

/** How everything stands, at a glance. */
export function OverviewPage({ findings, waiting, ...frame }: OverviewProps) {
  const { t } = useReader();
  const broken = findings.filter(({ health }) => health === 'broken').length;
  return (
    <OperatorPage section="overview" title={t('page.operator.title')} {...frame}>
      <section class="sheet stack">
        <h2>{t('page.operator.health')}</h2>
        <p class={broken === 0 ? 'muted' : 'error'} role="status">
          {t('page.operator.broken', { count: broken })}
        </p>
        <ul class="entries">
          {findings.map((finding) => (
            <FindingLine {...finding} />
          ))}
        </ul>
        <p class="hint">{t('page.operator.more')}</p>
      </section>
      <section class="sheet stack">
        <h2>{t('page.operator.queues')}</h2>
        <dl class="terms counts">
          {waiting.map((work) => (
            <WaitingLine {...work} />
          ))}
        </dl>
      </section>
    </OperatorPage>
  );
}

const LOOKS: Record<Health, Look> = { fine: 'good', attention: 'warn', broken: 'bad', unused: '' };

function FindingLine({ part, code, health, values }: Finding) {
  const { t } = useReader();
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>{t(`health.part.${part}`)}</strong>
        <Badge look={LOOKS[health]}>{t(`health.state.${health}`)}</Badge>
      </div>
      <span class="small muted">{t(`health.said.${code}`, values)}</span>
    </li>
  );
}

const PLACES: Partial<Record<Waiting, string>> = {
  'outgoing-waiting': 'mail',
  'outgoing-deferred': 'mail',
  'outgoing-failed': 'mail',
  'incoming-undecided': 'mail',
  'incoming-held': 'mail',
  'incoming-poison': 'mail',
  'feeds-failing': 'feeds',
  'webhooks-waiting': 'webhooks',
  'webhooks-failing': 'webhooks',
};

function WaitingLine({ what, count, oldestAt }: WaitingWork) {
  const reader = useReader();
  const { t, chosen } = reader;
  const place = PLACES[what];
  return (
    <div>
      <dt>{t(`page.operator.waiting.${what}`)}</dt>
      <dd>
        {count === 0 || place === undefined ? (
          <strong>{count === 0 ? t('page.operator.nothing') : count}</strong>
        ) : (
          <a href={pathTo(`${OPERATOR}/${place}`, { lang: chosen })}>{count}</a>
        )}
        {oldestAt && (
          <span class="small muted">{t('page.operator.oldest', { time: utc(oldestAt, reader) })}</span>
        )}
      </dd>
    </div>
  );
}
