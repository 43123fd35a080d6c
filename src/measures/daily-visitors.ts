import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** GoAccess: how many unique visitors, each day's added to the others'? */
export const dailyVisitors: Measure = {
  id: "daily-visitors",
  label: message("measure.daily-visitors"),
  unit: message("unit.visitors"),
  decimals: 0,
  definition: message("daily-visitors-means"),
  question: "daily-visitors",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("clients-not-named"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
