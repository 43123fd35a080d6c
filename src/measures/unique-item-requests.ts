import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** COUNTER: how many different items were delivered, session by session? */
export const uniqueItemRequests: Measure = {
  id: "unique-item-requests",
  label: message("measure.unique-item-requests"),
  unit: message("unit.items"),
  decimals: 0,
  definition: message("unique-item-requests-means"),
  question: "unique-items",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("not-recorded"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
