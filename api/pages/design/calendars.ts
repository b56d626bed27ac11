/** The calendars of a member: their colours, how a program is set up, and a code for a phone. */
export const calendars = `
.coloured{display:flex;align-items:center;gap:var(--space-xs)}
svg.colour{flex:none;width:1rem;height:1rem;color:var(--muted)}
svg.qr{display:block;width:min(100%,14rem);border-radius:var(--radius-s)}
input[type=color]{width:5rem;min-height:var(--target);padding:var(--space-xxs)}
details.set-up{border-top:1px solid var(--line);padding-block:var(--space-xs)}
details.set-up summary{display:flex;align-items:center;min-height:var(--target);cursor:pointer;font-weight:var(--weight-medium)}
details.set-up summary::before{content:'+';width:1.25rem;font-family:var(--font-mono)}
details.set-up[open] summary::before{content:'−'}
.steps{display:grid;gap:var(--space-xs);padding-inline-start:var(--space-l);margin-bottom:var(--space-s)}
`;
