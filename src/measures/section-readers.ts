import type {Area} from "../methodology/holdings.ts";
import type {Measure} from "./measure.ts";

/** How many distinct readers did one section of the site have? */
export function sectionReaders({name, prefixes}: Area): Measure {
  return {
    id: `section-readers:${name}`,
    label: `Users of ${name}`,
    unit: "readers",
    decimals: 0,
    definition: `Different clients with at least one counted request under ${prefixes.join(" or ")}.`,
    question: "section-readers",
    part: name,
    figure: ({value}) => value,
    unrecorded: "not recorded",
    isSet: true,
    isRatio: false,
    onlyTotal: null,
  };
}
