/** The page's frame, its type, links and focus. */
export const base = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--page);
  color:var(--ink);font-family:var(--font-sans);font-size:var(--type-body);line-height:var(--line-body);
  font-weight:var(--weight-regular);-webkit-font-smoothing:antialiased;overflow-wrap:anywhere}
h1,h2,h3,p,dl,dd,ol,ul,figure,blockquote,pre,fieldset{margin:0;padding:0}
fieldset{border:0;min-width:0}
h1{font-size:var(--type-title);line-height:var(--line-title);font-weight:var(--weight-bold);letter-spacing:-.018em;
  text-wrap:balance}
h2{font-size:var(--type-heading);line-height:var(--line-heading);font-weight:var(--weight-bold);letter-spacing:-.01em}
h3{font-size:var(--type-body);line-height:var(--line-body);font-weight:var(--weight-bold)}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{color:var(--accent-hover);text-decoration-thickness:2px}
code,pre{font-family:var(--font-mono);font-size:var(--type-small);line-height:var(--line-small)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:var(--radius-s)}
[tabindex="-1"]:focus{outline:none}
[hidden]{display:none!important}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
/* Lines of Japanese break between phrases, where the browser can tell them. */
:lang(ja){word-break:auto-phrase}
.skip{position:absolute;inset-inline-start:var(--space-m);top:-100px;z-index:2;padding:var(--space-s) var(--space-m);
  background:var(--surface);color:var(--ink);border-radius:var(--radius-s);box-shadow:var(--shadow-card)}
.skip:focus{top:var(--space-s)}
.frame{width:100%;max-width:calc(var(--width-text) + 2*var(--space-m));margin:0 auto;padding-inline:var(--space-m)}
.frame.wide{max-width:calc(var(--width-page) + 2*var(--space-m))}
.top{padding-block:var(--space-l) var(--space-m)}
.brand{display:inline-flex;align-items:center;gap:var(--space-xs);min-height:var(--target);color:var(--ink);
  font-weight:var(--weight-bold);letter-spacing:-.005em;text-decoration:none}
.mark{flex:none;width:1.5rem;height:1.5rem;color:var(--accent)}
main{flex:1;padding-bottom:var(--space-xl)}
.bottom{padding-block:var(--space-m) var(--space-l);color:var(--muted);font-size:var(--type-caption);
  line-height:var(--line-caption)}
.languages{display:flex;flex-wrap:wrap;gap:0 var(--space-s);list-style:none;margin-top:var(--space-xs)}
.languages a{display:inline-flex;align-items:center;min-height:var(--target);min-width:var(--target);color:inherit}
.languages a[aria-current]{color:var(--ink);font-weight:var(--weight-bold);text-decoration:none}
.stack>*+*{margin-top:var(--space-m)}
.stack-l>*+*{margin-top:var(--space-l)}
.lead{color:var(--muted)}
.muted{color:var(--muted)}
.small{font-size:var(--type-small);line-height:var(--line-small)}
.eyebrow{color:var(--muted);font-size:var(--type-small);line-height:var(--line-small);font-weight:var(--weight-medium)}
.heading>*+*{margin-top:var(--space-xs)}
@media (min-width:40rem){.top{padding-block:var(--space-xl) var(--space-l)}main{padding-bottom:var(--space-xxl)}}
@media (prefers-reduced-motion:no-preference){.button,.field input,.field select,.field textarea{
  transition:background-color var(--motion-quick),border-color var(--motion-quick)}}
`;
