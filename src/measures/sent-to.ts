import type {Area} from "../methodology/holdings.ts";
import type {Measure} from "./measure.ts";

/** How many distinct readers were sent on to an outside place? */
export function sentTo({name, prefixes}: Area): Measure {
  return {
    id: `sent-to:${name}`,
    label: `Users sent to ${name}`,
    unit: "readers",
    decimals: 0,
    definition: `Different clients that asked for ${prefixes.join(" or ")} and were answered or sent on. A client is one however often it went, and whether it arrived is not known.`,
    question: "sent-readers",
    part: name,
    figure: ({value}) => value,
    unrecorded: "not recorded",
    isSet: true,
    isRatio: false,
    onlyTotal: null,
  };
}
