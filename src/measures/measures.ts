import type {Holdings} from "../methodology/holdings.ts";
import {differentDocuments} from "./different-documents.ts";
import {documentsPerDay} from "./documents-per-day.ts";
import {documentsPerReader} from "./documents-per-reader.ts";
import type {Measure} from "./measure.ts";
import {megabytesPerDay} from "./megabytes-per-day.ts";
import {readers} from "./readers.ts";
import {returningReadersPercent} from "./returning-readers-percent.ts";
import {sectionReaders} from "./section-readers.ts";
import {sentTo} from "./sent-to.ts";

/** Every measure, in the order of the report's table; those of sections and outside places as the publisher names them. */
export function measuresFor({sections, sentTo: places}: Pick<Holdings, "sections" | "sentTo">): Measure[] {
  return [
    readers,
    megabytesPerDay,
    documentsPerDay,
    differentDocuments,
    documentsPerReader,
    returningReadersPercent,
    ...sections.map(sectionReaders),
    ...places.map(sentTo),
  ];
}
