import type {Measure} from "./measure.ts";

/** How many distinct clients had a counted request? */
export const readers: Measure = {
  id: "readers",
  label: "Distinct users",
  unit: "readers",
  decimals: 0,
  definition:
    "Different clients with at least one counted request. A client is an IPv4 address, a host name or the /64 of an IPv6 address. A month is a set, and so is the period: a client that came on ten days, or in every month, is one.",
  question: "readers",
  part: null,
  figure: ({value}) => value,
  unrecorded: "not recorded: these logs do not name clients",
  isSet: true,
  isRatio: false,
  onlyTotal: null,
};
