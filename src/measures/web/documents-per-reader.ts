import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";

/** How many documents did a reader get, on average? */
export const documentsPerReader: Measure = {
  id: "documents-per-reader",
  label: message("measure.documents-per-reader"),
  unit: message("unit.documents-a-reader"),
  decimals: 1,
  definition: message("documents-per-reader-means"),
  question: "documents-per-reader",
  part: null,
  figure: ({value, parts}) => value / parts,
  unrecorded: message("clients-not-named"),
  isSet: false,
  isRatio: true,
  onlyTotal: null,
};
