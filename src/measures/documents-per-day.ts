import type {Measure} from "./measure.ts";

/** How many documents did readers get on a day? */
export const documentsPerDay: Measure = {
  id: "documents-per-day",
  label: "Files per day",
  unit: "documents a day",
  decimals: 0,
  definition: "Counted requests divided by the days covered.",
  question: "documents",
  part: null,
  figure: ({value, daysCovered}) => value / daysCovered,
  unrecorded: "not recorded",
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
