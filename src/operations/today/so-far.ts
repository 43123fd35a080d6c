import type {Period} from "../../base/period.ts";
import type {LanguageId} from "../../base/words/language.ts";
import type {UnitData} from "../../base/words/message.ts";
import {reportPeriod} from "../report/make.ts";
import {mainTableOnly} from "../report/request.ts";
import {withStore} from "../store/open.ts";
import type {Store} from "../store/store.ts";

/** A month that is not over, as far as its logs are read: none of its figures is one of a month. */
export interface MonthSoFar {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Days with a line, by which figures per day are divided. */
  readonly daysCovered: number;
  readonly days: number;
  /** What has to be told before any figure, and then the sentence that matters most. */
  readonly summary: readonly string[];
  readonly figures: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: UnitData;
    readonly decimals: number;
    readonly value: number | null;
    /** Why there is no value; null where there is one. */
    readonly reason: string | null;
  }[];
}

/**
 * The figures of a month as far as its logs are read.
 *
 * @throws {UserError} as making a report; ABORTED
 */
export function figureMonth(
  store: Store,
  period: Period,
  {language, signal}: {readonly language?: LanguageId | undefined; readonly signal?: AbortSignal | undefined},
): Promise<MonthSoFar> {
  return withStore(
    store,
    async (open) => {
      const {columns, summary, measures} = await reportPeriod(open, period, {...mainTableOnly, language});
      const {period: month, days, daysCovered} = columns[0]!;
      const figures = measures.map(({id, label, unit, decimals, values, reasons}) => {
        return {id, label, unit, decimals, value: values[0] ?? null, reason: reasons[0] ?? null};
      });
      return {month, days, daysCovered, summary, figures};
    },
    signal,
  );
}
