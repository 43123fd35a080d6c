import {either, message} from "../base/words/message.ts";
import {type Area, downloadArea} from "../methodology/site/site.ts";
import type {Measure} from "./measure.ts";

/** How often was something taken home that the publisher names by its paths, and by how many distinct readers? */
export function downloadsOf({name, prefixes}: Area): Measure[] {
  const part = downloadArea(name);
  const usual = {
    decimals: 0,
    part,
    figure: ({value}) => value,
    unrecorded: message("not-recorded"),
    isRatio: false,
    onlyTotal: null,
  } satisfies Partial<Measure>;
  const readers: Measure = {
    ...usual,
    id: `download-readers:${name}`,
    label: message("measure.download-readers:NAME", {name}),
    unit: message("unit.readers"),
    definition: message("download-readers-means", {paths: either(prefixes)}),
    question: "section-readers",
    isSet: true,
    area: {name: part, prefixes, isSent: false},
  };
  const requests: Measure = {
    ...usual,
    id: `downloads:${name}`,
    label: message("measure.downloads:NAME", {name}),
    unit: message("unit.requests"),
    definition: message("downloads-means", {paths: either(prefixes)}),
    question: "section-documents",
    isSet: false,
    isOf: readers.id,
  };
  return [readers, requests];
}
