/** The pages of operators: sections, and lists of what happened. */
export const operator = `
.operator-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:var(--space-s)}
.sections{display:flex;flex-wrap:wrap;gap:0 var(--space-m);list-style:none}
.sections a{display:inline-flex;align-items:center;min-height:var(--target);min-width:var(--target)}
.sections a[aria-current]{color:var(--ink);font-weight:var(--weight-bold);text-decoration:none}
.entries li.operated{gap:var(--space-xxs)}
.operated-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:var(--space-xxs) var(--space-s)}
.operated .actions{margin-top:var(--space-xs)}
.counts dd{font-variant-numeric:tabular-nums}
@media (min-width:34rem){.counts>div{grid-template-columns:22rem 1fr}.search{grid-template-columns:1fr 1fr}}
.timeline li{grid-template-columns:minmax(0,1fr)}
@media (min-width:34rem){.timeline li{grid-template-columns:12rem minmax(0,1fr)}}
`;
