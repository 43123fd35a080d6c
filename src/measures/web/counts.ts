import {message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";

/** A measure that is what its question counts, in each span of months by itself: no set, no ratio, nothing to divide by. */
export function plainCount(
  named: Pick<Measure, "id" | "label" | "unit" | "definition" | "question">,
  unrecorded: Measure["unrecorded"] = message("not-recorded"),
): Measure {
  const {id, label, unit, definition, question} = named;
  return {
    ...{id, label, unit, decimals: 0, definition, question, part: null, unrecorded},
    figure: ({value}) => value,
    isSet: false,
    isRatio: false,
    onlyTotal: null,
  };
}

/** COUNTER: how many times was an item delivered? */
export const totalItemRequests: Measure = plainCount({
  id: "total-item-requests",
  label: message("measure.total-item-requests"),
  unit: message("unit.requests"),
  definition: message("total-item-requests-means"),
  question: "documents",
});

/** COUNTER: how many different items were delivered, session by session? */
export const uniqueItemRequests: Measure = plainCount(
  {
    id: "unique-item-requests",
    label: message("measure.unique-item-requests"),
    unit: message("unit.items"),
    definition: message("unique-item-requests-means"),
    question: "unique-items",
  },
  message("clients-not-named"),
);

/** COUNTER: how many sessions were there, as far as a log can tell? */
export const sessions: Measure = plainCount(
  {
    id: "sessions",
    label: message("measure.sessions"),
    unit: message("unit.sessions"),
    definition: message("sessions-means"),
    question: "sessions",
  },
  message("clients-not-named"),
);

/** Wikimedia: how many times was a page shown? */
export const pageviews: Measure = plainCount({
  id: "pageviews",
  label: message("measure.pageviews"),
  unit: message("unit.requests"),
  definition: message("pageviews-means"),
  question: "documents",
});

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

/** GoAccess: how many lines of the log were read as requests? */
export const hits: Measure = plainCount({
  id: "hits",
  label: message("measure.hits"),
  unit: message("unit.requests"),
  definition: message("hits-means"),
  question: "hits",
});

/** GoAccess: how many of the requests were for files that do not change? */
export const staticHits: Measure = plainCount({
  id: "static-hits",
  label: message("measure.static-hits"),
  unit: message("unit.requests"),
  definition: message("static-hits-means"),
  question: "static-hits",
});
