import type { LinkView } from '../../queries/links.ts';

export type LinkProblemCode =
  'link-unknown' | 'link-expired' | 'link-used' | 'link-foreign' | 'not-attending';

/** A link cannot be used for what was asked; `link-foreign`: it is another purpose's; `not-attending`: its holder was taken out of the meeting. */
export class LinkProblem extends Error {
  readonly code: LinkProblemCode;
  /** Null: there is none. */
  readonly link: LinkView | null;

  constructor(code: LinkProblemCode, link: LinkView | null) {
    super(`the link cannot be used: ${code}`);
    this.name = 'LinkProblem';
    this.code = code;
    this.link = link;
  }
}
