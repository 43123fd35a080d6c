import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "./plain-count.ts";

/** Wikimedia: how many times was a page shown? */
export const pageviews: Measure = plainCount({
  id: "pageviews",
  label: message("measure.pageviews"),
  unit: message("unit.requests"),
  definition: message("pageviews-means"),
  question: "documents",
});
