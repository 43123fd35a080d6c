import type {Ranges} from "../report.ts";
import {byId} from "./comparison.ts";

/** The ranges with their keys in the order of the contract. */
export function rangesEntry({alternatives, measures, reason, sentences}: Ranges): object {
  return {
    alternatives: alternatives.map(({id, label}) => ({id, label})),
    low: byId(measures, ({low}) => low),
    high: byId(measures, ({high}) => high),
    totalLow: byId(measures, ({totalLow}) => totalLow),
    totalHigh: byId(measures, ({totalHigh}) => totalHigh),
    values: byId(measures, (one) => byId(one.alternatives, ({values}) => values)),
    totals: byId(measures, (one) => byId(one.alternatives, ({total}) => total)),
    reason,
    sentences,
    totalAtLeast: byId(measures, ({isTotalAtLeast}) => isTotalAtLeast),
    totalAtMost: byId(measures, ({isTotalAtMost}) => isTotalAtMost),
    totalSentences: byId(measures, ({sentence}) => sentence),
  };
}
