import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Row} from "../../engine/values.ts";
import {type Conduct, findGrounds, type Signal, signals} from "./signals.ts";
import {findWaveMembers, type Wave, type WaveMember} from "./waves.ts";

/** A client that may be a robot, in one month, and what speaks for it. */
export interface Suspicion {
  /** The client's number, as text: it may be too large to be a number. */
  readonly client: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly grounds: readonly Signal[];
  readonly documents: number;
  /** The wave that it is of; null where it is of none. */
  readonly wave: Wave | null;
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
  await engine.keep("client_conduct", "client-conduct", {
    shortest: signals["short-agent"].threshold,
    longest: signals["long-agent"].threshold,
  });
  await engine.keep("candidate", "candidates", {
    // Fewer say nothing: every threshold that goes by an amount is higher, or as high as a minute's worth.
    documents: Math.min(signals["many-a-minute"].threshold - 1, signals["no-furniture"].threshold),
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
    if (reasons.length > 0) found.push({client, month, grounds: reasons, documents: open.rows.length, wave: null});
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
  return withWaves(found, await findWaveMembers(engine, agents));
}

/** Who is of a wave, too, has one ground more; who is nothing else is added. */
function withWaves(found: readonly Suspicion[], members: readonly WaveMember[]): Suspicion[] {
  const key = ({client, month}: Pick<Suspicion, "client" | "month">): string => `${client} ${month}`;
  const waves = new Map(members.map((member) => [key(member), member]));
  const known = found.map((one): Suspicion => {
    const member = waves.get(key(one));
    waves.delete(key(one));
    return member === undefined ? one : {...one, grounds: [...one.grounds, groundOf(member)], wave: member.wave};
  });
  const others = [...waves.values()].map((member): Suspicion => {
    const {client, month, documents, wave} = member;
    return {client, month, documents, grounds: [groundOf(member)], wave};
  });
  return [...known, ...others];
}

function groundOf({wave}: WaveMember): Signal {
  return {id: "wave", found: wave.clients};
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
