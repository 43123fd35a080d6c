import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** COUNTER: how many times was an item delivered? */
export const totalItemRequests: Measure = {
  id: "total-item-requests",
  label: message("measure.total-item-requests"),
  unit: message("unit.requests"),
  decimals: 0,
  definition: message("total-item-requests-means"),
  question: "documents",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("not-recorded"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
