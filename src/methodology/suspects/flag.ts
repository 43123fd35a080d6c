import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Row} from "../../engine/values.ts";
import {type Conduct, findGrounds, type Signal, signals} from "./signals.ts";

/** A client that may be a robot, in one month, and what speaks for it. */
export interface Suspicion {
  /** The client's number, as text: it may be too large to be a number. */
  readonly client: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly grounds: readonly Signal[];
  readonly documents: number;
}

/**
 * Which clients may be robots that do not say so?
 *
 * Nominated, not judged: they stay in the figures until a person has looked.
 *
 * @param engine With `request` judged whole.
 * @param agents Names by their number.
 */
export async function flagSuspects(engine: QueryEngine, agents: readonly string[]): Promise<Suspicion[]> {
  await engine.keep("candidate", "candidates", {
    // Fewer say nothing: every threshold that goes by an amount is higher, or as high as a minute's worth.
    documents: Math.min(signals["many-a-minute"].threshold - 1, signals["no-furniture"].threshold),
    shortest: signals["short-agent"].threshold,
    longest: signals["long-agent"].threshold,
  });
  const furniture = new Set(
    (await engine.ask("furnished-candidates")).map((row) => `${row["client_text"]} ${monthOf(row)}`),
  );
  const found: Suspicion[] = [];
  let open: {key: string; rows: Row[]} | null = null;
  const close = (): void => {
    if (!open) return;
    const [client, month] = open.key.split(" ") as [string, string];
    const conduct = conductOf(open.rows, agents, furniture.has(open.key));
    const reasons = findGrounds(conduct);
    if (reasons.length > 0) found.push({client, month, grounds: reasons, documents: open.rows.length});
  };
  await engine.askInBatches("conduct", (rows) => {
    for (const row of rows) {
      const key = `${row["client_text"]} ${monthOf(row)}`;
      if (open?.key !== key) {
        close();
        open = {key, rows: []};
      }
      open.rows.push(row);
    }
  });
  close();
  return found;
}

function monthOf(row: Row): string {
  return String(row["month"]).slice(0, 7);
}

function conductOf(rows: readonly Row[], agents: readonly string[], hasFetchedFurniture: boolean): Conduct {
  const numbers = new Set(rows.map((row) => Number(row["agent"])));
  return {
    seconds: rows.map((row) => Number(row["second"])),
    documents: rows.map((row) => Number(row["document"])),
    agents: [...numbers].map((number) => agents[number] ?? ""),
    hasFetchedFurniture,
  };
}
