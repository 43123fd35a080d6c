/** What the page of a report has beside the look that it shares with other pages: its first screen, its contents, tables beside each other, two columns on paper. */
export const pageOfReportStyle = `
.summary .doubt { font-size: 0.875rem; }
section > .summary p { font-size: 1.0625rem; }
.common { margin: 0.25rem 0; color: var(--soft); font: 0.8125rem var(--sans); }
.common sup { font: inherit; }
.common a { text-decoration: underline; }
.chart .then { fill: none; stroke: var(--soft); stroke-width: 0.75; }
.chart .event { fill: var(--ink); font-size: 9px; }
.map { display: block; width: 100%; height: auto; max-width: 44rem; fill: var(--ink); font: 12px var(--sans); }
.map .land { fill: var(--line); fill-opacity: 0.2; stroke: var(--line); stroke-width: 0.75; }
.map .regions { fill: none; stroke: var(--line); stroke-width: 0.5; }
.map .scale circle { fill: none; stroke: var(--soft); }
[dir="rtl"] .map { direction: ltr; }
.map .reached { fill: var(--accent); fill-opacity: 0.75; }
.map .small { fill: none; stroke: var(--accent); stroke-width: 1.5; }
.map .name { stroke: var(--paper); stroke-width: 3; stroke-linejoin: round; }
/* The figures that are seen first. */
.large { display: flex; flex-wrap: wrap; gap: 0.5rem 2.25rem; max-width: none; margin: 0.75rem 0 0.25rem; font-family: var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.large dt { margin: 0; font-size: 0.875rem; }
.large dd { margin: 0; color: var(--soft); font-size: 0.8125rem; }
.large .value { color: var(--ink); font: 600 clamp(1.75rem, 4vw, 2.25rem)/1.15 var(--serif); }
.large b { color: var(--ink); }
[dir="rtl"] .large :is(b, .value) { unicode-bidi: plaintext; text-align: right; }
/* The main table begins on the first screen. */
#figures h2 { margin-top: 1rem; }
#figures .common { margin: 0; }
#figures .common ~ .scroll { margin-top: 0.25rem; }
/* The contents: names in a line, beside the figures where a third of the width is free. */
#contents { margin: 0.75rem 0 0; font: 0.8125rem/1.5 var(--sans); }
#contents ol { max-width: none; margin: 0; padding: 0; list-style: none; }
#contents li { display: inline; margin: 0; }
#contents li:not(:last-child)::after { content: " · "; color: var(--soft); }
.names { max-width: none; font: 0.8125rem/1.6 var(--sans); }
.self { color: inherit; text-decoration: none; }
.self:hover { text-decoration: underline; text-decoration-thickness: 1px; }
.up { max-width: none; margin: 1rem 0 0; font: 0.8125rem var(--sans); text-align: end; }
.up a { text-decoration: none; }
@media screen and (min-width: 56.25rem) {
  main { padding-top: 1.25rem; }
  .opening { display: grid; grid-template-columns: 1fr minmax(14rem, 30%); column-gap: 2.5rem; grid-template-rows: repeat(4, auto) 1fr; }
  .opening > * { grid-column: 1; }
  .opening :is(.publication, h1, .byline) { grid-column: 1 / -1; }
  #contents { grid-column: 2; grid-row: 4 / span 2; margin-top: 1rem; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); line-height: 1.35; }
  #contents li { display: list-item; margin: 0 0 0.15rem; }
  #contents li:not(:last-child)::after { content: none; }
  .charts.by-3 { grid-template-columns: repeat(3, 1fr); }
  .charts.by-4 { grid-template-columns: repeat(4, 1fr); }
  .charts.by-5 { grid-template-columns: repeat(5, 1fr); }
  /* Notes and lists of sentences fill the width that tables have. */
  .notes, .gaps, .moved-most ul, #meanings dl, #standing ul, :is(#ranges, #provenance) > ul { max-width: none; columns: 2 24rem; column-gap: 2.5rem; }
  .table .gaps { columns: auto; }
  :is(.notes, .gaps, .moved-most, #standing, #ranges, #provenance) li, #meanings dd { break-inside: avoid; }
  #meanings dt { break-after: avoid; }
  .large { align-self: start; display: grid; grid-template-columns: repeat(2, auto); justify-content: start; column-gap: 3.5rem; }
}
/* Two tables beside each other where there is room. */
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 2.5rem; align-items: start; margin: 1.25rem 0; }
.tables > * { min-width: 0; }
.tables h3 { margin-top: 0; }
.tables :is(.wide, .alone) { grid-column: 1 / -1; }
.tables .table { margin: 0; }
.tables .widest .sheet { max-width: none; }
#ranges thead th { white-space: normal; }
@media screen {
  details.rows:not([open]) + .scroll tbody tr:nth-child(n + 6):not(.rest) { display: none; }
}
@media screen and (min-width: 60rem) {
  /* What has the line to itself has its remarks beside it. */
  .tables :is(.wide:not(.widest), .alone):has(> .scroll ~ :is(.remarks, .gaps)) { display: grid; grid-template-columns: minmax(0, 48rem) minmax(14rem, 1fr); grid-template-rows: repeat(2, auto) 1fr; column-gap: 2.5rem; }
  .tables :is(.wide, .alone) > * { grid-column: 1; }
  .tables :is(.wide, .alone) > .scroll ~ :is(.remarks, .gaps) { grid-column: 2; grid-row: 2 / span 2; margin-top: 0.25rem; }
  /* Heads of long tables stay in view, where no table has to slide. */
  .long { overflow: visible; }
  .long thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--paper); }
}

@media screen and (max-width: 40rem) {
  .large { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem 1.25rem; }
}
@media print {
  .large { flex-wrap: nowrap; justify-content: space-between; }
  /* Two columns fill the width of the sheet. */
  .notes, .gaps, .moved-most ul, #meanings dl, #standing ul, :is(#ranges, #provenance) > ul, .prose { max-width: none; columns: 2; column-gap: 2rem; }
  .tables { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.9rem 2rem; margin: 0; }
  .tables :is(.wide, .alone) { grid-column: auto; }
  svg.spark { height: 16px; }
  .tables .widest { grid-column: 1 / -1; }
  .tables .wide:not(.widest) table, .tables .wide:not(.widest) thead th { font-size: 0.75rem; }
  .tables .wide:not(.widest) :is(th, td) { padding-inline-start: 0.4rem; }
  .tables table { font-size: 0.8125rem; }
  .tables .table:not(.widest) svg.share { display: none; }
  #ranges tbody th { min-width: 18rem; }
  .cycles { grid-template-columns: 1fr 1fr; gap: 0.5rem 1.25rem; }
  .cycles figure { grid-column: 1 / -1; }
  .cycles .chart { max-width: 18rem; }
  .charts { grid-template-columns: repeat(4, 1fr); gap: 0.75rem 1.5rem; }
  .charts.by-3 { grid-template-columns: repeat(3, 1fr); }
  .charts.by-5 { grid-template-columns: repeat(5, 1fr); }
  /* Beside the chart stands its table. */
  .cycles .chart .value { display: none; }
}
`;
