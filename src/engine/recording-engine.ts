import {loadQuestion} from "./query.ts";
import type {QueryEngine, SiteNumbers, TimeRange} from "./query-engine.ts";
import type {Aliases, AnswerName, QuestionOf, RelationName, TableName} from "./relations/all.ts";
import type {Params, Row, TableWriter} from "./values.ts";

/** A question that was put to an engine, and what became of the answer. */
export interface AskedQuestion {
  /** The file in `sql/`, without its ending. */
  readonly question: string;
  /** The name that the answer was kept under; null where it was read. */
  readonly name: string | null;
  /** Without the workspace's key. */
  readonly params: Params;
  /** The question's body, as it was put. */
  readonly sql: string;
}

/**
 * An engine that writes down what it is asked, so that the way to a figure can be shown.
 *
 * It does one thing after the other: what is asked side by side would be written in another order each time.
 */
export class RecordedEngine implements QueryEngine {
  readonly asked: AskedQuestion[];
  readonly #engine: QueryEngine;
  #last: Promise<unknown> = Promise.resolve();

  /** @param asked Where to write; a list of its own where not given. */
  constructor(engine: QueryEngine, asked: AskedQuestion[] = []) {
    this.#engine = engine;
    this.asked = asked;
  }

  ask(question: string, params: Params = {}): Promise<Row[]> {
    this.#write(question, null, params);
    return this.#inTurn(() => this.#engine.ask(question, params));
  }

  askInBatches(question: string, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    this.#write(question, null, {});
    return this.#inTurn(() => this.#engine.askInBatches(question, see));
  }

  askTexts(question: string, see: (texts: readonly string[]) => void, params: Params = {}): Promise<void> {
    this.#write(question, null, params);
    return this.#inTurn(() => this.#engine.askTexts(question, see, params));
  }

  keep<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    this.#write(question, name, params);
    return this.#inTurn(() => this.#engine.keep(name, question, params));
  }

  keepNumbered<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    this.#write(question, name, params);
    return this.#inTurn(() => this.#engine.keepNumbered(name, question, params));
  }

  extend<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    this.#write(question, name, params);
    return this.#inTurn(() => this.#engine.extend(name, question, params));
  }

  view<Name extends AnswerName>(name: Name, question: QuestionOf<Name>): Promise<void> {
    this.#write(question, name, {});
    return this.#inTurn(() => this.#engine.view(name, question));
  }

  drop(names: readonly RelationName[]): Promise<void> {
    return this.#inTurn(() => this.#engine.drop(names));
  }

  table(name: TableName): Promise<TableWriter> {
    return this.#inTurn(() => this.#engine.table(name));
  }

  openFacts(files: readonly string[], range: TimeRange): Promise<void> {
    return this.#inTurn(() => this.#engine.openFacts(files, range));
  }

  openSites(sites: SiteNumbers): Promise<void> {
    return this.#inTurn(() => this.#engine.openSites(sites));
  }

  openPlaces(files: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#engine.openPlaces(files));
  }

  /** Nothing is taken from before: the way to a figure is shown whole. */
  async loadCache(): Promise<boolean> {
    return false;
  }

  saveCache(): void {}

  async session(): Promise<RecordedEngine> {
    return new RecordedEngine(await this.#engine.session(), this.asked);
  }

  async branch(aliases?: Aliases): Promise<RecordedEngine> {
    return new RecordedEngine(await this.#inTurn(() => this.#engine.branch(aliases)), this.asked);
  }

  async close(): Promise<void> {
    await this.#engine.close();
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(act);
    this.#last = mine.catch(() => {});
    return mine;
  }

  #write(question: string, name: string | null, {key: _, ...params}: Params): void {
    this.asked.push({question, name, params, sql: loadQuestion(question).body});
  }
}
