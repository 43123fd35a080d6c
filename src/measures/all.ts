import {presets} from "../methodology/presets.ts";
import type {Methodology} from "../methodology/resolve.ts";
import type {SiteDescription} from "../methodology/site/site.ts";
import type {Measure} from "./measure.ts";
import {dailyVisitors} from "./web/daily-visitors.ts";
import {differentDocuments} from "./web/different-documents.ts";
import {documentsPerDay} from "./web/documents-per-day.ts";
import {documentsPerReader} from "./web/documents-per-reader.ts";
import {hits} from "./web/hits.ts";
import {megabytesPerDay} from "./web/megabytes-per-day.ts";
import {pageviews} from "./web/pageviews.ts";
import {readersBy} from "./web/readers.ts";
import {returningReadersPercent} from "./web/returning-readers-percent.ts";
import {sectionReaders} from "./web/section-readers.ts";
import {sentTo} from "./web/sent-to.ts";
import {sessions} from "./web/sessions.ts";
import {staticHits} from "./web/static-hits.ts";
import {totalItemRequests} from "./web/total-item-requests.ts";
import {uniqueItemRequests} from "./web/unique-item-requests.ts";

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
  {sections, sentTo: places}: Pick<SiteDescription, "sections" | "sentTo">,
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
export function anyMeasures(holdings: Pick<SiteDescription, "sections" | "sentTo">): Measure[] {
  const {reader} = presets["central-task"];
  return measuresFor(holdings, {reader, measures: ownMeasures.map(({id}) => id)});
}
