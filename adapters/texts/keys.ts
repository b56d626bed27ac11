import type english from '../../texts/en.json';

/** The dotted paths of all strings in a tree of texts. */
type Paths<T, Prefix extends string = ''> = T extends string
  ? Prefix
  : { [K in keyof T & string]: Paths<T[K], Prefix extends '' ? K : `${Prefix}.${K}`> }[keyof T & string];

/** The name of a text, such as `mail.kind.invitation.subject`; English has them all. */
export type TextKey = Paths<typeof english>;

/** What is put into a text's placeholders. */
export type TextValues = Readonly<Record<string, string | number>>;
