import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "./plain-count.ts";

/** GoAccess: how many of the requests were for files that do not change? */
export const staticHits: Measure = plainCount({
  id: "static-hits",
  label: message("measure.static-hits"),
  unit: message("unit.requests"),
  definition: message("static-hits-means"),
  question: "static-hits",
});
