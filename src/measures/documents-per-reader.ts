import type {Measure} from "./measure.ts";

/** How many documents did a reader get, on average? */
export const documentsPerReader: Measure = {
  id: "documents-per-reader",
  label: "Files per user",
  unit: "documents a reader",
  decimals: 1,
  definition: "Counted requests divided by distinct users: an average that a few devoted readers pull up.",
  question: "documents-per-reader",
  part: null,
  figure: ({value, parts}) => value / parts,
  unrecorded: "not recorded",
  isSet: false,
  isRatio: true,
  onlyTotal: null,
};
