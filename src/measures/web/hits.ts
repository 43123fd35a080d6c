import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "./plain-count.ts";

/** GoAccess: how many lines of the log were read as requests? */
export const hits: Measure = plainCount({
  id: "hits",
  label: message("measure.hits"),
  unit: message("unit.requests"),
  definition: message("hits-means"),
  question: "hits",
});
