import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";

/** How many documents did readers get on a day? */
export const documentsPerDay: Measure = {
  id: "documents-per-day",
  label: message("measure.documents-per-day"),
  unit: message("unit.documents-a-day"),
  decimals: 0,
  definition: message("documents-per-day-means"),
  question: "documents",
  part: null,
  figure: ({value, daysCovered}) => value / daysCovered,
  unrecorded: message("not-recorded"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
