import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** How many distinct clients had a counted request? */
export const readers: Measure = {
  id: "readers",
  label: message("measure.readers"),
  unit: message("unit.readers"),
  decimals: 0,
  definition: message("readers-means"),
  question: "readers",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("clients-not-named"),
  isSet: true,
  isRatio: false,
  onlyTotal: null,
};
