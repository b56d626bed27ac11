import type { ComponentChildren } from 'preact';
import type { MailAction, MailContent } from '../content.ts';
import { gap, style } from './style.ts';

/** A table for layout, which is what mail programs lay out reliably. */
export const Table = ({
  children,
  ...rest
}: {
  children: ComponentChildren;
  style?: string;
  class?: string;
}) => (
  <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" {...rest}>
    <tbody>{children}</tbody>
  </table>
);

/** Empty room; margins between tables are dropped by some programs. */
export const Space = ({ height }: { height: number }) => (
  <tr>
    <td height={height} style={`height:${height}px;line-height:${height}px;font-size:0;`}>
      {'\u00a0'}
    </td>
  </tr>
);

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ))}
  </>
);

export const Paragraph = ({ text }: { text: string }) => (
  <p class="p-ink" style={style.paragraph}>
    <Lines text={text} />
  </p>
);

/** A time: large in the reader's own zone, small in the others. */
export function Time({ label, inZones, past, leading }: MailContent['times'][number] & { leading: boolean }) {
  const [first, ...others] = inZones;
  if (!first) return null;
  return (
    <Table>
      <tr>
        <td class={leading ? 'p-time' : 'p-time-past'} style={leading ? style.time : style.timePast}>
          <p class="p-muted" style={style.label}>
            {label}
          </p>
          {past ? (
            <p class="p-muted" style={style.past}>
              {first.line}
            </p>
          ) : (
            <>
              <p class="p-ink" style={style.day}>
                {first.day}
              </p>
              <p class="p-ink" style={style.clock}>
                {first.clock}
              </p>
              <p class="p-muted" style={style.zone}>
                {first.zone}
              </p>
            </>
          )}
          {others.map((other) => (
            <p class="p-muted" style={style.zone}>
              {other.day === first.day ? other.lineOfSameDay : other.line}
            </p>
          ))}
        </td>
      </tr>
      <Space height={gap.s} />
    </Table>
  );
}

export const Quote = ({ by, text }: NonNullable<MailContent['quote']>) => (
  <Table>
    <tr>
      <td class="p-quote" style={style.quote}>
        <p class="p-quote-ink" style={style.quoteFrom}>
          {by}
        </p>
        <p class="p-quote-ink" style={style.quoteText}>
          <Lines text={text} />
        </p>
      </td>
    </tr>
    <Space height={gap.s} />
  </Table>
);

/** One action, or several side by side. */
export const Actions = ({ row }: { row: readonly MailAction[] }) => {
  const isQuiet = row.every(({ weight }) => weight === 'quiet');
  return (
    <Table>
      <tr>
        {row.map(({ label, url, weight }, at) => (
          <>
            {at > 0 && <td width={gap.xs} />}
            <td {...(isQuiet && { style: style.quietRow, align: 'center' as const })} width={share(row)}>
              <a
                class={`p-${weight}`}
                href={url}
                style={row.length > 1 ? style.beside(weight) : style[weight]}
              >
                {label}
              </a>
            </td>
          </>
        ))}
      </tr>
      {!isQuiet && <Space height={gap.s} />}
    </Table>
  );
};

const share = (row: readonly MailAction[]): string | undefined =>
  row.length > 1 ? `${Math.floor(96 / row.length)}%` : undefined;
