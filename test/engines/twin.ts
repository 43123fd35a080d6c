import {loadQuestion} from "../../src/engine/query.ts";
import type {QueryEngine, SiteNumbers, TimeRange} from "../../src/engine/query-engine.ts";
import type {Aliases, AnswerName, QuestionOf, RelationName, TableName} from "../../src/engine/relations/all.ts";
import type {Params, Row, TableWriter} from "../../src/engine/values.ts";

/** A question that two engines answered otherwise. */
export interface Difference {
  readonly question: string;
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/**
 * Questions for texts that are looked at before anything is asked of requests. Files say which texts they hold; of a server those of the
 * days alone are asked. Of a log of which one day is looked at, as before a month with downloads, files have more of them; one too few would
 * leave requests without a verdict, and every count behind it would differ.
 */
const wholeFiles: ReadonlySet<string> = new Set(["paths"]);

/** Two engines that are told the same and asked the same; what they answer is compared, row by row. */
export class TwinEngine implements QueryEngine {
  /** Questions that were asked or kept. */
  readonly asked: Set<string>;
  readonly differences: Difference[];
  readonly #one: QueryEngine;
  readonly #other: QueryEngine;
  /** What the loads of the other are called, by the files of the one. */
  readonly #loadOf: (file: string) => string;

  constructor(
    one: QueryEngine,
    other: QueryEngine,
    loadOf: (file: string) => string,
    found: Pick<TwinEngine, "asked" | "differences"> = {asked: new Set(), differences: []},
  ) {
    this.asked = found.asked;
    this.differences = found.differences;
    this.#one = one;
    this.#other = other;
    this.#loadOf = loadOf;
  }

  async ask(question: string, params: Params = {}): Promise<Row[]> {
    this.asked.add(question);
    const [one, other] = await Promise.all([this.#one.ask(question, params), this.#other.ask(question, params)]);
    this.#compare(question, one, other);
    return one;
  }

  async askInBatches(question: string, see: (rows: Row[]) => void | Promise<void>): Promise<void> {
    this.asked.add(question);
    const [one, other]: [Row[], Row[]] = [[], []];
    await this.#one.askInBatches(question, (rows) => void one.push(...rows));
    await this.#other.askInBatches(question, (rows) => void other.push(...rows));
    this.#compare(question, one, other);
    await see(one);
  }

  async askTexts(question: string, see: (texts: readonly string[]) => void, params: Params = {}): Promise<void> {
    this.asked.add(question);
    const [one, other]: [string[], string[]] = [[], []];
    await this.#one.askTexts(question, (texts) => void one.push(...texts), params);
    await this.#other.askTexts(question, (texts) => void other.push(...texts), params);
    const [own, others] = [one, other].map((texts) => texts.map((text) => ({text})));
    this.#compare(question, own!, others!);
    see(one);
  }

  async keep<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    this.asked.add(question);
    await this.#both((engine) => engine.keep(name, question, params));
  }

  async keepNumbered<Name extends AnswerName>(
    name: Name,
    question: QuestionOf<Name>,
    params: Params = {},
  ): Promise<void> {
    this.asked.add(question);
    await this.#both((engine) => engine.keepNumbered(name, question, params));
  }

  async extend<Name extends AnswerName>(name: Name, question: QuestionOf<Name>, params: Params = {}): Promise<void> {
    this.asked.add(question);
    await this.#both((engine) => engine.extend(name, question, params));
  }

  async view<Name extends AnswerName>(name: Name, question: QuestionOf<Name>): Promise<void> {
    this.asked.add(question);
    await this.#both((engine) => engine.view(name, question));
  }

  async drop(names: readonly RelationName[]): Promise<void> {
    await this.#both((engine) => engine.drop(names));
  }

  async table(name: TableName): Promise<TableWriter> {
    const writers = await Promise.all([this.#one, this.#other].map((engine) => engine.table(name)));
    return {
      add: (rows) => {
        for (const writer of writers) writer.add(rows);
      },
      close: () => {
        for (const writer of writers) writer.close();
      },
    };
  }

  async openFacts(files: readonly string[], range: TimeRange): Promise<void> {
    await Promise.all([this.#one.openFacts(files, range), this.#other.openFacts(files.map(this.#loadOf), range)]);
  }

  async openSites(sites: SiteNumbers): Promise<void> {
    const shared = {...sites, byHost: [...sites.byHost]};
    await this.#both((engine) => engine.openSites(shared));
  }

  async openPlaces(files: readonly string[]): Promise<void> {
    await Promise.all([this.#one.openPlaces(files), this.#other.openPlaces(files.map(this.#loadOf))]);
  }

  async loadCache(): Promise<boolean> {
    return false;
  }

  saveCache(): void {}

  async session(): Promise<TwinEngine> {
    return new TwinEngine(await this.#one.session(), await this.#other.session(), this.#loadOf, this);
  }

  async branch(aliases?: Aliases): Promise<TwinEngine> {
    return new TwinEngine(await this.#one.branch(aliases), await this.#other.branch(aliases), this.#loadOf, this);
  }

  async close(): Promise<void> {
    await this.#both(async (engine) => engine.close());
  }

  async #both(act: (engine: QueryEngine) => Promise<void>): Promise<void> {
    await Promise.all([act(this.#one), act(this.#other)]);
  }

  #compare(question: string, one: readonly Row[], other: readonly Row[]): void {
    // What is near is near in another way on each engine.
    if (loadQuestion(question).exact.startsWith("no")) return;
    const isOrdered = /\norder by\b/.test(loadQuestion(question).body);
    const [own, others] = [one, other].map((rows) => {
      const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort()));
      return isOrdered ? lines : lines.sort();
    });
    if (JSON.stringify(own) === JSON.stringify(others)) return;
    const known = new Set(own);
    if (wholeFiles.has(question) && others!.every((line) => known.has(line))) return;
    this.differences.push({question, one: own!.slice(0, 5), other: others!.slice(0, 5)});
  }
}
