import {either, message} from "../../base/words/message.ts";
import {type Area, downloadArea} from "../../methodology/site/site.ts";
import type {Measure} from "../measure.ts";
import {areaReaders} from "./area-readers.ts";
import {plainCount} from "./counts.ts";

/** How often was something taken home that the publisher names by its paths, and by how many distinct readers? */
export function downloadsOf({name, prefixes}: Area): Measure[] {
  const area = {name: downloadArea(name), prefixes, isSent: false};
  const readers: Measure = {
    ...areaReaders(
      {
        id: `download-readers:${name}`,
        label: message("measure.download-readers:NAME", {name}),
        definition: message("download-readers-means", {paths: either(prefixes)}),
        question: "section-readers",
      },
      area,
    ),
    unrecorded: message("not-recorded"),
  };
  const requests: Measure = {
    ...plainCount({
      id: `downloads:${name}`,
      label: message("measure.downloads:NAME", {name}),
      unit: message("unit.requests"),
      definition: message("downloads-means", {paths: either(prefixes)}),
      question: "section-documents",
    }),
    part: area.name,
    isOf: readers.id,
  };
  return [readers, requests];
}
