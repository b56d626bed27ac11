/** Lists of rooms, and the settings of one. */
export const settings = `
.roomhead{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:var(--space-xs) var(--space-m)}
.current{font-variant-numeric:tabular-nums;color:var(--muted);font-size:var(--type-small);line-height:var(--line-small)}
.terms{display:grid;gap:var(--space-s)}
.terms dt{color:var(--muted);font-size:var(--type-small);line-height:var(--line-small);font-weight:var(--weight-medium)}
.terms dd span{display:block}
@media (min-width:34rem){.terms>div{display:grid;grid-template-columns:10rem 1fr;gap:var(--space-m)}}
.entries{list-style:none;border-top:1px solid var(--line)}
.entries li{display:grid;padding-block:var(--space-s);border-bottom:1px solid var(--line)}
.entries strong{font-weight:var(--weight-medium);font-variant-numeric:tabular-nums}
`;
