import type {Measure} from "./measure.ts";

/** How many different documents did readers choose? */
export const differentDocuments: Measure = {
  id: "different-documents",
  label: "Different files",
  unit: "documents",
  decimals: 0,
  definition:
    "Different paths among the counted requests, without query and fragment. Slashes that follow each other are one, and /index.html is the same document as /.",
  question: "different-documents",
  part: null,
  figure: ({value}) => value,
  unrecorded: "not recorded",
  isSet: true,
  isRatio: false,
  onlyTotal: null,
};
