import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";

/** A measure that is what its question counts, in each span of months by itself: no set, no ratio, nothing to divide by. */
export function plainCount(
  named: Pick<Measure, "id" | "label" | "unit" | "definition" | "question">,
  unrecorded: Measure["unrecorded"] = message("not-recorded"),
): Measure {
  const {id, label, unit, definition, question} = named;
  return {
    ...{id, label, unit, decimals: 0, definition, question, part: null, unrecorded},
    figure: ({value}) => value,
    isSet: false,
    isRatio: false,
    onlyTotal: null,
  };
}
