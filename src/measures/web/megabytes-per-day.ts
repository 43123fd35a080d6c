import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";

/** How many megabytes of documents did readers get on a day? One is 10⁶ bytes. */
export const megabytesPerDay: Measure = {
  id: "megabytes-per-day",
  label: message("measure.megabytes-per-day"),
  unit: message("unit.megabytes-a-day"),
  decimals: 1,
  definition: message("megabytes-per-day-means"),
  question: "bytes",
  part: null,
  figure: ({value, daysCovered}) => value / 1e6 / daysCovered,
  unrecorded: message("no-byte-count"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
