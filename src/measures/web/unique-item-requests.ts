import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "./plain-count.ts";

/** COUNTER: how many different items were delivered, session by session? */
export const uniqueItemRequests: Measure = plainCount({
  id: "unique-item-requests",
  label: message("measure.unique-item-requests"),
  unit: message("unit.items"),
  definition: message("unique-item-requests-means"),
  question: "unique-items",
});
