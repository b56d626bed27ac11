/** Rooms: their meetings, and the place where people meet. */
export const rooms = `
.meetings,.invited,.names{list-style:none;display:grid;gap:var(--space-m)}
.meeting{padding:var(--space-m);border:1px solid var(--line);border-radius:var(--radius-m);background:var(--sunken)}
.stack.meeting>*+*{margin-top:var(--space-xs)}
.stack.meeting>.actions{margin-top:var(--space-m)}
.meeting-head{display:flex;justify-content:space-between;align-items:start;gap:var(--space-s)}
.meeting .badge{flex:none}
.meeting .badge:not(.good,.warn,.bad){background:var(--surface)}
.ticking [role=timer]{font-variant-numeric:tabular-nums;font-weight:var(--weight-bold)}
.counter{font-size:var(--type-heading);line-height:var(--line-heading)}
.invited{gap:var(--space-xs)}
.invited li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:var(--space-xxs) var(--space-s)}
.names{gap:var(--space-xxs)}
.event summary{display:inline-flex;align-items:center;min-height:var(--target);cursor:pointer;font-size:var(--type-small)}
.event summary::before{content:'+';width:1.25rem;font-family:var(--font-mono)}
.event[open] summary::before{content:'−'}
.event .facts{grid-template-columns:minmax(0,1fr)}
.event dd{margin:0 0 var(--space-xs)}
.written{white-space:pre-line}
.inside{display:grid;gap:var(--space-m);align-items:start}
.inside .actions{justify-content:space-between}
.video{display:block;width:100%;height:min(70vh,56rem);min-height:22rem;border:1px solid var(--line);
  border-radius:var(--radius-l);background:var(--sunken)}
@media (min-width:60rem){.inside{grid-template-columns:minmax(0,1fr) 20rem}.inside .sheet{padding:var(--space-l)}
.inside.linked{grid-template-columns:minmax(0,1fr) 24rem}}
`;
