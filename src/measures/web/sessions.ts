import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "./plain-count.ts";

/** COUNTER: how many sessions were there, as far as a log can tell? */
export const sessions: Measure = plainCount({
  id: "sessions",
  label: message("measure.sessions"),
  unit: message("unit.sessions"),
  definition: message("sessions-means"),
  question: "sessions",
});
