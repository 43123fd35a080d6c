import {differentDocuments} from "./different-documents.ts";
import {documentsPerDay} from "./documents-per-day.ts";
import type {Measure} from "./measure.ts";
import {megabytesPerDay} from "./megabytes-per-day.ts";
import {readers} from "./readers.ts";

/** Every measure, in the order of the report's table. */
export const measures: readonly Measure[] = [readers, megabytesPerDay, documentsPerDay, differentDocuments];
