import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import {plainCount} from "../web/counts.ts";

/** How many subscribe to the feeds, as services say, and as clients show that ask by themselves? Told where any feed has subscribers. */
export const feedSubscribers: Measure = {
  ...plainCount(
    {
      id: "feed-subscribers",
      label: message("measure.feed-subscribers"),
      unit: message("unit.subscribers"),
      definition: message("feed-subscribers-means"),
      question: "feed-subscribers",
    },
    message("feed-agents-not-named"),
  ),
  few: (smallest) => message("fewer-subscribers", {smallest}),
  isIfAny: true,
};
