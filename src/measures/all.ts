import {readPattern} from "../base/paths/pattern.ts";
import type {Methodology} from "../methodology/methodology.ts";
import {presets} from "../methodology/presets.ts";
import type {Area} from "../methodology/site/site.ts";
import {feedSubscribers} from "./feeds/subscribers.ts";
import type {Measure} from "./measure.ts";
import {sectionReaders, sentTo} from "./web/area-readers.ts";
import {
  dailyVisitors,
  hits,
  pageviews,
  sessions,
  staticHits,
  totalItemRequests,
  uniqueItemRequests,
} from "./web/counts.ts";
import {differentDocuments} from "./web/different-documents.ts";
import {documentsPerDay} from "./web/documents-per-day.ts";
import {documentsPerReader} from "./web/documents-per-reader.ts";
import {downloadsOf, joinedDownloads} from "./web/downloads.ts";
import {listeningMeasures} from "./web/listening.ts";
import {megabytesPerDay} from "./web/megabytes-per-day.ts";
import {readersBy} from "./web/readers.ts";
import {returningReadersPercent} from "./web/returning-readers-percent.ts";

/** The measures that only some methodologies have. */
const ownMeasures: readonly Measure[] = [
  totalItemRequests,
  uniqueItemRequests,
  sessions,
  pageviews,
  dailyVisitors,
  hits,
  staticHits,
];

/** The parts of the site that have measures of their own. */
export type MeasuredAreas = Readonly<Record<"sections" | "sentTo" | "downloads", readonly Area[]>>;

/** What of a methodology says which measures there are. */
type MeasuredRules = Pick<Methodology, "reader" | "measures"> & Partial<Pick<Methodology, "downloads" | "listening">>;

/**
 * Every measure, in the order of the report's table; those of sections and outside places as the publisher names them.
 *
 * @param methodology Says what a reader is, and may have measures of its own; the default where none is given.
 */
export function measuresFor(
  {sections, sentTo: places, downloads}: MeasuredAreas,
  {reader, measures, downloads: rule = null, listening = null}: MeasuredRules = presets["central-task"],
): Measure[] {
  return [
    readersBy(reader),
    megabytesPerDay,
    documentsPerDay,
    differentDocuments,
    documentsPerReader,
    returningReadersPercent,
    ...ownMeasures.filter(({id}) => measures.includes(id)),
    ...sections.map(sectionReaders),
    ...places.map(sentTo),
    ...(rule === null ? downloads.flatMap(downloadsOf) : joinedDownloads(rule, downloads)),
    ...(listening === null ? [] : listeningMeasures(listening)),
    feedSubscribers,
  ];
}

/** Every measure under whichever methodology: what the books may speak of. */
export function anyMeasures(holdings: MeasuredAreas): Measure[] {
  const {reader} = presets["central-task"];
  const joined = joinedDownloads({files: [], leastBytes: 1, apart: false}, []);
  const pattern = readPattern("/", {plain: "under"});
  const heard = {
    audio: [pattern],
    video: [pattern],
    leastBytes: {audio: 1, video: 1},
    episodes: new Map(),
    apart: false,
  };
  return [...measuresFor(holdings, {reader, measures: ownMeasures.map(({id}) => id), listening: heard}), ...joined];
}
