import {readdirSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {describe, expect, test} from "vitest";
import {loadQuestion, parseQuestion} from "../../src/engine/query.ts";

const folder = new URL("../../sql/", import.meta.url);
const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".sql"));
const names = files.map((file) => basename(file, ".sql"));

test("no two folders have a question of the same name", () => expect(new Set(names).size).toBe(names.length));

/** The body without comments and texts, so that what is left is SQL. */
function sqlOf(name: string): string {
  return loadQuestion(name)
    .body.replace(/--.*$/gm, "")
    .replace(/'[^']*'/g, "''");
}

describe.each(files.map((file) => ({file, name: basename(file, ".sql")})))("sql/$file", ({file, name}) => {
  test("has the name of a question, and a header that says all of it", () => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const {asks, returns, grain, exact, source} = loadQuestion(name);
    expect(asks).toMatch(/^[A-Z][^?]*\?/);
    for (const part of [returns, grain]) expect(part).not.toBe("");
    expect(exact).toMatch(/^(yes|no)/);
    expect(source).toMatch(/^docs\/[a-z-]+\.md(#[a-z-]+)?$/);
  });

  test("stays in the subset that every engine answers alike", () => {
    const sql = sqlOf(name);
    expect(sql).not.toMatch(/\bwith\b/i);
    expect(sql).not.toMatch(/\bover\s*\(/i);
    expect(sql).not.toMatch(/\b(qualify|pivot|approx_\w+|insert|update|delete|create|drop|attach|copy)\b/i);
    expect(sql).not.toContain(";");
    // The first rows of an answer are the same rows everywhere only where the answer has an order.
    if (/\blimit\b/.test(sql)) expect(sql).toMatch(/\border by\b[^()]*\blimit (\d+|\$\w+)\s*$/);
  });

  test("is in lower case, without tabs and spaces at the ends of lines", () => {
    const text = readFileSync(new URL(file, folder), "utf8");
    expect(sqlOf(name)).toBe(sqlOf(name).toLowerCase());
    expect(text).not.toMatch(/\t|[ ]+$|\r/m);
    expect(text.endsWith("\n")).toBe(true);
  });

  test("takes values as named parameters only", () => {
    expect(sqlOf(name)).not.toMatch(/\?|\$\d|\{/);
    for (const param of loadQuestion(name).params) expect(param).toMatch(/^[a-z]+$/);
  });
});

const header = `-- asks:     How many?
-- params:   $from  date  first day
--           $until date  day after the last
-- returns:  n bigint
-- grain:    one row
-- exact:    yes
-- source:   docs/measures.md
`;
const body = "select count(*) as n\nfrom request\nwhere day >= $from\n  and day < $until\n";

describe("the loader", () => {
  test("reads the header's parts, over several lines, and the body", () => {
    expect(parseQuestion("how-many", header + body)).toEqual({
      name: "how-many",
      asks: "How many?",
      params: ["from", "until"],
      returns: "n bigint",
      grain: "one row",
      exact: "yes",
      source: "docs/measures.md",
      body: body.trimEnd(),
    });
  });

  for (const part of ["asks", "params", "returns", "grain", "exact", "source"]) {
    test(`refuses a question without "${part}"`, () => {
      const text = (header + body).replace(`-- ${part}:`, `-- x${part}:`);
      expect(() => parseQuestion("how-many", text)).toThrow(`sql/how-many.sql: the header lacks "${part}"`);
    });
  }

  for (const [what, text] of [
    ["a parameter that is not declared", header + body.replace("$until", "$end")],
    ["a parameter that is not used", `${header}select 1\n`],
  ] as const) {
    test(`refuses ${what}`, () => {
      expect(() => parseQuestion("how-many", text)).toThrow(/^sql\/how-many\.sql: the header declares \[from,until\]/);
    });
  }

  test("knows no question without a file", () => {
    expect(() => loadQuestion("no-such-question")).toThrow("no folder of sql/ has no-such-question.sql");
  });
});
