import type {Measure} from "./measure.ts";

/** What share of the period's readers came in more than one of its months? */
export const returningReadersPercent: Measure = {
  id: "returning-readers-percent",
  label: "Users of several months",
  unit: "percent of readers",
  decimals: 1,
  definition:
    "Distinct users of the period who came in more than one of its months. A reader whose address changes is not recognised, so that the true share is higher.",
  question: "returning-readers",
  part: null,
  figure: ({value, parts}) => (100 * value) / parts,
  unrecorded: "not recorded",
  isSet: false,
  isRatio: true,
  onlyTotal: "asked of the whole period, not of a month",
};
