/** Hosts: the week to paint on, the month to choose from, and forms of many groups. */
export const host = `
.week{display:grid;gap:var(--space-l)}
.week-grid{margin-top:var(--space-xs);border:1px solid var(--line);
  border-radius:var(--radius-m);background:var(--surface)}
.week-grid table{width:100%;border-collapse:separate;border-spacing:0;table-layout:fixed;user-select:none;-webkit-user-select:none}
.week-grid thead :is(th,td){position:sticky;top:0;z-index:1;background:var(--surface);border-bottom:1px solid var(--line);
  padding:var(--space-xs) 0;text-align:center}
.week-grid :is(th,thead td){font-size:var(--type-caption);line-height:var(--line-caption);font-weight:var(--weight-medium);
  color:var(--muted)}
:is(.week-grid,.daypick) abbr{text-decoration:none}
.week-grid :is(th[scope=row],thead td:first-child){width:3.25rem}
.week-grid th[scope=row]{position:relative;padding:0;font-variant-numeric:tabular-nums;white-space:nowrap}
.week-grid th[scope=row] span{position:absolute;inset-block-start:-.6em;inset-inline-end:var(--space-xs)}
.week-grid tbody tr:first-child th span{inset-block-start:0}
.week-grid [role=gridcell]{height:1.5rem;padding:0;border-inline-start:1px solid var(--line);cursor:pointer;
  background-clip:padding-box}
.week-grid tr:nth-child(odd) [role=gridcell]{border-top:1px solid var(--line)}
.week-grid tr:nth-child(even) [role=gridcell]{border-top:1px dotted var(--line)}
.week-grid [role=gridcell]:hover{background:var(--sunken)}
.week-grid [aria-selected=true],.week-grid [aria-selected=true]:hover{background:var(--accent)}
.week-grid .part{background:linear-gradient(135deg,var(--accent) 50%,transparent 50%)}
.week-grid .painted{box-shadow:inset 0 0 0 2px var(--focus)}
.week-grid [role=gridcell]:focus-visible{outline-offset:-3px;border-radius:0}
@media (forced-colors:active){.week-grid [aria-selected=true]{background:Highlight;forced-color-adjust:none}}
.weekdays{display:grid;border-top:1px solid var(--line)}
.weekdays fieldset{padding-block:var(--space-s);border-bottom:1px solid var(--line)}
.blocks ul{list-style:none;display:grid;gap:var(--space-s)}
.blocks li{display:grid;grid-template-columns:1fr 1fr;gap:var(--space-xs);align-items:end}
.blocks li .button{grid-column:1/-1;justify-self:start}
.blocks li .error{grid-column:1/-1}
.blocks>.button{margin-top:var(--space-s)}
.weekdays .legend{font-weight:var(--weight-bold)}
@media (max-width:33.99rem){.blocks .field input{padding-inline:var(--space-xs);font-size:var(--type-small)}
.week-grid :is(th[scope=row],thead td:first-child){width:2.75rem}
.week-grid th[scope=col]{letter-spacing:-.04em}.week-grid th[scope=row] span{inset-inline-end:var(--space-xxs)}}
@media (min-width:34rem){.weekdays fieldset{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:var(--space-m)}
.weekdays legend{float:left;grid-column:1}
.blocks li{grid-template-columns:9rem 9rem auto}.blocks li .button{grid-column:auto;min-height:3rem}}
.daypick{width:100%;table-layout:fixed;border-collapse:separate;border-spacing:var(--space-xxs);text-align:center}
.daypick caption{text-align:start;font-weight:var(--weight-bold);padding-bottom:var(--space-xs)}
.daypick th{font-size:var(--type-caption);color:var(--muted);font-weight:var(--weight-medium)}
.daypick td{padding:0;vertical-align:top}
.daypick a,.daypick span.gone{display:flex;flex-direction:column;align-items:center;justify-content:start;min-height:3.25rem;padding:var(--space-xxs) 0;
  border:1px solid var(--line);border-radius:var(--radius-s);color:var(--ink);text-decoration:none;
  font-variant-numeric:tabular-nums}
.daypick span.gone{color:var(--muted);border-color:transparent}
.daypick a:hover{background:var(--sunken)}
.daypick a[aria-current]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.daypick .set{background:var(--accent-soft);color:var(--on-accent-soft)}
.daypick .off{background:var(--warning-soft);color:var(--warning)}
:is(.daypick,.day-legend) .temporary{border:1px dashed var(--accent)}
:is(.daypick,.day-legend) :is(.vacation,.holiday){border-color:var(--warning)}
:is(.daypick,.day-legend) .holiday{border-style:dashed}
:is(.daypick,.day-legend) .away{border-block-end:4px double var(--ink)}
.day-legend{list-style:none;display:flex;flex-wrap:wrap;gap:var(--space-xs) var(--space-m);font-size:var(--type-small);
  line-height:var(--line-small)}
.day-legend li{display:flex;align-items:center;gap:var(--space-xs)}
.swatch{flex:none;width:1.5rem;height:1.25rem;border:1px solid var(--line);border-radius:var(--radius-s)}
.swatch.set{background:var(--accent-soft)}
.swatch.off{background:var(--warning-soft)}
.daypick small{max-width:100%;font-size:var(--type-caption);line-height:var(--line-caption);overflow:hidden;text-overflow:ellipsis;
  white-space:nowrap;padding-inline:var(--space-xxs)}
@media (max-width:39.99rem){.daypick small{position:absolute;width:1px;height:1px;clip-path:inset(50%)}.daypick td{position:relative}}
.save-bar{position:sticky;inset-block-end:0;z-index:2;align-items:center;background:var(--surface);
  border-top:1px solid var(--line);padding-block:var(--space-s)}
.save-bar .badge{margin-inline-end:auto}
.sheet~.save-bar{padding-inline:var(--space-m);border:1px solid var(--line);border-radius:var(--radius-m)}
@media (min-width:40rem){.sheet~.save-bar{padding-inline:var(--space-xl)}}
html:has(.save-bar){scroll-padding-block-end:6rem}
.copying{display:flex;flex-wrap:wrap;gap:var(--space-xs);align-items:end}
.copying .field{flex:1 1 14rem}
.copying .button{min-height:3rem}
.half{display:grid;gap:var(--space-m)}
@media (min-width:34rem){.half{grid-template-columns:1fr 1fr;align-items:start}}
.asked{display:grid;gap:var(--space-s);padding-block:var(--space-m);border-bottom:1px solid var(--line)}
.taking:not(:has(>.choice input:checked))>.half,.asking:not(:has(option[value=choice]:checked))>.of-choice{display:none}
.clock-choices{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:0 var(--space-s);
  font-variant-numeric:tabular-nums}
.clock-choices .choice{gap:var(--space-xs);white-space:nowrap}
html:has(.actions.stays){scroll-padding-block-end:6rem}
#day:has([name=open][value=no]:checked) .blocks{display:none}
.choices{display:flex;flex-wrap:wrap;gap:0 var(--space-m)}
`;
