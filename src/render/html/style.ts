import {mediaStyle} from "./style-media.ts";

/**
 * The look of a report in HTML: ink, one accent, hairlines; light, dark and paper.
 *
 * A serif for text, the system's plain face with tabular figures for tables and charts. Only the fonts that the
 * reader's machine has: the page asks for nothing.
 */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fffefc;
  --ink: #1b1a18;
  --soft: #5c5955;
  --line: #cfcac2;
  --accent: #1f5c8f;
  --part: #c6d8e8;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #161718;
    --ink: #e9e6e1;
    --soft: #aba69f;
    --line: #45454a;
    --accent: #86b8e3;
    --part: #2d4356;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; background: var(--paper); color: var(--ink); font: 1.0625rem/1.45 var(--serif); }
main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.publication { margin: 0; font-size: 1.0625rem; font-style: italic; }
h1 { margin: 0.1rem 0 0.35rem; font-size: clamp(1.75rem, 5vw, 2.5rem); font-weight: 600; line-height: 1.15; text-wrap: balance; }
.byline { max-width: none; margin: 0; padding-bottom: 0.7rem; border-bottom: 1px solid var(--ink); color: var(--soft); font: 0.8125rem/1.45 var(--sans); }
h2 { margin: 2.75rem 0 0.5rem; padding-top: 0.5rem; border-top: 1px solid var(--line); font-size: 1.3125rem; font-weight: 600; line-height: 1.2; }
h3 { margin: 1.75rem 0 0.35rem; font-size: 1.0625rem; font-weight: 600; }
p, ul, ol, dl { max-width: 40rem; margin: 0.6rem 0; }
.summary p { margin: 0.5rem 0; font-size: 1.1875rem; }
li { margin: 0.3rem 0; }

.scroll { position: relative; overflow-x: auto; margin: 0.75rem 0 1.25rem; }
table { width: 100%; border-collapse: collapse; font: 0.875rem/1.45 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
caption { padding: 0 0 0.35rem; color: var(--soft); font-size: 0.8125rem; text-align: start; }
th, td { padding: 0.35rem 0; padding-inline-start: 1.1rem; border-bottom: 1px solid var(--line); font-weight: 400; text-align: right; vertical-align: baseline; white-space: nowrap; }
thead th { border-bottom-color: var(--ink); color: var(--soft); font-size: 0.8125rem; vertical-align: bottom; }
/* What the table is stays in view while its columns scroll. */
caption span { display: inline-block; position: sticky; inset-inline-start: 0; }
thead abbr { text-decoration: none; }
.year { display: block; font-size: 0.75rem; }
th:first-child { position: sticky; inset-inline-start: 0; padding-inline-start: 0; padding-inline-end: 0.5rem; background: var(--paper); text-align: start; }
tbody th { min-width: 9rem; white-space: normal; }
.figures tbody th { font-weight: 600; }
.figures .days th, .days td { color: var(--soft); font-size: 0.8125rem; font-weight: 400; }
/* The whole period stands apart from its months. */
th.total, td.total { padding-inline-start: 1.6rem; font-weight: 600; }
.days td.total, thead th.total { font-weight: 400; }
/* The mark hangs behind its figure, so that figures still align. */
sup.told { display: inline-block; width: 0; margin-inline-start: 0.1em; color: var(--soft); font-style: italic; }
.key { font-size: 0.9375rem; }
.many table, .many thead th { font-size: 0.75rem; }
.many th + th, .many td { padding-inline-start: 0.5rem; }
/* A single column stands near its labels. */
.few { max-width: 28rem; }
.compared tbody { border-bottom: 1px solid var(--line); }
.compared tbody th, .compared tbody td { padding-top: 0.12rem; padding-bottom: 0.12rem; border-bottom: 0; }
.compared tbody tr:first-child > * { padding-top: 0.45rem; }
.compared tbody tr:last-child > * { padding-bottom: 0.45rem; }
.compared tbody tr:not(.days) th { font-weight: 600; }
.compared tbody tr:not(:first-child) th { padding-inline-start: 1rem; }
.which, .compared .then > *, .compared .index > * { color: var(--soft); }
.which { font-weight: 400; }
.compared tr:first-child .which::before { content: "· "; }
.compared td.total { font-weight: 400; }
.compared th:last-child, .compared td:last-child, .few th:last-child, .few td:last-child { padding-inline-end: 0.5rem; }
tr.all th, tr.all td { border-top: 1px solid var(--ink); border-bottom: 0; font-weight: 600; }
th.drawn, td.drawn { text-align: start; }
td.drawn { width: 1%; vertical-align: middle; line-height: 0; }
.ranked { max-width: 48rem; }
.ranked th, .ranked td { vertical-align: baseline; }
.ranked thead th, .cycle thead th { white-space: normal; }
.ranked tbody th { min-width: 10rem; padding-inline-start: 0.6rem; overflow-wrap: anywhere; text-align: start; }
th.name, td.name { text-align: start; }
th.name { padding-inline-start: 0.6rem; }
td.name { padding-inline-start: 0.6rem; white-space: normal; }
th.rank, td.rank { width: 1%; padding: 0.35rem 0; text-align: right; }
th.moved, td.moved { width: 1%; padding-inline-start: 0.6rem; color: var(--soft); font-size: 0.8125rem; text-align: start; }
.rest th, .rest td { color: var(--soft); }
th.share { padding-inline-end: calc(56px + 0.35rem); }
td.share { white-space: nowrap; }
svg.share { margin-inline-start: 0.1rem; vertical-align: baseline; fill: var(--part); }
.sheet { max-width: 56rem; }
.sheet thead th { white-space: normal; }
.sheet tbody th { min-width: 9rem; overflow-wrap: anywhere; }
.sheet th.name:first-child { padding-inline-start: 0; }
.sheet td.name { white-space: nowrap; }
svg.plan { fill: var(--part); }
svg.plan .target { fill: var(--accent); }
.moved-most ul { padding-inline-start: 1.1rem; list-style: "–  "; }
svg.range { vertical-align: middle; fill: var(--part); }
svg.range line { stroke: var(--line); stroke-width: 1; }
svg.range .at { fill: var(--accent); }
.table { margin: 1.75rem 0 2.5rem; }
.table h3 { margin-bottom: 0.1rem; }
.table .scroll { margin: 0.25rem 0 0.5rem; }
/* What opens the rest of a table. On paper there is no rest. */
details.months { display: none; }
:is(details.rows, details.months) summary { color: var(--accent); font: 0.8125rem/1.6 var(--sans); cursor: pointer; }
.remarks { color: var(--soft); font-size: 0.875rem; }
.remarks p, .remarks ul { margin: 0.3rem 0; }
.remarks ul { padding-inline-start: 1.1rem; list-style: "–  "; }
.cycles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr)); gap: 0.5rem 2.25rem; align-items: start; }
.cycle th, .cycle td { padding-top: 0.15rem; padding-bottom: 0.15rem; }
.cycle tbody th { min-width: 0; }
td.sha { width: 1%; font: 0.6875rem/1.35 var(--mono); text-align: start; }
/* Two lines of 32 digits each. */
td.sha span { display: inline-block; width: 32.5ch; white-space: normal; overflow-wrap: anywhere; }
td.span { font-size: 0.75rem; line-height: 1.35; }
.inputs tbody th { min-width: 13.5rem; overflow-wrap: anywhere; }
.inputs thead th { white-space: normal; }
.inputs th, .inputs td { vertical-align: top; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
sup { margin-inline-start: 0.15em; font: 0.6875rem/0 var(--sans); }
sup a { padding: 0.25rem 0.1rem; text-decoration: none; }

.by { color: var(--soft); font: 0.8125rem/1.45 var(--sans); }
blockquote { max-width: 38rem; margin: 0.6rem 0; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); color: var(--soft); }
/* The publisher may write in another direction than the report runs. */
.prose :is(p, h3, li) { unicode-bidi: plaintext; }
code { font: 0.875em var(--mono); }

