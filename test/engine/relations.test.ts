import {globSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {relationsOf} from "../../src/engine/clickhouse/bind.ts";
import {factColumns} from "../../src/engine/facts/layout.ts";
import {loadQuestion} from "../../src/engine/query.ts";
import {relations} from "../../src/engine/relations/all.ts";
import type {Relation} from "../../src/engine/relations/relation.ts";
import {ownEngine} from "./own-engine.ts";

/*
 * The list of relations, held against the questions in sql/ and the code: with nothing but what it says of tables and facts, every
 * other relation and every question can be worked out.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const questions = globSync("sql/**/*.sql", {cwd: root}).map((path) => basename(path.replaceAll("\\", "/"), ".sql"));
/** A function of DuckDB's that stands where a relation would. */
const functions = new Set(["range"]);
const readIn = (question: string): string[] =>
  relationsOf(loadQuestion(question).body).filter((name) => !functions.has(name));
const declared: Readonly<Record<string, Relation>> = relations;
const rows = Object.entries(declared);

test("every relation that a question reads is declared, with all the questions that read it", () => {
  const readers = Map.groupBy(
    questions.flatMap((question) => readIn(question).map((name) => ({name, question}))),
    ({name}) => name,
  );
  const found = [...readers].map(([name, own]) => [name, own.map(({question}) => question).sort()] as const);
  const want = rows.map(([name, {readBy}]) => [name, readBy.toSorted()] as const);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(want));
});

test("every question that keeps something is an answer that a relation may be, and of one relation", () => {
  const answers = rows.flatMap(([, {answers = []}]) => answers);
  expect(answers.filter((question) => !questions.includes(question))).toEqual([]);
  expect(new Set(answers).size).toBe(answers.length);
});

describe("who makes a relation names it, and nobody else does", () => {
  const sources = new Map(
    globSync("src/{methodology,measures,operations,cli}/**/*.ts", {cwd: root}).map((path) => {
      return [path.replaceAll("\\", "/").replace(/^src\/|\.ts$/g, ""), readFileSync(root + path, "utf8")];
    }),
  );
  for (const [name, {madeBy, alias}] of rows) {
    const making =
      alias === undefined
        ? new RegExp(`(?:\\b(?:table|keep|keepNumbered|extend|view)\\(\\s*|\\bname: )"${name}"`)
        : new RegExp(`\\bbranch\\(\\{[^}]*\\b${name}: "${alias}"`);
    test(name, () => {
      const makers = [...sources].filter(([, source]) => making.test(source)).map(([path]) => path);
      expect(makers.sort()).toEqual(madeBy === "engine" ? [] : [madeBy].flat().sort());
    });
  }
});

describe("from what is declared of tables and facts, everything can be asked", () => {
  const types = {
    ...{text: "varchar", tiny: "tinyint", small: "smallint", integer: "integer"},
    ...{bigint: "bigint", ubigint: "ubigint", usmallint: "usmallint", date: "date"},
  };
  const bodyOf = (question: string): string => loadQuestion(question).body.replaceAll(/\$\w+/g, "null");
  const columnsOf = ({shape, columns = [], alias}: Relation): readonly string[] => {
    if (alias !== undefined) return columnsOf(declared[alias]!);
    return shape ? Object.keys(shape) : columns;
  };

  test("each answer has the columns of its relation, and each question finds what it reads", async () => {
    const {engine, folder} = await ownEngine();
    const nothing = Object.entries(factColumns).map(([column, type]) => `null::${types[type]} as ${column}`);
    const file = engine.file(`${folder}/none.parquet`);
    await engine.run(`copy (select ${nothing.join(", ")} where false) to ${file} (format parquet)`);
    await engine.openFacts([`${folder}/none.parquet`], {
      firstDay: "2005-07-01",
      lastDay: "2005-07-31",
      rulePeriods: [],
    });
    await engine.openPlaces([]);
    const described = async (sql: string): Promise<string[]> => {
      return (await engine.rows(`describe ${sql}`)).map((row) => String(row["column_name"]));
    };
    for (const [name, relation] of rows) {
      if (relation.madeBy === "engine") expect(await described(name), name).toEqual(relation.columns);
      if (!relation.shape) continue;
      const columns = Object.entries(relation.shape).map(([column, type]) => `${column} ${types[type]}`);
      await engine.run(`create table ${name} (${columns.join(", ")})`);
    }
    const made = new Set(rows.filter(([, one]) => one.madeBy === "engine" || one.shape).map(([name]) => name));
    while (made.size < rows.length) {
      const before = made.size;
      for (const [name, relation] of rows) {
        if (made.has(name)) continue;
        const {answers: [widest] = [], alias} = relation;
        if ((alias ? [alias] : readIn(widest!)).some((one) => !made.has(one))) continue;
        const body = alias ? `select * from ${alias}` : bodyOf(widest!);
        const own = await described(`(${body})`);
        // Those of another answer, and the number of a row.
        const others = columnsOf(relation).filter((column) => !own.includes(column));
        await engine.run(
          `create view ${name} as select *${others.map((one) => `, null::bigint as ${one}`).join("")} from (${body})`,
        );
        made.add(name);
      }
      expect(made.size, `of ${rows.map(([name]) => name).filter((name) => !made.has(name))}`).toBeGreaterThan(before);
    }
    for (const question of questions) await engine.rows(bodyOf(question), {}, question);
    for (const [name, relation] of rows) {
      const {answers = []} = relation;
      const of = await Promise.all(answers.map((question) => described(`(${bodyOf(question)})`)));
      const all = new Set(of.flat());
      const declaredColumns = columnsOf(relation).filter(
        (column) => relation.shape || column !== "number" || all.has(column),
      );
      if (answers.length > 0) expect([...all].sort(), name).toEqual(declaredColumns.toSorted());
      else expect(await described(name), name).toEqual(columnsOf(relation));
    }
  });
});
