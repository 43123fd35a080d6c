import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** GoAccess: how many lines of the log were read as requests? */
export const hits: Measure = {
  id: "hits",
  label: message("measure.hits"),
  unit: message("unit.requests"),
  decimals: 0,
  definition: message("hits-means"),
  question: "hits",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("not-recorded"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
