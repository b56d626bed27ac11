/** The API's description: one card a call, and the list of problems. */
export const reference = `
.calls{display:grid;gap:var(--space-xs);margin-top:var(--space-s)}
.call{padding:var(--space-s) var(--space-m);background:var(--surface);border:1px solid var(--line);
  border-radius:var(--radius-m);overflow-wrap:anywhere}
.call summary{cursor:pointer}
.call[open] summary{margin-bottom:var(--space-s)}
.call dt,.problems dt{margin-top:var(--space-xs);color:var(--muted);font-size:var(--type-small);
  line-height:var(--line-small)}
.call dd,.problems dd{margin:0}
.problems{display:grid;gap:var(--space-xs) var(--space-l);margin-top:var(--space-s)}
@media (min-width:40rem){.problems{grid-template-columns:1fr 1fr}}
.problems div:target{background:var(--accent-soft);color:var(--on-accent-soft)}
.reference section{margin-top:var(--space-xl)}
`;
