import {randomUUID} from "node:crypto";
import type {FactStore} from "../../engine/fact-store.ts";
import type {FewClients} from "./few.ts";
import {linesInText, namedReadersSql, takeApart} from "./named-reader.ts";

/** How many readers go to the engine together. */
const readersAtOnce = 1 << 14;

/** Who the readers of an input are, by name: known while its lines are read, and forgotten when the draft is done. */
export class DraftClients {
  readonly #engine: FactStore;
  readonly #tables: Readonly<Record<"seen" | "client", string>>;
  #waiting: string[] = [];
  /** What is being sent to the engine, one statement after the other; null where nothing was. */
  #sent: Promise<void> | null = null;

  constructor(engine: FactStore) {
    this.#engine = engine;
    const id = randomUUID().replaceAll("-", "");
    this.#tables = {seen: `seen_${id}`, client: `client_${id}`};
  }

  /** Takes readers with their numbers, as `namedReader` writes them. */
  seeReaders(readers: readonly string[]): void {
    for (const reader of readers) this.#waiting.push(reader);
    if (this.#waiting.length >= readersAtOnce) this.#send();
  }

  /** All readers, where they are few; null where the engine has to be asked. */
  few(): FewClients | null {
    if (this.#sent !== null) return null;
    const names = new Map<string, string>();
    for (const line of this.#waiting.toSorted()) {
      const {id, name} = takeApart(line);
      // Two names of one number are as good as none: the same one is taken each time.
      if ((names.get(id) ?? "") === "") names.set(id, name);
    }
    return names;
  }

  /**
   * Says in which table the readers of these facts stand by name: `reader`, `name`, `span`, one row a reader and span of time.
   *
   * @param facts The file of facts that the log's lines gave.
   * @param span SQL over a row of facts: in which span of time is it?
   */
  async complete(facts: string, span: string): Promise<string> {
    const {seen, client} = this.#tables;
    this.#send();
    await this.#begun();
    // Two names of one number are as good as none: the same one is taken each time.
    await this.#engine.run(`create table ${client} as
      select reader, name, span
      from (select reader, ${span} as span from ${this.#engine.parquet([this.#engine.file(facts)])} where second is not null and reader is not null group by all)
      left join (select reader, min(name) as name from ${seen} group by reader) using (reader)`);
    return client;
  }

  /** Forgets what was collected. */
  async close(): Promise<void> {
    this.#waiting = [];
    if (this.#sent === null) return;
    await this.#sent.catch(() => {});
    const drops = Object.values(this.#tables).map((table) => `drop table if exists ${table}`);
    await this.#engine.run(drops.join("; "));
  }

  #begun(): Promise<void> {
    this.#sent ??= this.#engine.run(`create table ${this.#tables.seen} (reader ubigint, name varchar)`);
    return this.#sent;
  }

  #send(): void {
    if (this.#waiting.length === 0) return;
    const lines = this.#waiting.join("\n");
    this.#waiting = [];
    this.#sent = this.#begun().then(() =>
      this.#engine.run(`insert into ${this.#tables.seen} from (${namedReadersSql(linesInText)}) where name <> ''`, {
        lines,
      }),
    );
    // Told when it is waited for.
    this.#sent.catch(() => {});
  }
}
