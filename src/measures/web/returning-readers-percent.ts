import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";

/** What share of the period's readers came in more than one of its months? */
export const returningReadersPercent: Measure = {
  id: "returning-readers-percent",
  label: message("measure.returning-readers-percent"),
  unit: message("unit.percent-of-readers"),
  decimals: 1,
  definition: message("returning-readers-percent-means"),
  question: "returning-readers",
  part: null,
  figure: ({value, parts}) => (100 * value) / parts,
  unrecorded: message("clients-not-named"),
  isSet: false,
  isRatio: true,
  onlyTotal: message("asked-of-period"),
};
