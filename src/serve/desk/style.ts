import {siteStyle} from "../../publish/site/pages/style.ts";
import {formStyle} from "../forms/style.ts";

/*
 * The look of the desk: that of the archive, that of forms, and what each screen has a section of its own below.
 */
const own = `
/* Today. */
.tasks { margin: 1.2rem 0; border-top: 1px solid var(--line); }
.tasks p { max-width: none; margin: 0.15rem 0; }
.tasks .to { font: 0.9375rem/1.5 var(--sans); }
.so-far .unfinished { padding-inline-start: 0.6rem; border-inline-start: 3px solid var(--accent); }
/* Months. */
.strips { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17.5rem), 1fr)); gap: 1.2rem 2rem; max-width: none; margin: 0.8rem 0; padding: 0; list-style: none; }
.strips li { margin: 0; }
.strips h3 { margin: 0 0 0.3rem; font: 600 0.9375rem/1.4 var(--sans); }
.strip { margin: 0; }
.strip.large { margin: 0.8rem 0 1.2rem; }
.strip figcaption { max-width: 44rem; margin-top: 0.3rem; color: var(--soft); font: 0.8125rem/1.45 var(--sans); }
.strip svg { display: block; direction: ltr; width: 100%; height: auto; overflow: visible; font: 11px var(--sans); }
.strip .day { fill: var(--accent); }
.strip .base { stroke: var(--ink); stroke-width: 1; }
.strip .hatching { stroke: var(--ink); stroke-width: 1.5; }
.strip text { fill: var(--soft); text-anchor: middle; }
.strip.large .narrow { display: none; }
@media (max-width: 40rem) { .strip.large .narrow { display: block; } .strip.large .wide { display: none; } }
.sheet label { cursor: pointer; }
/* Jobs. */
/* Review. */
[hidden] { display: none !important; }
.listed, .members { max-width: none; margin: 0; padding: 0; list-style: none; }
.listed li { margin: 0; overflow-wrap: anywhere; }
.listed ul { margin: 0; padding-inline-start: 1rem; }
.members { columns: 20rem; max-height: 24rem; overflow-y: auto; }
.members li { margin: 0; break-inside: avoid; overflow-wrap: anywhere; }
.facts dt { margin: 0; }
.client { max-width: none; }
.client h2 { margin-top: 1.6rem; }
@media (min-width: 60rem) { .client { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; } .client > div > h2:first-child { margin-top: 0; padding-top: 0; border-top: 0; } }
figure.hours { max-width: 20rem; margin: 0.8rem 0; }
fieldset { min-width: 0; margin: 0.8rem 0; padding: 0.6rem 0 0; border: 0; border-top: 1px solid var(--line); }
legend { padding: 0 0.6rem 0 0; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
fieldset p { margin: 0.2rem 0; overflow-wrap: anywhere; }
.sheet form { margin: 0; }
/* Books. */
.book table { min-width: 100%; }
.book td.left { min-width: 3rem; overflow-wrap: normal; }
.book td.left bdi { display: inline-block; max-width: 22rem; overflow-wrap: break-word; }
.book td.left bdi.short { white-space: nowrap; }
.book tbody th { min-width: 3rem; }
.book thead th, .book thead code { overflow-wrap: normal; }
.book td.bad { border-block-end: 2px solid var(--accent); }
.book .remarks td { border-top: 0; padding-top: 0; }
.remark { max-width: min(44rem, calc(100vw - 7rem)); margin: 0.2rem 0; border-inline-start: 3px solid var(--accent); padding-inline-start: 0.6rem; font: 0.8125rem/1.5 var(--sans); }
.remark.doubtful { border-color: var(--line); }
.remark .help { color: var(--soft); }
form.row .cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr)); gap: 0 1.2rem; }
form.row .field { margin: 0.4rem 0; }
.needed { color: var(--soft); }
/* Files. */
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.changes, pre.whole { max-width: none; max-height: 30rem; margin: 0.6rem 0 1rem; overflow: auto; border-block: 1px solid var(--line); font: 0.8125rem/1.5 var(--mono); }
pre.whole { padding: 0.4rem 0; white-space: pre; }
.changes pre { margin: 0; white-space: normal; width: max-content; min-width: 100%; font: inherit; }
.changes pre > * { display: block; white-space: pre; text-decoration: none; }
.changes del { color: var(--soft); text-decoration: line-through; }
.changes del .sign, .changes ins .sign { text-decoration: none; display: inline-block; }
.changes ins { font-weight: bold; border-inline-start: 3px solid var(--accent); }
.changes del { border-inline-start: 3px solid var(--line); }
.changes pre > span { border-inline-start: 3px solid transparent; }
/* Report. */
.boxes { columns: 3 13rem; max-width: none; margin: 0.4rem 0; padding: 0; list-style: none; }
.boxes li { margin: 0; padding: 0.15rem 0; break-inside: avoid; }
.drawn-report { margin: 0.6rem 0 1rem; }
.changes pre { padding: 0 0 0.4rem; border: 0; }
.changes p.when { margin: 0.4rem 0 0; }
/* Publish. */
.facts dt { margin: 0; font-weight: normal; }
.glance { grid-template-columns: minmax(8rem, 16rem) 1fr; }
.field input.short { max-width: 16rem; }
.facts dd.doubt { padding-inline-start: 0.6rem; border-inline-start: 3px solid var(--accent); }
@media (min-width: 30rem) { .facts dd.doubt { grid-column: 2; } }
@media (max-width: 30rem) { .glance { grid-template-columns: 1fr; } }
/* Settings. */
.settings fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0 2rem; margin: 1.2rem 0; padding: 0; border: 0; border-block-start: 1px solid var(--line); min-width: 0; }
.settings legend { padding: 0; padding-inline-end: 0.6rem; color: var(--ink); font: bold 1.0625rem/1.5 var(--serif); }
.settings .field code { color: var(--soft); font-size: 0.75rem; overflow-wrap: anywhere; }
.settings .field p.head { margin: 0; font: 0.8125rem/1.5 var(--sans); color: var(--soft); }
.settings .field textarea { min-height: 4.5rem; }
input.short { width: 8rem; }
.settings fieldset .field { margin: 0.4rem 0; min-width: 0; }
.settings .boxes { grid-column: 1 / -1; }
`;

/** The look of all pages of the desk. */
export const deskStyle = siteStyle + formStyle + own;
