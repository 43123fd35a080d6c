import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "./plain-count.ts";

/** GoAccess: how many unique visitors, each day's added to the others'? */
export const dailyVisitors: Measure = plainCount(
  {
    id: "daily-visitors",
    label: message("measure.daily-visitors"),
    unit: message("unit.visitors"),
    definition: message("daily-visitors-means"),
    question: "daily-visitors",
  },
  message("clients-not-named"),
);