.spark { overflow: visible; }
.spark path { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.spark circle { fill: var(--accent); }

.notes { padding-inline-start: 1.4rem; font-size: 0.9375rem; }
.notes li::marker { color: var(--soft); font: 0.75rem var(--sans); }
.gaps { padding-inline-start: 1.4rem; font-size: 0.9375rem; list-style: "–  "; }
.back { white-space: nowrap; font: 0.8125rem var(--sans); text-decoration: none; }

.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); gap: 1.5rem 2rem; margin: 1rem 0; }
.charts .unit, .caption { margin: 0; color: var(--soft); font: 0.75rem/1.4 var(--sans); }
.caption { max-width: none; }
figure { margin: 0; break-inside: avoid; }
figcaption { margin-top: 0.25rem; color: var(--soft); font: 0.75rem/1.4 var(--sans); }
figure h3 { margin: 0; font: 600 0.9375rem/1.3 var(--sans); }
.chart { display: block; width: 100%; height: auto; max-width: 26rem; overflow: visible; fill: var(--ink); font: 11px var(--sans); font-variant-numeric: tabular-nums lining-nums; text-anchor: middle; }
.chart .bar { fill: var(--accent); }
.chart .part { fill: var(--part); stroke: var(--accent); stroke-dasharray: 3 2; }
.chart .told { fill: none; stroke: var(--accent); }
.chart .base { stroke: var(--ink); }
.chart .tick, .chart .scale { fill: var(--soft); }
.chart .grid { stroke: var(--line); stroke-width: 0.5; }

dt { margin-top: 0.75rem; font-weight: 600; }
dt .unit { color: var(--soft); font: 0.8125rem var(--sans); }
dd { margin: 0.1rem 0 0; }
.hash { font: 0.8125em var(--mono); overflow-wrap: anywhere; }

/* Where lines run from the right: what is drawn runs as they do; figures keep their signs before them and their units in line. */
[dir="rtl"] td { unicode-bidi: plaintext; }
[dir="rtl"] td.share { unicode-bidi: normal; }
[dir="rtl"] sup { unicode-bidi: isolate; }
[dir="rtl"] :is(.spark, svg.share, svg.range, svg.plan) { transform: scaleX(-1); }
[dir="rtl"] sup.told { direction: ltr; margin: 0 0 0 0.1em; }
[dir="rtl"] :is(.hash, .sha, .span) { direction: ltr; }
/* Scripts that know no italics, and letters that need more room between lines. */
:is(:lang(ar), :lang(zh)) .publication { font-style: normal; }
body:lang(ar) { line-height: 1.65; }
:lang(ar) h1 { line-height: 1.35; }

${mediaStyle}`;
