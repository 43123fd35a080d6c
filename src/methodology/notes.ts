import {listed, type Message, message} from "../base/words/message.ts";
import type {Methodology} from "./methodology.ts";
import {counterForm} from "./named.ts";

/** What has to be known of a methodology wherever its figures stand. */
export interface MethodologyNote {
  /** A contract, never renamed. */
  readonly id: string;
  readonly text: Message;
}

/** What has to be said of the methodology's figures? Nothing of the default. */
export function notesOn(methodology: Methodology): MethodologyNote[] {
  return notes[methodology.name]?.(methodology) ?? [];
}

const notes: Readonly<Partial<Record<Methodology["name"], (methodology: Methodology) => MethodologyNote[]>>> = {
  "counter-5.1": ({robots: {lists}}) => [
    ...(lists.some(({form}) => form === counterForm) ? [] : [missingList(lists.map(({name}) => name))]),
    {id: "partial-answers", text: message("partial-answers")},
    {id: "addresses-without-query", text: message("addresses-without-query")},
  ],
  wikimedia: () => [{id: "pageviews-by-path", text: message("pageviews-by-path")}],
  goaccess: () => [{id: "goaccess-as-installed", text: message("goaccess-as-installed")}],
};

function missingList(others: readonly string[]): MethodologyNote {
  const none = message("counter-list-missing-of-none");
  const text = others.length === 0 ? none : message("counter-list-missing", {lists: listed(others)});
  return {id: "counter-list-missing", text};
}
