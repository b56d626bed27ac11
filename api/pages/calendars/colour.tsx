/** The colour of a calendar; none where nobody has chosen one. Styles of a page are its own, so that it is drawn. */
export const Colour = ({ colour }: { colour: string | null }) => (
  <svg class="colour" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="7" fill={colour ?? 'none'} stroke="currentColor" stroke-width="1" />
  </svg>
);
