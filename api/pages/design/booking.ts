/** Booking pages: a month, the slots of a day, and what stands in a frame of another site. */
export const booking = `
.booking .when,.booking .choosing{display:grid;gap:var(--space-l);align-items:start}
@media (min-width:52rem){.booking .when{grid-template-columns:minmax(0,1fr) minmax(0,18rem);gap:var(--space-xl)}
.booking{padding-inline:var(--space-xl)}}
.month{min-width:0}
.month table{width:100%;border-collapse:separate;border-spacing:2px;table-layout:fixed}
.month th{padding:var(--space-xs) 0;color:var(--muted);font-size:var(--type-caption);line-height:var(--line-caption);
  font-weight:var(--weight-medium);text-align:center;overflow:hidden}
.month td{padding:0;text-align:center}
.month-bar{display:flex;align-items:center;justify-content:space-between;gap:var(--space-xs)}
.month-bar h2{text-align:center}
.turn{display:inline-flex;align-items:center;justify-content:center;min-width:var(--target);min-height:var(--target);
  border-radius:var(--radius-m);color:var(--ink);font-size:var(--type-title);line-height:1;text-decoration:none}
a.turn:hover{background:var(--sunken);color:var(--ink)}
.month .day{display:flex;align-items:center;justify-content:center;min-height:var(--target);border-radius:var(--radius-m);
  color:var(--muted);font-variant-numeric:tabular-nums}
.month .day.today{text-decoration:underline;text-underline-offset:.3em}
.month .day.free{background:var(--accent-soft);color:var(--on-accent-soft);font-weight:var(--weight-bold);text-decoration:none}
.month .day.free.today{text-decoration:underline}
.month .day.free:hover{box-shadow:inset 0 0 0 2px var(--accent)}
.month .day.free[aria-current=true]{background:var(--accent);color:var(--on-accent)}
.slots{display:grid;gap:var(--space-m);scroll-margin-top:var(--space-m)}
.slots ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:var(--space-xs);list-style:none}
.slots .button{width:100%;flex-direction:column;padding-inline:var(--space-xs);font-variant-numeric:tabular-nums}
.slots .seats{color:var(--muted);font-size:var(--type-caption);line-height:var(--line-caption);font-weight:var(--weight-regular)}
.day-slots{display:grid;gap:var(--space-xs);min-width:0;border:0}
.day-slots legend{margin-bottom:var(--space-xs);font-weight:var(--weight-medium)}
.slot-list{display:grid;grid-template-columns:repeat(auto-fill,minmax(6.5rem,1fr));gap:var(--space-xs)}
.slot{display:flex;align-items:center;justify-content:center;gap:var(--space-xs);min-height:var(--target);
  padding-inline:var(--space-s);border-radius:var(--radius-m);background:var(--accent-soft);color:var(--on-accent-soft);
  font-variant-numeric:tabular-nums;white-space:nowrap;cursor:pointer}
.slot input{accent-color:var(--on-accent-soft)}
.slot:has(:checked){background:var(--accent);color:var(--on-accent)}
.slot:has(:checked) input{accent-color:var(--on-accent)}
.actions.stays{position:sticky;bottom:0;padding-block:var(--space-s);background:var(--surface)}
.lengths{display:grid;gap:var(--space-xs)}
.lengths ul{display:flex;flex-wrap:wrap;gap:var(--space-xs);list-style:none}
.lengths [aria-current]{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.nearest .choice+.choice{margin-top:var(--space-xxs)}
.booked-facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:var(--space-xs) var(--space-m)}
.booked-facts dt{color:var(--muted)}
.links .about{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.framed body{min-height:0;background:transparent}
.framed .top{display:none}
.framed main{padding:var(--space-s) 0 0}
.framed .bottom{padding-block:var(--space-s)}
`;
