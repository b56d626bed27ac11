import type { MailContent } from './content.ts';

/** The mail as plain text: all that the HTML says, one matter a paragraph. */
export function mailText(content: MailContent): string {
  return [content.title, content.heading, ...bodyOf(content), ...content.footer, content.product].join(
    '\n\n',
  );
}

/** The event's DESCRIPTION: the same words, without those that belong to a letter. */
export const calendarDescription = (content: MailContent): string =>
  [...bodyOf(content), ...content.footer].join('\n\n');

function bodyOf({ wording, ...content }: MailContent): string[] {
  const headed = (label: string): string => wording.t('mail.plainLabel', { label });
  return [
    ...content.paragraphs,
    ...content.times.map(({ label, inZones }) =>
      [headed(label), ...inZones.map(({ line }) => line)].join('\n  '),
    ),
    ...(content.quote ? [`${headed(content.quote.by)}\n${quoted(content.quote.text)}`] : []),
    ...(content.description === '' ? [] : [content.description]),
    ...content.actions.map(({ label, url }) => `${headed(label)}\n${url}`),
  ];
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
