import type {Measure} from "./measure.ts";

/** How many megabytes of documents did readers get on a day? One is 10⁶ bytes. */
export const megabytesPerDay: Measure = {
  id: "megabytes-per-day",
  label: "Megabytes per day",
  unit: "megabytes a day",
  decimals: 1,
  definition:
    "Bytes of counted requests, as the server logged them, divided by the days covered. One megabyte is 1,000,000 bytes.",
  question: "bytes",
  part: null,
  figure: ({value, daysCovered}) => value / 1e6 / daysCovered,
  unrecorded: "not recorded: this format has no byte count",
  isSet: false,
  isRatio: false,
  onlyTotal: null,
};
