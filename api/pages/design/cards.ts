/** The sheet that a page's matter lies on, and the cards that carry a time. */
export const cards = `
.sheet{padding:var(--space-l) var(--space-m);background:var(--surface);border:1px solid var(--line);
  border-radius:var(--radius-l);box-shadow:var(--shadow-card)}
@media (min-width:40rem){.sheet{padding:var(--space-xl)}}
.times{display:grid;gap:var(--space-s)}
@media (min-width:34rem){.times.two{grid-template-columns:1fr 1fr}}
.time{position:relative;container-type:inline-size;padding:var(--space-m);border-radius:var(--radius-m);background:var(--sunken);
  border:1px solid var(--line)}
.time .label{display:block;color:var(--muted);font-size:var(--type-caption);line-height:var(--line-caption);
  font-weight:var(--weight-bold)}
.time .day{display:block;margin-top:var(--space-xxs);font-weight:var(--weight-bold)}
.time .clock{display:block;margin-top:var(--space-xxs);font-size:var(--type-title);line-height:var(--line-title);
  font-weight:var(--weight-bold);letter-spacing:-.02em;font-variant-numeric:tabular-nums;text-wrap:balance}
.times.two .time .clock{font-size:min(1.4375rem,8.2cqi)}
.time .zone{display:block;color:var(--muted);font-size:var(--type-small);line-height:var(--line-small)}
.time.new{background:var(--accent-soft);border-color:transparent;color:var(--on-accent-soft)}
.time.new .label,.time.new .zone,.time.new .elsewhere{color:inherit}
.time.old .clock{font-weight:var(--weight-medium);color:var(--muted)}
.time.empty{border-style:dashed;background:transparent}
.time.empty .clock{color:var(--muted);font-weight:var(--weight-regular)}
.time.gone .clock,.time.gone .day{text-decoration:line-through;text-decoration-thickness:1px;color:var(--muted)}
.elsewhere{list-style:none;margin-top:var(--space-s);padding-top:var(--space-s);border-top:1px solid var(--line);
  font-size:var(--type-small);line-height:var(--line-small);color:var(--muted);font-variant-numeric:tabular-nums}
.elsewhere li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 var(--space-s)}
.elsewhere li+li{margin-top:var(--space-xxs)}
.beside{text-wrap:balance}
.time.new .elsewhere{border-top-color:color-mix(in srgb,currentColor 22%,transparent)}
.twice,.skipped{display:block;margin-top:var(--space-xs);font-size:var(--type-small);line-height:var(--line-small)}
.quote{padding-inline-start:var(--space-m);border-inline-start:3px solid var(--line)}
.quote p{white-space:pre-line}
.quote figcaption{color:var(--muted);font-size:var(--type-small);line-height:var(--line-small)}
.notice{padding:var(--space-s) var(--space-m);border-radius:var(--radius-m);background:var(--sunken)}
.notice.good{background:var(--accent-soft);color:var(--on-accent-soft)}
.notice.bad{background:var(--danger-soft);color:var(--danger)}
.notice.warn{background:var(--warning-soft);color:var(--warning)}
.notice h2{font-size:var(--type-body);line-height:var(--line-body)}
.notice ul{padding-inline-start:1.2em}
.notice a{color:inherit}
.badge{display:inline-flex;align-items:center;gap:var(--space-xs);padding:var(--space-xxs) var(--space-s);
  border-radius:var(--radius-l);background:var(--sunken);color:var(--muted);font-size:var(--type-small);
  line-height:var(--line-small);font-weight:var(--weight-medium)}
.badge.good{background:var(--accent-soft);color:var(--on-accent-soft)}
.badge.bad{background:var(--danger-soft);color:var(--danger)}
.badge.warn{background:var(--warning-soft);color:var(--warning)}
.divided{padding-top:var(--space-l);border-top:1px solid var(--line)}
.links{display:grid;gap:1px;list-style:none;background:var(--line);border-block:1px solid var(--line)}
.links a{display:block;padding:var(--space-m) 0;background:var(--surface);color:var(--ink);text-decoration:none}
.links a:hover strong{text-decoration:underline}
.links strong{color:var(--accent);font-weight:var(--weight-bold)}
.links span{display:block;color:var(--muted);font-size:var(--type-small);line-height:var(--line-small)}
`;
