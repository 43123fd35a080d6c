import {either, message} from "../../base/words/message.ts";
import type {Area} from "../../methodology/site/site.ts";
import type {Measure} from "../measure.ts";

/** How many distinct readers did one section of the site have? */
export function sectionReaders({name, prefixes}: Area): Measure {
  return {
    id: `section-readers:${name}`,
    label: message("measure.section-readers:NAME", {name}),
    unit: message("unit.readers"),
    decimals: 0,
    definition: message("section-readers-means", {paths: either(prefixes)}),
    question: "section-readers",
    part: name,
    figure: ({value}) => value,
    unrecorded: message("clients-not-named"),
    isSet: true,
    isRatio: false,
    area: {name, prefixes, isSent: false},
    onlyTotal: null,
  };
}

/** How many distinct readers were sent on to an outside place? */
export function sentTo({name, prefixes}: Area): Measure {
  return {
    id: `sent-to:${name}`,
    label: message("measure.sent-to:NAME", {name}),
    unit: message("unit.readers"),
    decimals: 0,
    definition: message("sent-to-means", {paths: either(prefixes)}),
    question: "sent-readers",
    part: name,
    figure: ({value}) => value,
    unrecorded: message("clients-not-named"),
    isSet: true,
    isRatio: false,
    area: {name, prefixes, isSent: true},
    onlyTotal: null,
  };
}
