import {either, figure, message} from "../../base/words/message.ts";
import type {ListeningRule} from "../../methodology/methodology.ts";
import type {Measure} from "../measure.ts";
import {areaReaders} from "./area-readers.ts";
import {plainCount} from "./counts.ts";

/** How many listened and how often, and how many looked at films and how often? Those of which the methodology names files. */
export function listeningMeasures({audio, video, leastBytes}: ListeningRule): Measure[] {
  const sound = {
    part: "listens",
    prefixes: audio.map(({text}) => text),
    bytes: leastBytes.audio,
    readers: {id: "listeners", label: message("measure.listeners"), means: "listeners-means"},
    count: {label: message("measure.listens"), unit: message("unit.listens"), means: "listens-means"},
  } as const;
  const film = {
    part: "plays",
    prefixes: video.map(({text}) => text),
    bytes: leastBytes.video,
    readers: {id: "viewers", label: message("measure.viewers"), means: "viewers-means"},
    count: {label: message("measure.plays"), unit: message("unit.plays"), means: "plays-means"},
  } as const;
  return [sound, film]
    .filter(({prefixes}) => prefixes.length > 0)
    .flatMap(({part, prefixes, bytes, readers, count}) => {
      const paths = either(prefixes);
      const {id, label} = readers;
      const people = areaReaders(
        {id, label, definition: message(readers.means, {paths}), question: "downloaders"},
        // Players are no readers of the site, but listeners.
        {name: part, prefixes, isSent: true},
      );
      const times = plainCount(
        {
          ...{id: part, label: count.label, unit: count.unit, question: "downloads"},
          definition: message(count.means, {paths, bytes: figure(bytes, 0)}),
        },
        message("clients-not-named"),
      );
      return [people, {...times, part, isOf: id}];
    });
}
