import type {MessageId, ValueNames} from "../../base/words/message.ts";
import type {Translator} from "../../base/words/translator.ts";
import {html, type Markup} from "./html.ts";

/** No text of a report holds it: control characters are written out. */
const mark = "\u0000";

/** A message with markup in the places of its values. */
export function sayMarkup<Id extends MessageId>(
  words: Translator,
  id: Id,
  values: Readonly<Record<ValueNames<Id>, Markup>>,
): Markup {
  const names = Object.keys(values) as ValueNames<Id>[];
  const places = Object.fromEntries(names.map((name, place) => [name, `${mark}${place}${mark}`]));
  const parts = words.sayWith(id, places).split(mark);
  // Every second part is a place.
  return html`${parts.map((part, i) => (i % 2 === 0 ? part : values[names[Number(part)]!]))}`;
}
