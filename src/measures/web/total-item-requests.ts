import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "./plain-count.ts";

/** COUNTER: how many times was an item delivered? */
export const totalItemRequests: Measure = plainCount({
  id: "total-item-requests",
  label: message("measure.total-item-requests"),
  unit: message("unit.requests"),
  definition: message("total-item-requests-means"),
  question: "documents",
});
