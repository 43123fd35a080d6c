import {createHash} from "node:crypto";
import {style as reportStyle} from "../../../render/html/style.ts";

/** What the pages of the archive have beside the look of a report. */
const own = `
.bar-of-pages { max-width: 68rem; margin: 0 auto; padding: 1rem 1.25rem 0; }
.bar-of-pages .publication { font-size: 1.1875rem; }
.bar-of-pages .publication a { color: inherit; text-decoration: none; }
.bar-of-pages ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; max-width: none; margin: 0.35rem 0 0; padding: 0.2rem 0 0.3rem; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line); list-style: none; font: 0.875rem/1.45 var(--sans); }
.bar-of-pages li { margin: 0; }
.bar-of-pages li a { display: block; padding: 0.35rem 0; text-decoration: none; }
.bar-of-pages a[aria-current] { color: var(--ink); font-weight: 600; }
main { padding-top: 1.6rem; }
main > h1:first-child { margin-top: 0; }
.lead { margin: 0.9rem 0 1.2rem; font-size: 1.1875rem; }
.foot { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem 3rem; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
.foot p { max-width: none; margin: 0.2rem 0; }
.foot div { padding-top: 0.6rem; border-top: 1px solid var(--line); }
.banner { max-width: none; margin: 1rem 0 1.4rem; padding: 0.7rem 0 0.7rem 1rem; border-inline-start: 3px solid var(--accent); }
[dir="rtl"] .banner { padding: 0.7rem 1rem 0.7rem 0; }
.banner p { max-width: 44rem; margin: 0.2rem 0; }
.big { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12.5rem), 1fr)); gap: 1.4rem 2rem; max-width: none; margin: 1.4rem 0 0.6rem; padding: 0; list-style: none; }
.big li { margin: 0; padding-top: 0.5rem; border-top: 1px solid var(--line); }
.big .name { font: 0.8125rem/1.4 var(--sans); }
.big .value { display: block; margin: 0.1rem 0; font-size: 2.1rem; line-height: 1.15; font-variant-numeric: lining-nums tabular-nums; }
.big .change { display: block; color: var(--soft); font: 0.8125rem/1.4 var(--sans); }
.big svg { display: block; max-width: 100%; height: auto; margin-top: 0.4rem; }
/* Each of several causes stands in a line of its own. */
.cause { display: block; }
.when { color: var(--soft); font: 0.8125rem/1.45 var(--sans); }
pre { max-width: none; margin: 0.6rem 0 1rem; padding: 0.6rem 0 0.6rem 1rem; border-inline-start: 1px solid var(--line); font: 0.8125rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; direction: ltr; text-align: left; }
code { font: 0.875em var(--mono); overflow-wrap: anywhere; }
details { max-width: none; margin: 0.5rem 0; }
summary { cursor: pointer; font: 0.9375rem/1.5 var(--sans); }
.plain { max-width: none; padding: 0; list-style: none; }
.plain > li { margin: 0; padding: 0.45rem 0; border-bottom: 1px solid var(--line); }
.letters { display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; max-width: none; padding: 0; list-style: none; font: 0.9375rem/1.5 var(--sans); }
.letters li { margin: 0; }
.letters a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
/* A mark behind a figure has room there. */
.sheet tr > :last-child { padding-inline-end: 0.5rem; }
.letters a { display: block; min-width: 1.75rem; padding: 0.25rem 0; }
.sheet td.left, .sheet th.left { text-align: start; white-space: normal; }
.sheet td.left { min-width: 8.5rem; }
.sheet td.sum { direction: ltr; font: 0.6875rem/1.4 var(--mono); text-align: start; white-space: normal; overflow-wrap: anywhere; min-width: 15rem; }
.sheet .gone { color: var(--soft); text-decoration: line-through; text-decoration-thickness: 1px; }
.sheet.wide { max-width: none; margin-top: 0.4rem; }
.plain p { margin: 0.1rem 0; }
.course { margin: 1.2rem 0 1.5rem; }
.course svg { direction: ltr; display: block; width: 100%; height: auto; overflow: visible; font: 12px var(--sans); }
.course .line { fill: none; stroke: var(--accent); stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; }
.course .grid { stroke: var(--line); stroke-width: 1; }
.course .base { stroke: var(--ink); stroke-width: 1; }
.course .tick { fill: var(--soft); }
.course .end { fill: var(--ink); font-weight: 600; }
.course .alone { fill: var(--accent); }
.course .first { fill: var(--paper); stroke: var(--soft); stroke-width: 1.25; }
.course .point circle { fill: var(--accent); opacity: 0; }
.course .point rect { fill: transparent; }
.course .point text { fill: var(--ink); opacity: 0; stroke: var(--paper); stroke-width: 4px; font-weight: 600; }
.course .point:hover circle, .course .point:focus circle, .course .point:hover text, .course .point:focus text { opacity: 1; }
.course .point:focus { outline: none; }
.course .point:focus circle { stroke: var(--ink); stroke-width: 2; }
.course .narrow { display: none; }
.course figcaption { margin-top: 0.3rem; }
@media (max-width: 40rem) { .course .narrow { display: block; } .course .wide { display: none; } }
.courses { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1.2rem 2rem; margin: 1.2rem 0; }
.courses .course { margin: 0; }
.courses h2 { margin: 0; padding: 0; border: 0; font: 600 0.9375rem/1.3 var(--sans); }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 3rem; align-items: start; }
.beside > section > h2 { margin-top: 2rem; }
.skip { position: absolute; inset-inline-start: -200vw; }
.skip:focus { inset-inline-start: 1rem; top: 0.5rem; padding: 0.2rem 0.5rem; background: var(--paper); }
.choose { display: flex; flex-wrap: wrap; gap: 0.7rem 1.2rem; align-items: end; margin: 1.2rem 0 0.8rem; font: 0.9375rem/1.4 var(--sans); }
.choose p { margin: 0; max-width: 100%; }
.choose label { display: block; color: var(--soft); font-size: 0.8125rem; }
.choose select, .choose button { max-width: 100%; min-height: 2.5rem; padding: 0.35rem 0.6rem; border: 1px solid var(--line); border-radius: 0; background: var(--paper); color: var(--ink); font: inherit; }
.choose button { border-color: var(--ink); cursor: pointer; }
.bars-of-rows { margin: 1rem 0 1.5rem; }
.bars-of-rows figcaption { color: var(--soft); font: 0.8125rem/1.4 var(--sans); }
.bars-of-rows dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.1rem 1rem; max-width: none; margin: 0.4rem 0 0; font: 0.875rem/1.5 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.bars-of-rows dt, .bars-of-rows dd { margin: 0; min-width: 0; }
.bars-of-rows dd { grid-column: 2; }
.bars-of-rows .before { line-height: 0.6; }
.bars-of-rows .before svg { fill: var(--part); }
.bars-of-rows svg { width: min(60%, 26rem); height: 0.6rem; margin-inline-end: 0.4rem; fill: var(--accent); }
[dir="rtl"] .bars-of-rows svg { transform: scaleX(-1); }
.embedded main { padding: 0.75rem 1rem; }
.embedded h1 { font-size: 1.1875rem; }
@media print {
  .choose { display: none; }
  .bar-of-pages ul, .skip { display: none; }
  .big { grid-template-columns: repeat(4, 1fr); }
  .bar-of-pages, .foot { max-width: none; padding: 0; }
  .course .line, .course .first, .course .alone { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  pre, .big li, .banner { break-inside: avoid; }
}
`;

/** The look of a page, as it stands in it. */
export const siteStyle = reportStyle + own;

/** What something with a style of its own may do: show itself. Its style is named by its hash; nothing else is ever loaded, and nothing runs. */
export function policyOfStyle(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** What a page may do. */
export const sitePolicy = policyOfStyle(siteStyle);

/** The same for a page with a form, which is sent to where the page is from. */
export const formPolicy = sitePolicy.replace("form-action 'none'", "form-action 'self'");
