import type {Holdings} from "../methodology/holdings.ts";
import type {Methodology} from "../methodology/methodology.ts";
import {presets} from "../methodology/presets.ts";
import {dailyVisitors} from "./daily-visitors.ts";
import {differentDocuments} from "./different-documents.ts";
import {documentsPerDay} from "./documents-per-day.ts";
import {documentsPerReader} from "./documents-per-reader.ts";
import {hits} from "./hits.ts";
import type {Measure} from "./measure.ts";
import {megabytesPerDay} from "./megabytes-per-day.ts";
import {pageviews} from "./pageviews.ts";
import {readersBy} from "./readers.ts";
import {returningReadersPercent} from "./returning-readers-percent.ts";
import {sectionReaders} from "./section-readers.ts";
import {sentTo} from "./sent-to.ts";
import {sessions} from "./sessions.ts";
import {staticHits} from "./static-hits.ts";
import {totalItemRequests} from "./total-item-requests.ts";
import {uniqueItemRequests} from "./unique-item-requests.ts";

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

/**
 * Every measure, in the order of the report's table; those of sections and outside places as the publisher names them.
 *
 * @param methodology Says what a reader is, and may have measures of its own; the default where none is given.
 */
export function measuresFor(
  {sections, sentTo: places}: Pick<Holdings, "sections" | "sentTo">,
  {reader, measures}: Pick<Methodology, "reader" | "measures"> = presets["central-task"],
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
  ];
}

/** Every measure under whichever methodology: what the books may speak of. */
export function anyMeasures(holdings: Pick<Holdings, "sections" | "sentTo">): Measure[] {
  const {reader} = presets["central-task"];
  return measuresFor(holdings, {reader, measures: ownMeasures.map(({id}) => id)});
}
