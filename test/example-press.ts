import {cpSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {gunzipSync} from "node:zlib";
import {makeLogs} from "../examples/second-half-2005/generate.ts";
import {readFigures} from "../examples/second-half-2005/model/figures.ts";
import {recount} from "./example-recount.ts";
import type {Row} from "./example-tables.ts";
import {runHere} from "./intake/workshop.ts";

/** The example as it stands in the project. */
export const example = fileURLToPath(new URL("../examples/second-half-2005/", import.meta.url));

/** What is looked at of the report's JSON. */
export interface JsonReport {
  columns: {period: string; days: number; daysCovered: number}[];
  measures: {id: string; values: (number | null)[]}[];
  totals: Record<string, number | null>;
  comparison: {
    columns: string[];
    values: Record<string, number[]>;
    changePercent: Record<string, number[]>;
    reported: Record<string, boolean[]>;
  };
  index: {base: string; values: Record<string, (number | null)[]>};
  tables: {id: string; rows: (Row & {label: string})[]; notes: {id: string; text: string}[]}[];
  notes: {id: string; columns: string[]}[];
  account: {period: string; requests: number; verdicts: {id: string; requests: number}[]}[];
  inputs: {name: string; sha256: string; lines: number; requests: number; quarantined: number; ignored: number}[];
  ledger: {
    measures: {id: string; values: (number | null)[]}[];
    notes: {id: string; text: string}[];
    totals: Record<string, number>;
    totalLow: Record<string, number | null>;
    totalHigh: Record<string, number | null>;
    comparison: {values: Record<string, (number | null)[]>; totals: Record<string, number>};
    tables: {id: string; form: string; rows: {key: string; values: (number | null)[]}[]}[];
  };
  plan: {measure: string; target: number; actual: number; growthNeeded: number | null; isMet: boolean}[];
  ranks: {name: string; now: {rank: number | null}; before: {rank: number | null}; passedBy: string[]}[];
  credits: {post: string; by: string}[];
  moved: {id: string; from: number; to: number; explanations: {text: string}[]}[];
}

/** One month of the example, counted by the second method. */
export type RecountedMonth = ReturnType<typeof recount>;

/** A copy of the example's workspace with its logs, in a folder of its own. */
export class ExamplePress {
  readonly folder = mkdtempSync(join(tmpdir(), "broadsheet-example-"));
  readonly logs = join(this.folder, "logs");

  /** Counts the logs anew: June first, then the six months. */
  async recount(): Promise<readonly [RecountedMonth, ...RecountedMonth[]]> {
    await makeLogs(this.logs, {level: 1});
    const {before, months} = readFigures();
    const count = (period: string): RecountedMonth => {
      const packed = readFileSync(join(this.logs, `access-${period}.log.gz`));
      return recount(period, gunzipSync(packed).toString("latin1").split("\n").slice(0, -1));
    };
    return [count(before.period), ...months.map(({period}) => count(period))];
  }

  /** Reads the logs in, and makes the half-year's report with all its tables. */
  async report(): Promise<{readonly report: JsonReport; readonly page: string}> {
    const isSource = (path: string): boolean => !["logs", "store"].includes(basename(path));
    cpSync(example, this.folder, {recursive: true, filter: isSource});
    const [json, html] = [join(this.folder, "made.json"), join(this.folder, "made.html")];
    await this.#broadsheet("ingest", "--quiet");
    await this.#broadsheet("report", "2005-H2", "-o", json, "-o", html, "--quiet");
    return {report: JSON.parse(readFileSync(json, "utf8")) as JsonReport, page: readFileSync(html, "utf8")};
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true});
  }

  async #broadsheet(...words: readonly string[]): Promise<void> {
    const {status, stderr} = await runHere(["-C", this.folder, ...words], this.folder);
    if (status !== 0) throw new Error(`broadsheet ${words.join(" ")} ended with ${status}\n${stderr}`);
  }
}
