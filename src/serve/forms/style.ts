/** How forms look, and what stands around them: fields with what is wrong with them, buttons, what was said, facts. */
export const formStyle = `
.bar-of-pages .who { margin: 0.2rem 0 0; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
.bar-of-pages .who form { display: inline; }
.bar-of-pages .who button { min-height: 1.5rem; margin-inline-start: 0.6rem; padding: 0; border: 0; color: var(--accent); font: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
form.act { margin: 0.6rem 0 1rem; }
form p { max-width: 40rem; }
label { font: 0.9375rem/1.5 var(--sans); }
label.head, .field > label { display: block; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
.field { margin: 0.7rem 0; }
.field .fault { margin: 0.2rem 0 0; color: var(--ink); font: 0.875rem/1.5 var(--sans); border-inline-start: 3px solid var(--accent); padding-inline-start: 0.6rem; }
.field .means { margin: 0.2rem 0 0; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
input, select, textarea, button, .button { max-width: 100%; min-height: 2.5rem; padding: 0.35rem 0.6rem; border: 1px solid var(--line); border-radius: 0; background: var(--paper); color: var(--ink); font: 0.9375rem/1.4 var(--sans); }
input[type="checkbox"], input[type="radio"] { min-height: 0; width: 1.1rem; height: 1.1rem; padding: 0; vertical-align: -0.15rem; accent-color: var(--accent); }
input[type="text"], input[type="password"], input:not([type]), textarea { width: 100%; }
textarea { min-height: 9rem; font: 0.875rem/1.5 var(--mono); }
textarea.prose { font: 1rem/1.5 var(--serif); }
button, .button { display: inline-block; border-color: var(--ink); cursor: pointer; text-decoration: none; }
button.main { background: var(--ink); color: var(--paper); }
button[disabled] { color: var(--soft); border-color: var(--line); cursor: default; }
.acts { display: flex; flex-wrap: wrap; gap: 0.5rem 0.7rem; align-items: center; max-width: none; margin: 0.8rem 0; padding: 0; list-style: none; }
.acts form { margin: 0; }
.said { max-width: none; margin: 1rem 0; padding: 0.5rem 0 0.5rem 1rem; border-inline-start: 3px solid var(--accent); }
[dir="rtl"] .said { padding: 0.5rem 1rem 0.5rem 0; }
.said p { margin: 0.2rem 0; }
.facts { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.2rem 1.2rem; max-width: none; margin: 0.6rem 0; font: 0.9375rem/1.5 var(--sans); }
.facts dt { margin: 0; color: var(--soft); font-weight: 400; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 30rem) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 0.4rem; } }
progress { width: 100%; height: 0.6rem; accent-color: var(--accent); }
/* Signing in. */
h1 { hyphens: auto; }
a.button { display: inline-flex; align-items: center; }
table.texts th, table.texts td { text-align: start; }
.field.short { max-width: 26rem; }
.secret { max-width: none; margin: 0.8rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--accent); font: 1.25rem/1.6 var(--mono); overflow-wrap: anywhere; user-select: all; }
.codes { columns: 2 16rem; max-width: 44rem; font: 0.9375rem/2 var(--mono); padding-inline-start: 2rem; }
.codes code, .hash code { overflow-wrap: anywhere; }
.hash { max-width: none; }
.qr { max-width: 15rem; margin: 0.8rem 0; }
.qr svg { display: block; width: 100%; height: auto; }
.rows { padding: 0; list-style: none; font: 0.9375rem/1.5 var(--sans); }
.rows li { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; align-items: center; margin: 0.4rem 0; }
.rows form, td form { margin: 0; }
form.act .fault { max-width: 40rem; font: 0.9375rem/1.5 var(--sans); }
@media print { .bar-of-pages nav, .bar-of-pages .who, .codes + .acts { display: none; } }
`;
