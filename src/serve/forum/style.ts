import {siteStyle} from "../../publish/site/pages/style.ts";
import {formStyle} from "../forms/style.ts";

const own = `
.forum .publication a { color: inherit; }
.bar-of-pages form.find { display: inline; }
.threads { max-width: none; margin: 0.6rem 0 1.2rem; padding: 0; border-top: 1px solid var(--line); list-style: none; }
.threads > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1.2rem; margin: 0; padding: 0.55rem 0; border-bottom: 1px solid var(--line); }
.threads .name { overflow-wrap: anywhere; font-size: 1.0625rem; }
.threads .when { grid-column: 1; }
.threads .count { grid-row: 1; grid-column: 2; color: var(--soft); font: 0.875rem/1.6 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.mark { padding: 0 0.35rem; border: 1px solid var(--accent); color: var(--accent); font: 0.75rem/1.4 var(--sans); white-space: nowrap; }
.pages { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; align-items: center; max-width: none; margin: 1rem 0; font: 0.9375rem/1.5 var(--sans); }
.pages a { padding: 0.3rem 0; }
.post { max-width: 44rem; margin: 0; padding: 0.9rem 0 1rem; border-top: 1px solid var(--line); }
.post:target { border-top: 2px solid var(--accent); }
.post > header { display: flex; flex-wrap: wrap; gap: 0 0.8rem; color: var(--soft); font: 0.8125rem/1.6 var(--sans); }
.post > header .name { color: var(--ink); font-weight: 600; overflow-wrap: anywhere; }
.post > header a { color: inherit; }
.post .text { overflow-wrap: anywhere; }
.post .text > :first-child { margin-top: 0.35rem; }
.post .text blockquote, .looks blockquote { margin: 0.6rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); color: var(--soft); }
.post .text pre { white-space: pre-wrap; }
.post.held .text, .post.hidden .text { padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); }
.post > footer { display: flex; flex-wrap: wrap; gap: 0 1.1rem; font: 0.8125rem/1.6 var(--sans); }
.post > footer a { display: inline-block; padding: 0.25rem 0; }
.post .where { color: var(--soft); }
.looks { max-width: 44rem; margin: 0.6rem 0 1.4rem; padding: 0.2rem 0 0.2rem 1rem; border-inline-start: 3px solid var(--line); overflow-wrap: anywhere; }
[dir="rtl"] .looks { padding: 0.2rem 1rem 0.2rem 0; }
textarea.post-text { min-height: 14rem; font: 1rem/1.5 var(--serif); }
.item { max-width: 44rem; padding: 0.9rem 0 1.2rem; border-top: 1px solid var(--line); }
.item:focus { outline: 2px solid var(--accent); outline-offset: 4px; }
.item h2 { margin: 0 0 0.2rem; padding: 0; border: 0; font: 600 1rem/1.4 var(--sans); overflow-wrap: anywhere; }
.forum h2 { hyphens: auto; overflow-wrap: anywhere; }
.forum fieldset { min-width: 0; margin: 0.8rem 0; padding: 0.6rem 0 0; border: 0; border-top: 1px solid var(--line); }
.forum legend { padding-inline-end: 0.6rem; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
.forum fieldset p { margin: 0.2rem 0; overflow-wrap: anywhere; }
.item fieldset p { display: inline-block; margin-inline-end: 1.2rem; }
.item .text { overflow-wrap: anywhere; }
.foot code { overflow-wrap: anywhere; }
.facts input[type="search"], .choose input { min-height: 2.5rem; padding: 0.35rem 0.6rem; border: 1px solid var(--line); border-radius: 0; background: var(--paper); color: var(--ink); font: inherit; }
.extract { max-width: 44rem; margin: 0.1rem 0; overflow-wrap: anywhere; }
kbd { font: 0.8125em var(--mono); }
@media print {
  .post > footer, .pages a, form, .foot nav { display: none; }
  .post { break-inside: avoid-page; }
}
`;

/** The look of all pages of the forum. */
export const forumStyle = siteStyle + formStyle + own;
