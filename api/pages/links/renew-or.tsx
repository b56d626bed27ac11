import { fixedFor } from '../../../domain/meeting/changing.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { LinkView } from '../../../queries/links.ts';
import { RenewForm } from '../components/renew-form.tsx';
import { useReader } from '../reader.ts';

interface RenewOrProps {
  link: LinkView;
  token: string;
  nowMs: Instant;
  zone?: string;
  heading?: string;
  quiet?: boolean;
}

/** The way to another time for who may ask for one; whoever may not is told why. */
export function RenewOr({ link, token, nowMs, zone, heading, quiet = false }: RenewOrProps) {
  const { t } = useReader();
  const fixed = fixedFor(link.part, link.meeting, nowMs);
  if (fixed !== null) return <p class="muted">{t(`page.fixed.${fixed}.text`)}</p>;
  return (
    <>
      {heading !== undefined && <h2>{heading}</h2>}
      <RenewForm token={token} zone={zone} quiet={quiet} />
    </>
  );
}
