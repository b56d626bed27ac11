/** The mailbox of the embedded mode. */
export const mailbox = `
.mail{display:grid;gap:var(--space-m);align-items:start}
@media (min-width:60rem){.mail{grid-template-columns:17rem minmax(0,1fr)}}
.mail .sheet{padding:var(--space-m)}
@media (min-width:40rem){.mail .letter{padding:var(--space-l)}}
.people{list-style:none;display:grid;gap:var(--space-xxs)}
.people a{display:flex;justify-content:space-between;align-items:center;gap:var(--space-s);min-height:var(--target);
  padding:var(--space-xs) var(--space-s);border-radius:var(--radius-m);color:var(--ink);text-decoration:none;min-width:0}
.people a:hover{background:var(--sunken)}
.people a[aria-current]{background:var(--accent-soft);color:var(--on-accent-soft);font-weight:var(--weight-bold)}
.people a>span:first-child{min-width:0}
.letter+.letter{margin-top:var(--space-m)}
.letter header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:var(--space-xxs) var(--space-m)}
.facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:var(--space-xxs) var(--space-m);font-size:var(--type-small);
  line-height:var(--line-small)}
.facts dt{color:var(--muted)}
.letter iframe{display:block;width:100%;height:26rem;border:1px solid var(--line);border-radius:var(--radius-m);background:#fff}
.letter pre{padding:var(--space-m);max-height:24rem;overflow:auto;border-radius:var(--radius-m);background:var(--sunken);
  white-space:pre-wrap;overflow-wrap:anywhere}
.letter details summary{display:flex;align-items:center;min-height:var(--target);cursor:pointer;color:var(--muted);
  font-size:var(--type-small)}
.letter details summary::before{content:'+';width:1.25rem;font-family:var(--font-mono)}
.letter details[open] summary::before{content:'−'}
.replies{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:var(--space-xs)}
.replies .button{padding-inline:var(--space-xxs);font-size:var(--type-small);overflow-wrap:normal}
@media (min-width:34rem){.replies{grid-template-columns:repeat(3,auto);justify-content:start}
.replies .button{padding-inline:var(--space-l);font-size:inherit}}
.answer{padding:var(--space-m);border-radius:var(--radius-m);background:var(--sunken)}
.answer .button.quiet{background:var(--surface)}
.propose{display:grid;gap:var(--space-s);align-items:end}
@media (min-width:34rem){.propose{grid-template-columns:1.2fr 1fr auto}
.propose:has(.error){grid-template-columns:1.2fr 1fr;align-items:start}}
`;
