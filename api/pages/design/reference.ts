/** The API's description: one card a call, tables of fields, and the list of problems. */
export const reference = `
.contents{display:flex;flex-wrap:wrap;gap:var(--space-xs) var(--space-m);padding:0;list-style:none}
.calls{display:grid;gap:var(--space-xs);margin-top:var(--space-s)}
.call{padding:var(--space-s) var(--space-m);background:var(--surface);border:1px solid var(--line);
  border-radius:var(--radius-m);overflow-wrap:anywhere;min-width:0}
.call summary{cursor:pointer}
.call[open] summary{margin-bottom:var(--space-s)}
.call h3{margin-top:var(--space-m);font-size:var(--type-body)}
.call .who,.fields caption,.fields .optional,.fields .limits,.problems dt{color:var(--muted);
  font-size:var(--type-small);line-height:var(--line-small)}
.call pre{overflow-x:auto;padding:var(--space-s);border:1px solid var(--line);border-radius:var(--radius-m);
  font-size:var(--type-small);line-height:var(--line-small)}
.fields{overflow-x:auto;margin-top:var(--space-s)}
.fields table{width:100%;border-collapse:collapse;overflow-wrap:normal}
.fields caption{text-align:start}
.fields :is(th,td){padding:var(--space-xs) var(--space-s) var(--space-xs) 0;vertical-align:top;text-align:start;
  border-top:1px solid var(--line);font-size:var(--type-small);line-height:var(--line-small);font-weight:400}
.fields td:nth-child(3){min-width:14rem}
.fields td:nth-child(4) code{overflow-wrap:anywhere}
.fields .limits{display:block;max-width:18rem}
@media (max-width:40rem){.fields :is(table,caption,tbody,tr,th,td){display:block}
.fields thead{display:none}.fields tr{padding:var(--space-xs) 0;border-top:1px solid var(--line)}
.fields tr :is(th,td){padding:0;border:0}}
.codes{display:flex;flex-wrap:wrap;gap:var(--space-xs) var(--space-m);padding:0;list-style:none}
.problems dt{margin-top:var(--space-xs)}
.problems dd{margin:0}
.problems{display:grid;gap:var(--space-xs) var(--space-l);margin-top:var(--space-s)}
@media (min-width:40rem){.problems{grid-template-columns:1fr 1fr}}
.problems div:target{background:var(--accent-soft);color:var(--on-accent-soft)}
.reference section{margin-top:var(--space-xl)}
`;
