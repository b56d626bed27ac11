/** Fields and buttons; nothing that is pressed is smaller than a finger. */
export const forms = `
.button{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:var(--space-xs) var(--space-l);
  border:1px solid transparent;border-radius:var(--radius-m);background:var(--accent);color:var(--on-accent);font:inherit;
  font-weight:var(--weight-bold);text-align:center;text-decoration:none;cursor:pointer}
.button:hover{background:var(--accent-hover);color:var(--on-accent)}
.button.danger{background:var(--danger);color:var(--on-danger)}
.button.danger:hover{background:color-mix(in srgb,var(--danger) 86%,var(--ink))}
.button.quiet{background:transparent;border-color:var(--edge);color:var(--ink)}
.button.quiet:hover{background:var(--sunken);color:var(--ink)}
.button.compact{min-height:var(--target);padding-inline:var(--space-m);font-weight:var(--weight-medium)}
.button[aria-disabled=true]{opacity:.65;cursor:progress}
.actions{display:flex;flex-wrap:wrap;gap:var(--space-s);align-items:center}
@media (max-width:33.99rem){.actions>.button,.actions>form,.actions>form>.button{width:100%}}
.fields{display:grid;gap:var(--space-m)}
@media (min-width:34rem){.fields.three{grid-template-columns:1fr 1fr;align-items:start}
/* A length with its words needs the width, and so does what is wrong with a start. */
.fields.three>:nth-child(3){grid-column:1/-1}}
.field{display:grid;gap:var(--space-xxs);min-width:0;align-content:start}
.field label,.legend{font-weight:var(--weight-medium);font-size:var(--type-small);line-height:var(--line-small)}
.field input,.field select,.field textarea{width:100%;min-width:0;min-height:3rem;padding:var(--space-xs) var(--space-s);
  border:1px solid var(--edge);border-radius:var(--radius-m);background:var(--surface);color:var(--ink);font:inherit;
  font-variant-numeric:tabular-nums}
.field textarea{min-height:6.5rem;resize:vertical;font-variant-numeric:normal}
.field [aria-invalid=true]{border-color:var(--danger);box-shadow:inset 0 0 0 1px var(--danger)}
.choice{display:flex;gap:var(--space-s);align-items:center;min-height:var(--target);cursor:pointer}
.choice input{flex:none;width:1.375rem;height:1.375rem;accent-color:var(--accent)}
.hint{color:var(--muted);font-size:var(--type-small);line-height:var(--line-small)}
.error{color:var(--danger);font-size:var(--type-small);line-height:var(--line-small);font-weight:var(--weight-medium)}
.zonebar{display:flex;flex-wrap:wrap;align-items:end;gap:var(--space-s)}
.zonebar .field{flex:1 1 12rem}
.zonebar .field select{min-height:var(--target)}
.js .zonebar .button{position:absolute;width:1px;height:1px;min-height:0;padding:0;overflow:hidden;clip-path:inset(50%)}
.js .zonebar .button:focus{position:static;width:auto;height:auto;min-height:var(--target);padding-inline:var(--space-m);
  clip-path:none}
details.zones summary{display:inline-flex;align-items:center;min-height:var(--target);color:var(--muted);cursor:pointer;
  font-size:var(--type-small)}
details.zones[open] summary{margin-bottom:var(--space-xs)}
`;
