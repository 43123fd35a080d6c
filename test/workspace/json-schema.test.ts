import {globSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {Ajv} from "ajv";
import {describe, expect, test} from "vitest";
import {parse} from "yaml";
import {writeSettingsSchema} from "../../docs/settings-schema.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {blocksOf, readPages} from "../docs/markdown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const written = readFileSync(`${root}docs/broadsheet.schema.json`, "utf8");
const schema = JSON.parse(written);
const validate = new Ajv({strict: true, allowUnionTypes: true, allErrors: true}).compile(schema);

/** Does the schema allow it, and if not, where not? */
function faultsOf(text: string): string[] {
  return validate(parse(text)) ? [] : [...new Set((validate.errors ?? []).map(({instancePath}) => instancePath))];
}

function isTaken(text: string): boolean {
  try {
    parseConfig(text);
    return true;
  } catch {
    return false;
  }
}

test("docs/broadsheet.schema.json is as npm run docs would make it now", () => {
  expect(written).toBe(writeSettingsSchema(readPages()["docs/configuration.md"]!));
});

test("the example's settings are allowed", () => {
  expect(faultsOf(readFileSync(`${root}examples/second-half-2005/broadsheet.yaml`, "utf8"))).toEqual([]);
});

describe("what the program takes, the schema allows", () => {
  const cases = globSync("test/cases/**/broadsheet.yaml", {cwd: root}).map((path) => readFileSync(root + path, "utf8"));
  const blocks = Object.values(readPages())
    .flatMap((page) => blocksOf(page, "yaml"))
    .map((text) => (/^publication:/m.test(text) ? text : `publication: Press\n${text}`));
  const odd = [
    "methodology:",
    "methodology:\n  robots: false",
    "compare: 2004",
    "base: 2001-08 = 100",
    "sites:",
    "ledger:",
  ];
  const texts = new Set([...cases, ...blocks, ...odd.map((text) => `publication: Press\n${text}\n`)]);
  const taken = [...texts].filter(isTaken);
  test("there is enough to look at", () => expect(taken.length).toBeGreaterThan(60));
  for (const text of taken) {
    test(JSON.stringify(text.slice(0, 120)), () => expect(faultsOf(text)).toEqual([]));
  }
});

describe("what is wrong is marked where it stands", () => {
  for (const [text, where] of [
    ["timeZone: UTC", ""],
    ["publication: Press\ntimezone: UTC", ""],
    ["publication: [Press]", "/publication"],
    ["publication: Press\nlanguage: english", "/language"],
    ["publication: Press\nmethodology: {heavyReaders: {documents: many}}", "/methodology/heavyReaders/documents"],
    ["publication: Press\nmethodology: {developer: [192.0.2.1]}", "/methodology"],
    ["publication: Press\nmethodology: {robots: {lists: [isbott]}}", "/methodology/robots/lists/0"],
    ["publication: Press\ntables: {contries: true}", "/tables"],
    ["publication: Press\nengine: {kind: postgres}", "/engine/kind"],
    ["publication: Press\nsmallest: 0", "/smallest"],
  ] as const) {
    test(text, () => {
      expect(isTaken(text)).toBe(false);
      expect(faultsOf(text)).toContain(where);
    });
  }
});

test("each setting says what it means", () => {
  const {properties} = schema as {properties: Record<string, {description?: string}>};
  expect(Object.keys(properties).filter((name) => !properties[name]!.description)).toEqual([]);
  expect(schema.properties.methodology.properties.developers.description).toMatch(/addresses/i);
});
