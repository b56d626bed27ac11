import { render } from 'preact-render-to-string';
import { tokens } from '../../design/tokens.ts';
import type { MailAction, MailContent } from '../content.ts';
import { Actions, Paragraph, Quote, Space, Table, Time } from './parts.tsx';
import { gap, sheet, style } from './style.ts';

/** The mail as a whole HTML document; it asks for nothing from anywhere. */
export const mailHtml = (content: MailContent): string =>
  `<!doctype html>\n${render(<Document content={content} />)}\n`;

const Document = ({ content }: { content: MailContent }) => (
  <html lang={content.wording.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <title>{content.subject}</title>
      <style dangerouslySetInnerHTML={{ __html: sheet }} />
    </head>
    <body class="p-page" style={style.body}>
      <div style={style.preheader}>{content.preheader}</div>
      <Table class="p-page" style={style.page}>
        <tr>
          <td align="center" style={style.frame}>
            <table
              role="presentation"
              width={tokens.width.text}
              cellPadding="0"
              cellSpacing="0"
              style={style.column}
            >
              <tbody>
                <tr>
                  <td class="p-muted" style={style.brand}>
                    {content.product}
                  </td>
                </tr>
                <tr>
                  <td class="p-card" style={style.card}>
                    <Letter content={content} />
                  </td>
                </tr>
                <tr>
                  <td style={style.footer}>
                    {content.footer.map((line) => (
                      <p class="p-muted" style={style.footerLine}>
                        {line}
                      </p>
                    ))}
                  </td>
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
      </Table>
    </body>
  </html>
);

const Letter = ({ content }: { content: MailContent }) => (
  <>
    <p class="p-muted" style={style.eyebrow}>
      {content.title}
    </p>
    <h1 class="p-ink" style={style.heading}>
      {content.heading}
    </h1>
    {content.paragraphs.map((text) => (
      <Paragraph text={text} />
    ))}
    <Table>
      <Space height={gap.xxs} />
    </Table>
    {content.times.map((time, index) => (
      <Time {...time} leading={index === 0 && !time.past} />
    ))}
    {content.quote && <Quote {...content.quote} />}
    {content.description !== '' && (
      <>
        <Table>
          <Space height={gap.xxs} />
        </Table>
        <Paragraph text={content.description} />
      </>
    )}
    {content.actions.length > 0 && (
      <Table>
        <Space height={gap.xs} />
      </Table>
    )}
    {rowsOf(content.actions).map((row) => (
      <Actions row={row} />
    ))}
  </>
);

/** Answers stand side by side, whatever else stands alone. */
const rowsOf = (actions: readonly MailAction[]): MailAction[][] => {
  const answers = actions.filter((action) => action.answers);
  return actions.flatMap((action) => {
    if (!action.answers) return [[action]];
    return action === answers[0] ? [answers] : [];
  });
};
