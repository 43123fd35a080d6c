import {type KeyedFields, keyedLinesSql} from "../../engine/duckdb/facts-sql.ts";
import type {FactStore} from "../../engine/fact-store.ts";

/** From which second to which, both of them included. */
export interface SecondRange {
  readonly from: number;
  readonly until: number;
}

/** What of two files' requests in the same time is alike. */
export interface Evidence {
  /** Requests that are in both, each counted as often as in the one that has it less often. */
  readonly shared: number;
  /** Requests of the file that is new, in all; and of either file in the time that both cover. */
  readonly own: number;
  readonly ownThen: number;
  readonly othersThen: number;
  /** Distinct readers of these. */
  readonly sharedReaders: number;
  readonly ownReaders: number;
  readonly othersReaders: number;
  /** In how many different seconds the shared ones are. */
  readonly sharedSeconds: number;
}

/** A share of the lines and of the readers that two servers with the same readers do not come near. */
const telling = 1 / 3;

/**
 * Do two files share lines, or are some of their lines alike by chance?
 *
 * Behind one balancer two servers may answer the same client in the same second alike: a monitor that asks both, a double click. That is
 * few clients, or few lines. Where a third of the readers of the shorter one have lines in both, in several seconds, it is the
 * same log.
 */
export function isSharedLog(found: Evidence): boolean {
  if (found.shared === 0) return false;
  const lines = found.shared / Math.min(found.ownThen, found.othersThen);
  const readers = found.sharedReaders / Math.min(found.ownReaders, found.othersReaders);
  const isAll = found.shared === found.own;
  return lines >= telling && readers >= telling && (isAll || found.sharedSeconds > 1);
}

/**
 * Are two logs of the same requests alike in nearly everything but sizes? One writes them with headers and the other without, or one is the
 * log of a proxy and the other that of the server behind it.
 *
 * Nearly all lines have to be in both: a size is what tells two servers' answers to one client apart.
 */
export function isLogOfOtherSizes(found: Evidence): boolean {
  const lines = found.shared / Math.min(found.ownThen, found.othersThen);
  const readers = found.sharedReaders / Math.min(found.ownReaders, found.othersReaders);
  return lines >= nearlyAll && readers >= nearlyAll && found.sharedReaders > 1 && found.sharedSeconds > 2;
}

const nearlyAll = 0.9;

/**
 * Compares the requests of two inputs line by line, in the time that both cover.
 *
 * @param own, others SQL literals of files of facts.
 * @param how `bySize`: are lines of different sizes different ones?
 */
export async function weighEvidence(
  engine: FactStore,
  own: string,
  others: readonly string[],
  {from, until}: SecondRange,
  {ownRequests, bySize}: {readonly ownRequests: number; readonly bySize: boolean},
): Promise<Evidence> {
  const fields = await fieldsOfAll(engine, [[own], others], {bySize});
  const counted = async (files: readonly string[]): Promise<string> => {
    const lines = await Promise.all(files.map((file) => keyedLinesSql(engine, file, {from, until}, fields)));
    return `(select key, any_value(reader) as reader, any_value(second) as second, count(*) as lines
      from (${lines.map((one) => `select key, reader, second from ${one}`).join(" union all ")}) group by key)`;
  };
  const [row] = await engine.rows(`select
      coalesce(sum(least(own.lines, other.lines)) filter (where own.key is not null and other.key is not null), 0)::double
        as shared,
      coalesce(sum(own.lines), 0)::double as own_then,
      coalesce(sum(other.lines), 0)::double as others_then,
      count(distinct own.reader) filter (where other.key is not null)::double as shared_readers,
      count(distinct own.reader)::double as own_readers,
      count(distinct other.reader)::double as others_readers,
      count(distinct own.second) filter (where other.key is not null)::double as shared_seconds
    from ${await counted([own])} as own full join ${await counted(others)} as other using (key)`);
  const number = (name: string): number => Number(row![name]);
  return {
    shared: number("shared"),
    own: ownRequests,
    ownThen: number("own_then"),
    othersThen: number("others_then"),
    sharedReaders: number("shared_readers"),
    ownReaders: number("own_readers"),
    othersReaders: number("others_readers"),
    sharedSeconds: number("shared_seconds"),
  };
}

/** Which fields do all inputs record? One server may write two logs of the same requests, of which one says less. */
export async function fieldsOfAll(
  engine: FactStore,
  inputs: readonly (readonly string[])[],
  {bySize}: {readonly bySize: boolean},
): Promise<KeyedFields> {
  const recorded: KeyedFields[] = [];
  for (const files of inputs) {
    const [row] = await engine.rows(
      `select count(agent) > 0 as agent, count(site) > 0 as site, count(host) > 0 as host from ${engine.parquet(files)}`,
    );
    recorded.push(row as unknown as KeyedFields);
  }
  const byAll = (field: keyof KeyedFields): boolean => recorded.every((one) => one[field]);
  return {bytes: bySize, agent: byAll("agent"), site: byAll("site"), host: byAll("host")};
}
