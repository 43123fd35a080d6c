import {randomBytes} from "node:crypto";
import {setTimeout as pause} from "node:timers/promises";
import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {countNumber, idText, parseAnswer, parseJsonAnswer} from "./answers.ts";
import {idLiteral, literal} from "./bind.ts";
import type {Cluster} from "./cluster.ts";
import type {Server} from "./server.ts";

const entry = z.object({
  /** Its place in the order of all. */
  number: countNumber,
  id: idText,
  /**
   * `add`: something was read. `drop`: inputs were taken out. `close`: the addresses of a month were dropped. `unread`: of some files
   * nothing could be read.
   */
  kind: z.enum(["add", "drop", "close", "unread"]),
  body: z.string(),
});

/** Something that counts, once it stands in the journal. What its body says is not looked at here. */
export type JournalEntry = Readonly<z.output<typeof entry>>;

/** Of an addition, what tells its loads. */
const addition = z.object({continues: idText.nullable(), parts: z.array(z.object({load: idText}))});

/** Inputs that were taken out, by the ids of the entries that began them. */
export const takenOut = z.object({inputs: z.array(idText)});

/** Loads that count no more. */
interface UncountedLoads {
  /** On their way more than a day ago, and without an entry. */
  readonly abandoned: readonly string[];
  /** Of inputs that were taken out. */
  readonly dropped: readonly string[];
}

const setup = z.object({
  schema: countNumber,
  shards: countNumber,
  /** What has to be the same on every machine: name to a hash or a word. */
  rules: z.record(z.string().max(4200), z.string().regex(/^[\w/+:.-]{1,80}$/)),
});

/** What this cluster was set up for. */
export type Setup = Readonly<z.output<typeof setup>>;

const wish = z.object({id: idText, age: z.int()});

/** A load that is on its way for longer has lost it. */
const abandonedSeconds = 86_400;

/** A machine that holds the lock longer than this has died; one that is alive gives up long before. */
const [deadSeconds, longestMs] = [600, 60_000];

/**
 * The cluster's journal: what was sent counts when its entry stands here, on the first server, and is only ever added to.
 *
 * Entries are made one at a time, by whoever holds the lock. The lock is a wish that is written down: it is had by who, after
 * writing it, finds nobody else's. Of two who see each other the lower number stays and the other withdraws. A wish left
 * behind by a machine that died is declared broken after ten minutes, and what was entered with it does not count.
 */
