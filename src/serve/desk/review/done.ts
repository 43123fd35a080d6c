import {z} from "zod";
import type {NumberedSurvey} from "../../../operations/review/kept-surveys.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {configName} from "../../../workspace/workspace-files.ts";
import type {Desk} from "../desk.ts";
import {undoForm} from "./decision-form.ts";
import {doneText, entryMarkup} from "./sayings.ts";
import {seenOf} from "./seen.ts";

const count = z.coerce.number().int().min(0).max(100_000).optional();

/** The number of a client, as an address has it: it says nothing of who that is. */
export const clientNumber = z.string().regex(/^\d{1,20}$/);

/** What an address says of what was done before: about whom, about how many, and how many rows came in between. */
export const doneQuery = z.object({
  done: clientNumber.optional(),
  many: count,
  between: count,
  undone: z.literal("1").optional(),
  named: z.literal("1").optional(),
});

/** What was done just now, and the way back. Told from what is so now: an address alone makes nobody a robot. */
export function doneNote(desk: Desk, {review, numbers}: NumberedSurvey, query: z.output<typeof doneQuery>): Markup {
  const {words} = desk;
  const {done, many, between = 0, undone, named} = query;
  const client = done === undefined ? undefined : review.clients[numbers.indexOf(done)];
  const isDone = client !== undefined && client.decision !== null;
  const told = [
    ...(undone === undefined ? [] : [words.t("desk-review-taken-back-now")]),
    ...(isDone ? [doneText(client.entry, client.decision!.decision, words)] : []),
    ...(many === undefined ? [] : [words.t("desk-review-done-many", {count: many})]),
    ...(named === undefined ? [] : [words.t("desk-review-named", {settings: configName})]),
    ...(between === 0 ? [] : [words.t("desk-review-between", {count: between})]),
  ];
  if (told.length === 0) return noMarkup;
  const back = isDone
    ? undoForm(`/review/${review.period}/clients/${done!}`, seenOf(desk, review.months), entryMarkup(client), words)
    : noMarkup;
  return html`<div class="said" role="status">
${told.map(
  (text) => html`<p>${text}</p>
`,
)}${back}</div>
`;
}
