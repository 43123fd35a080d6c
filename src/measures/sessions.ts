import {message} from "../base/words/message.ts";
import type {Measure} from "./measure.ts";

/** COUNTER: how many sessions were there, as far as a log can tell? */
export const sessions: Measure = {
  id: "sessions",
  label: message("measure.sessions"),
  unit: message("unit.sessions"),
  decimals: 0,
  definition: message("sessions-means"),
  question: "sessions",
  part: null,
  figure: ({value}) => value,
  unrecorded: message("not-recorded"),
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