export class Journal {
  readonly #cluster: Cluster;
  /** Writes, whatever is stopped: who has the lock gives it back, and what is being entered is entered, or others would wait. */
  readonly #writer: Server;
  readonly #table: string;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#writer = cluster.first.steady();
    this.#table = cluster.named("event");
  }

  /** A number that nobody else has. */
  static newId(): string {
    return String(randomBytes(8).readBigUInt64LE() | 1n);
  }

  /** Every entry that counts, from a number on, in order. */
  async entries(from = 0): Promise<JournalEntry[]> {
    const rows = await this.#cluster.first.rows(`select number, toString(id) as entry_id, kind, body
      from ${this.#table}
      where kind in ('add', 'drop', 'close', 'unread') and number >= ${literal(from)} and lock not in (select id from ${this.#table} where kind = 'broken')
      order by number`);
    const found = rows.map((row) => ({...row, id: row["entry_id"]}));
    const entries = this.#parse(z.array(entry), found, "entries of its journal");
    // A write whose answer was lost may have been made twice.
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  }

  /** Says that a load is on its way, so that it can be found if it never arrives. */
  async begin(id: string): Promise<void> {
    await this.#write(0, "begin", id, id, "");
  }

  /** Which loads may be deleted? */
  async uncounted(): Promise<UncountedLoads> {
    const {entered, dropped} = await this.#loads();
    const rows = await this.#cluster.first.rows(`select toString(id) as load
      from ${this.#table} where kind = 'begin' and toUnixTimestamp(now()) - toUnixTimestamp(at) > ${abandonedSeconds}`);
    const late = new Set(this.#parse(z.array(z.object({load: idText})), rows, "loads").map(({load}) => load));
    return {abandoned: [...late.difference(entered)], dropped: [...dropped]};
  }

  /** Loads that have an entry, and those of them whose inputs were taken out since. */
  async #loads(): Promise<Readonly<Record<"entered" | "dropped", ReadonlySet<string>>>> {
    const [entered, dropped] = [new Set<string>(), new Set<string>()];
    const byInput = new Map<string, string[]>();
    const {url} = this.#cluster.first;
    for (const {id, kind, body} of await this.entries()) {
      if (kind === "add") {
        const {continues, parts} = parseJsonAnswer(addition, body, "an entry of its journal", url);
        const loads = parts.map(({load}) => load);
        for (const load of loads) entered.add(load);
        const input = continues ?? id;
        const own = byInput.get(input) ?? [];
        own.push(...loads);
        byInput.set(input, own);
      } else if (kind === "drop") {
        const {inputs} = parseJsonAnswer(takenOut, body, "inputs that were taken out", url);
        for (const load of inputs.flatMap((input) => byInput.get(input) ?? [])) dropped.add(load);
      }
    }
    return {entered, dropped};
  }

  /** What the cluster was last set up for; null before. */
  async setup(): Promise<Setup | null> {
    const [row] = await this.#cluster.first.rows(
      `select body from ${this.#table} where kind = 'setup' order by number desc, at desc limit 1`,
    );
    return row ? parseJsonAnswer(setup, String(row["body"]), "its set-up", this.#cluster.first.url) : null;
  }

  /** Writes down what the cluster is set up for. */
  async writeSetup(setup: Setup): Promise<void> {
    await this.exclusively(async (enter) => enter("setup", Journal.newId(), JSON.stringify(setup)));
  }

  /**
   * Does something while nobody else enters anything. What is stopped before it is entered is not; from then on nothing stops it.
   *
   * @throws {UserError} ENGINE_FAILED where it took so long that others had to take this machine for dead.
   */
  async exclusively<T>(
    use: (enter: (kind: JournalEntry["kind"] | "setup", id: string, body: string) => Promise<number>) => Promise<T>,
  ): Promise<T> {
    const lock = await this.#lock();
    const since = performance.now();
    try {
      const result = await use(async (kind, id, body) => {
        if (performance.now() - since > longestMs) throw tooSlow(this.#cluster);
        const number = await this.#next();
        await this.#write(number, kind, id, lock, body);
        return number;
      });
      await this.#write(0, "leave", lock, lock, "");
      if (await this.#isBroken(lock)) throw tooSlow(this.#cluster);
      return result;
    } catch (fault) {
      return this.#leave(lock, fault);
    }
  }

  async #lock(): Promise<string> {
    for (;;) {
      const mine = Journal.newId();
      await this.#write(0, "wish", mine, mine, "");
      if (await this.#isGranted(mine).catch(async (fault: unknown) => this.#leave(mine, fault))) return mine;
      await this.#write(0, "leave", mine, mine, "");
      await pause(100 + Math.random() * 300);
    }
  }

  /** Waits until nobody else wants it; false where who has the lower number does. */
  async #isGranted(mine: string): Promise<boolean> {
    for (;;) {
      const others = await this.#others(mine);
      if (others.length === 0) return true;
      for (const {id, isDead} of others) if (isDead) await this.#write(0, "broken", id, mine, "");
      if (others.some(({id, isDead}) => !isDead && BigInt(id) < BigInt(mine))) return false;
      await pause(50 + Math.random() * 100);
    }
  }

  /** Gives the lock back after a fault, as well as it can be done. */
  async #leave(lock: string, fault: unknown): Promise<never> {
    await this.#write(0, "leave", lock, lock, "").catch(() => {});
    throw fault;
  }

  async #others(mine: string): Promise<{id: string; isDead: boolean}[]> {
    const rows =
      await this.#cluster.first.rows(`select toString(id) as wish, toUnixTimestamp(now()) - toUnixTimestamp(at) as age
      from ${this.#table}
      where kind = 'wish' and id <> ${idLiteral(mine)} and id not in (select id from ${this.#table} where kind in ('leave', 'broken'))`);
    const found = rows.map((row) => ({...row, id: row["wish"]}));
    return this.#parse(z.array(wish), found, "locks").map(({id, age}) => ({id, isDead: age > deadSeconds}));
  }

  async #isBroken(lock: string): Promise<boolean> {
    const [row] = await this.#writer.rows(
      `select count(*) as times from ${this.#table} where kind = 'broken' and id = ${idLiteral(lock)}`,
    );
    return row?.["times"] !== 0;
  }

  async #next(): Promise<number> {
    const [row] = await this.#writer.rows(`select max(number) as most from ${this.#table}`);
    return this.#parse(countNumber, row?.["most"] ?? 0, "the number of its last entry") + 1;
  }

  async #write(number: number, kind: string, id: string, lock: string, body: string): Promise<void> {
    const values = `${number}, ${literal(kind)}, ${idLiteral(id)}, ${idLiteral(lock)}, ${literal(body)}, now()`;
    await this.#writer.run(`insert into ${this.#table} (number, kind, id, lock, body, at) select ${values}`);
  }

  #parse<T>(schema: z.ZodType<T>, said: unknown, kind: string): T {
    return parseAnswer(schema, said, kind, this.#cluster.first.url);
  }
}

function tooSlow(cluster: Cluster): UserError {
  const what = "the server took longer than a minute to enter one file, and nothing of it counts";
  return new UserError("ENGINE_FAILED", what, "run the same command again", cluster.first.url);
}
