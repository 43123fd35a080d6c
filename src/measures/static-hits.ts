import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** GoAccess: how many of the requests were for files that do not change? */
export const staticHits: Measure = {
  id: "static-hits",
  label: message("measure.static-hits"),
  unit: message("unit.requests"),
  decimals: 0,
  definition: message("static-hits-means"),
  question: "static-hits",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("not-recorded"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
