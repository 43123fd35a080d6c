import {message} from "../../base/words/message.ts";
import type {ReaderRule} from "../../methodology/reader-definition.ts";
import type {Measure} from "../measure.ts";

/** How many distinct clients had a counted request? */
export function readersBy({ipv6, byAgent}: ReaderRule): Measure {
  return {
    id: "readers",
    label: message("measure.readers"),
    unit: message("unit.readers"),
    decimals: 0,
    definition: message("readers-means", {bits: String(ipv6), agents: byAgent ? "told" : "not"}),
    question: "readers",
    part: null,
    figure: ({value}) => value,
    unrecorded: message("clients-not-named"),
    isSet: true,
    isRatio: false,
    onlyTotal: null,
  };
}
