import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Row} from "../../engine/values.ts";
import type {Methodology} from "../methodology.ts";
import {stretchesOf} from "../rule-periods.ts";

/** What of a client's requests in a span of months would count. */
export interface Taken {
  readonly readers: number;
  readonly documents: number;
  /** Null where no size was recorded. */
  readonly bytes: number | null;
}

/** What a client took in one span of months. */
export interface TakenInSpan {
  readonly span: string;
  /** If it were a reader. */
  readonly asReader: Taken;
  /** As it is judged. */
  readonly counted: Taken;
  readonly differentDocuments: number;
}

/** What is known of a client, for a person to look at. */
export interface Traits {
  readonly spans: readonly TakenInSpan[];
  /** By the agent's number, -1 for none; most documents first. */
  readonly agents: readonly (readonly [agent: number, documents: number])[];
  readonly agentCount: number;
  readonly documents: readonly (readonly [name: string, documents: number])[];
  /** By the hour, from 0 to 23. */
  readonly hours: readonly number[];
}

/** How many agents and documents are kept of each client. */
const mostKept = 5;

/** Lets questions join with `doubtful`: one row a client. */
export async function loadDoubtful(engine: QueryEngine, clients: readonly string[]): Promise<void> {
  const table = await engine.table("doubtful");
  table.add(clients.map((client) => [BigInt(client)]));
  table.close();
}

/**
 * What did the doubtful clients take in each span of months? By the client's number.
 *
 * Readers are those that come or go with the client: one that counts by somebody else's requests, too, is none of them.
 *
 * @param engine With `request` judged whole, `span` and `doubtful`.
 * @param methodology By which it was judged.
 */
export async function takenBySpan(engine: QueryEngine, methodology: Methodology): Promise<Map<string, TakenInSpan[]>> {
  const shared = await sharedReaders(engine, methodology);
  const found = new Map<string, TakenInSpan[]>();
  for (const row of await engine.ask("doubtful-spans")) {
    const [client, span] = [String(row["client_text"]), String(row["span"])];
    const others = shared.get(`${client} ${span}`) ?? {taken: 0, counted: 0};
    const entry: TakenInSpan = {
      span,
      asReader: takenIn(row, "taken_", others.taken),
      counted: takenIn(row, "counted_", others.counted),
      differentDocuments: Number(row["different"]),
    };
    found.set(client, [...(found.get(client) ?? []), entry]);
  }
  return found;
}

/** How many readers of a client are other clients', too? By its number and the span. Only a network of IPv6 has several clients. */
async function sharedReaders(
  engine: QueryEngine,
  methodology: Methodology,
): Promise<Map<string, {readonly taken: number; readonly counted: number}>> {
  if (!stretchesOf(methodology).some(({reader}) => reader.ipv6 === 48)) return new Map();
  const rows = await engine.ask("doubtful-shared");
  return new Map(
    rows.map((row) => [
      `${String(row["client_text"])} ${String(row["span"])}`,
      {taken: Number(row["taken_readers"]), counted: Number(row["counted_readers"])},
    ]),
  );
}

function takenIn(row: Row, which: "taken_" | "counted_", sharedReaders: number): Taken {
  const [readers, documents, bytes] = [row[`${which}readers`], row[`${which}documents`], row[`${which}bytes`]];
  const count = Number(documents);
  return {
    readers: Number(readers) - sharedReaders,
    documents: count,
    bytes: bytes === null && count > 0 ? null : Number(bytes),
  };
}

/**
 * What is known of the doubtful clients? By the client's number.
 *
 * @param engine As in {@link takenBySpan}, as is the methodology.
 */
export async function describeClients(engine: QueryEngine, methodology: Methodology): Promise<Map<string, Traits>> {
  const found = new Map<string, {-readonly [K in keyof Traits]: Traits[K]}>();
  for (const [client, spans] of await takenBySpan(engine, methodology)) {
    found.set(client, {spans, agents: [], agentCount: 0, documents: [], hours: Array<number>(24).fill(0)});
  }
  await engine.askInBatches("doubtful-agents", (rows) => {
    for (const row of rows) {
      const traits = found.get(String(row["client_text"]));
      if (!traits) continue;
      traits.agentCount++;
      if (traits.agents.length < mostKept) {
        traits.agents = [...traits.agents, [Number(row["agent"]), Number(row["documents"])]];
      }
    }
  });
  await engine.askInBatches("doubtful-documents", (rows) => {
    for (const row of rows) {
      const traits = found.get(String(row["client_text"]));
      if (!traits || traits.documents.length === mostKept) continue;
      traits.documents = [...traits.documents, [String(row["name"]), Number(row["documents"])]];
    }
  });
  for (const row of await engine.ask("doubtful-hours")) {
    const traits = found.get(String(row["client_text"]));
    if (traits) traits.hours = traits.hours.with(Number(row["hour"]), Number(row["documents"]));
  }
  return found;
}
