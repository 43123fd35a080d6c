/** The look on a phone and on paper. */
export const mediaStyle = `@media screen and (max-width: 40rem) {
  main { padding-top: 1.5rem; }
  details.months { display: block; }
  details.months:not([open]) + .scroll :is(.past, .drawn) { display: none; }
  th, td { padding-inline-start: 0.85rem; }
  /* Figures slide below the fixed column: the line says where they are cut. */
  th:first-child::after { content: ""; position: absolute; inset: 0; inset-inline-start: auto; border-inline-end: 1px solid var(--line); }
  .figures tbody th, .compared tbody th, .account tbody th, .inputs tbody th { min-width: 7.5rem; max-width: 9rem; }
  /* Here the name of the row stays, which is not the first cell. */
  .ranked th.rank, .cycle th { position: static; }
  .ranked thead th:nth-child(-n+3).name, .ranked tbody th { position: sticky; inset-inline-start: 0; background: var(--paper); }
  .ranked th.rank::after, .cycle th::after { content: none; }
  .ranked table { font-size: 0.8125rem; }
  .ranked th, .ranked td, .sheet th + th, .sheet td { padding-inline-start: 0.4rem; }
  .ranked tbody th, .sheet tbody th { min-width: 5.5rem; }
  .sheet table, .inputs table { font-size: 0.8125rem; }
  #ranges .drawn { display: none; }
  caption span { max-width: calc(100vw - 2.5rem); white-space: normal; }
  .ranked th.rank, .ranked td.rank { padding-inline-start: 0; }
  th.share { padding-inline-end: 0; }
  svg.share { display: none; }
}
@media screen and (max-width: 26.25rem) {
  /* Rows stand in the order of their ranks. */
  .ranked .rank { display: none; }
}
@page { size: A4; margin: 13mm 12mm 12mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #999; --accent: #1f4f7a; --part: #d9e3ec; }
  /* Every size on the page hangs on this one. */
  html { font-size: 7.25pt; }
  body { line-height: 1.38; }
  table { line-height: 1.3; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2 { margin-top: 1.25rem; break-after: avoid; }
  h3, .table .scroll, caption { break-after: avoid; }
  .compared tbody, .table.whole, .cycles { break-inside: avoid; }
  .table { margin: 1rem 0 1.25rem; }
  p, ul, ol, dl { orphans: 3; widows: 3; }
  p { max-width: none; }
  .scroll { overflow: visible; margin: 0.5rem 0 0.75rem; }
  th, td, th.rank, td.rank { padding-top: 0.14rem; padding-bottom: 0.14rem; }
  .back, .up, #contents, .names, details { display: none; }
  .remarks { font-size: 0.8125rem; }
  .ranked tbody th { min-width: 0; }
  .ranked, .sheet, .few { max-width: none; }
  .ranked th, .ranked td { padding-inline-start: 0.6rem; }
  th.share { padding-inline-end: 0; }
  .inputs table, .inputs thead th { font-size: 0.75rem; }
  .inputs tbody th { min-width: 0; }
  .inputs th + th, .inputs td { padding-inline-start: 0.6rem; }
  td.sha { font-size: 0.59rem; }
  td.span { font-size: 0.65rem; }
  th:first-child, caption span { position: static; }
  th:first-child::after { content: none; }
  thead { display: table-header-group; }
  .account, tr, li, figure, dt, dd { break-inside: avoid; }
  /* The last rows of a table stay together. */
  .scroll:not(.compared) tbody:last-child tr:nth-last-child(-n + 2) { break-before: avoid; }
  dt { break-after: avoid; }
  .compared tbody tr:first-child > * { padding-top: 0.25rem; }
  .compared tbody tr:last-child > * { padding-bottom: 0.25rem; }
  .chart { font-size: 13px; }
  .bar, .part, .told, .spark, svg.share, svg.range, svg.plan { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
