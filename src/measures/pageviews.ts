import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** Wikimedia: how many times was a page shown? */
export const pageviews: Measure = {
  id: "pageviews",
  label: message("measure.pageviews"),
  unit: message("unit.requests"),
  decimals: 0,
  definition: message("pageviews-means"),
  question: "documents",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("not-recorded"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
