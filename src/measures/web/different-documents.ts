import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";

/** How many different documents did readers choose? */
export const differentDocuments: Measure = {
  id: "different-documents",
  label: message("measure.different-documents"),
  unit: message("unit.documents"),
  decimals: 0,
  definition: message("different-documents-means"),
  question: "different-documents",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("not-recorded"),
  isSet: true,
  isRatio: false,
  onlyTotal: null,
};
