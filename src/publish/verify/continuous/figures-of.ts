import {z} from "zod";
import {figuresIn, type ReportFigure} from "../../../report/restate/figures.ts";
import {parseReportJson, type ReportJson} from "../../../report/restate/published.ts";
import type {SealedPlace} from "../archive.ts";
import {mostOfReport} from "../coherent/bounded-report.ts";

/** Published values by what tells them from every other: `measure|readers|2005-07`. */
export type ValuesByKey = ReadonlyMap<string, number | null>;

const beside = z.looseObject({
  restated: z.array(z.looseObject({id: z.string(), period: z.string()})).optional(),
  comparison: z
    .looseObject({
      columns: z.array(z.string()),
      values: z.record(z.string(), z.array(z.number().nullable())),
      notes: z.array(z.string()),
    })
    .nullish(),
});

/** What one report says, as far as others may say something of the same. */
export interface ReportSaid {
  readonly figures: readonly ReportFigure[];
  readonly byKey: ValuesByKey;
  /** Figures that it says itself are not what was published: `readers|2005-09`. */
  readonly restated: ReadonlySet<string>;
  readonly comparison: NonNullable<z.output<typeof beside>["comparison"]> | null;
}

/** What an edition's report says; null where it cannot be read. */
export function reportSaid({place}: SealedPlace): ReportSaid | null {
  try {
    const json = place.files.get("report.json")?.read().toString("utf8");
    if (json === undefined || json.length > mostOfReport.bytes) return null;
    const report: ReportJson = parseReportJson(json);
    const more = beside.parse(report);
    const figures = figuresIn(report);
    return {
      figures,
      byKey: new Map(figures.map(({key, value}) => [key, value])),
      restated: new Set((more.restated ?? []).map(({id, period}) => `${id}|${period}`)),
      comparison: more.comparison ?? null,
    };
  } catch {
    // What is wrong with it is told by the second level, which reads it whole.
    return null;
  }
}
