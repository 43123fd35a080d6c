import type {Engine} from "../engine/contract.ts";
import {hashMethodology, type Methodology} from "../methodology/methodology.ts";
import {robotListVersions} from "../methodology/robots.ts";
import {verdicts} from "../methodology/rules.ts";
import {type MonthVerdicts, takeAccount} from "./account.ts";
import {type Exclusion, findExclusions} from "./exclusions.ts";
import type {Measure} from "./measure.ts";
import {type MonthFigures, measureMonths} from "./measure-months.ts";
import {measures} from "./measures.ts";
import {findCoverage, type MonthCoverage, monthOf} from "./months.ts";

/** Everything that was measured of a period; lists by month run in step with its months. */
export interface PeriodFigures {
  readonly coverage: readonly MonthCoverage[];
  readonly account: readonly MonthVerdicts[];
  /** Every verdict there is, in the order of the account. */
  readonly verdicts: readonly {readonly id: string; readonly label: string}[];
  readonly figures: readonly {readonly measure: Measure; readonly months: MonthFigures}[];
  readonly exclusions: readonly Exclusion[];
  /** Counted requests of each month in logs that do not record agents. */
  readonly unnamedAgents: readonly number[];
  readonly methodology: {
    readonly name: string;
    readonly sha256: string;
    readonly robotLists: readonly {readonly name: string; readonly version: string}[];
  };
}

/**
 * What are the figures of these months?
 *
 * @param engine With `request` judged for these months by this methodology.
 */
export async function measurePeriod(
  engine: Engine,
  methodology: Methodology,
  months: readonly string[],
): Promise<PeriodFigures> {
  const [coverage, account, unnamedAgents] = await Promise.all([
    findCoverage(engine, months),
    takeAccount(engine, months),
    countUnnamedAgents(engine, months),
  ]);
  const daysCovered = coverage.map(({days, missingDays}) => days - missingDays.length);
  const figures = await Promise.all(
    measures.map(async (measure) => ({measure, months: await measureMonths(measure, engine, months, daysCovered)})),
  );
  return {
    coverage,
    account,
    verdicts,
    figures,
    exclusions: await findExclusions(engine, methodology, months, account),
    unnamedAgents,
    methodology: {
      name: methodology.name,
      sha256: hashMethodology(methodology),
      robotLists: robotListVersions(methodology.robots.lists),
    },
  };
}

async function countUnnamedAgents(engine: Engine, months: readonly string[]): Promise<number[]> {
  const rows = await engine.ask("unnamed-agents");
  return months.map((month) => Number(rows.find((row) => monthOf(row) === month)?.["requests"] ?? 0));
}
