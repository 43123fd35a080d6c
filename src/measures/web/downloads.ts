import {either, figure, message} from "../../base/words/message.ts";
import {downloadPart} from "../../methodology/judge/retrieved-paths.ts";
import type {DownloadRule} from "../../methodology/methodology.ts";
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

/**
 * How many files were taken home, and by how many distinct readers, where parts of a file are put together? Of all, and of what the
 * publisher names.
 */
export function joinedDownloads({files, leastBytes}: DownloadRule, named: readonly Area[]): Measure[] {
  const all = {name: null, prefixes: files.map(({text}) => text)};
  return [all, ...named].flatMap(({name, prefixes}) => {
    const part = downloadPart(name);
    const paths = either(prefixes);
    const readers: Measure = {
      ...areaReaders(
        {
          id: name === null ? "downloaders" : `download-readers:${name}`,
          label: name === null ? message("measure.downloaders") : message("measure.download-readers:NAME", {name}),
          definition: message("downloaders-means", {paths}),
          question: "downloaders",
        },
        // Parts are no counted requests: who asked for those alone is no reader of the site.
        {name: part, prefixes, isSent: true},
      ),
    };
    const requests: Measure = {
      ...plainCount(
        {
          id: part,
          label: name === null ? message("measure.downloads") : message("measure.downloads:NAME", {name}),
          unit: message("unit.downloads"),
          definition: message("joined-downloads-means", {paths, bytes: figure(leastBytes, 0)}),
          question: "downloads",
        },
        message("clients-not-named"),
      ),
      part,
      isOf: readers.id,
    };
    return [readers, requests];
  });
}
