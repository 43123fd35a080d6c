import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {publish} from "./edition-press.ts";

let workshop: Workshop;
beforeEach(() => (workshop = new Workshop()));
afterEach(() => workshop.remove());

const files: Readonly<Record<string, string>> = {
  "departments.csv": "prefix,department,language,title\n/a,news,en,\n",
  "shop/departments.csv": "prefix,department,language,title\n/cart,shop,en,\n",
  "lists/Own.json": '[{"pattern": "ownbot", "last_changed": "2026-01-01"}]',
  "networks.txt": "198.51.100.0/24\n",
};

const config = `publication: P
departments: departments.csv
sections: {news: /a}
sites:
  paper: press.example
  shop: {hosts: [shop.example, 8080], departments: shop/departments.csv, sections: {cart: /cart}}
trustedProxies: [203.0.113.5]
methodology:
  developers: [203.0.113.77]
  confirmed: [203.0.113.0/24]
  heavyReaders: {documents: 500, months: 2026-01..2026-02}
  robots: {lists: {add: [{name: Own, file: lists/Own.json}, {name: nets, networks: networks.txt}]}}
  changes:
    - {from: 2026-03, developers: [203.0.113.78], heavyReaders: false}
`;

test("the settings of an edition's methodology are a broadsheet.yaml that names its own lists, and no client", async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workshop.folder, name)), {recursive: true});
    writeFileSync(join(workshop.folder, name), text);
  }
  writeFileSync(join(workshop.folder, "broadsheet.yaml"), config);
  workshop.write("a.log", linesFrom(0, 30));
  await workshop.ingest(["a.log"]);
  const said = await publish(workshop, "--quiet", "--tables", "none");
  expect([said.status, said.stderr]).toEqual([0, ""]);
  const folder = join(workshop.folder, "published/2026-02");
  const text = readFileSync(join(folder, "methodology.json"), "utf8");
  const {settings, robotLists, private: kept} = JSON.parse(text);
  expect(text).not.toMatch(/203\.0\.113|198\.51\.100/);
  const again = parseConfig(JSON.stringify(settings));
  const given = parseConfig(config);
  for (const name of ["sections", "timeZone", "smallest", "ledger"] as const) {
    expect([name, again[name]]).toEqual([name, name === "ledger" ? {...given.ledger, publish: "rows"} : given[name]]);
  }
  expect(again.methodology.heavyReaders).toEqual(given.methodology.heavyReaders);
  expect(again.methodology.changes).toEqual([{from: "2026-03", heavyReaders: false}]);
  const sites = again.sites as Exclude<typeof again.sites, readonly string[]>;
  expect(sites["shop"]!.hosts).toEqual(["shop.example", "*:8080"]);
  for (const path of [again.departments!, sites["shop"]!.own.departments!]) {
    expect(path).toMatch(/^lists\/departments/);
    expect(readFileSync(join(folder, path), "utf8")).toMatch(/^prefix,department,language,title\n/);
  }
  const own = again.methodology.robots!.lists as unknown as {add: {name: string; file: string}[]};
  expect(own.add.map(({name}) => name)).toEqual(["Own"]);
  expect(readFileSync(join(folder, own.add[0]!.file), "utf8")).toBe(files["lists/Own.json"]);
  for (const {name, file, form} of robotLists) {
    const isOwn = name === "Own" || form === "networks";
    expect([name, isOwn ? null : readFileSync(join(folder, file), "utf8").length > 100]).toEqual([
      name,
      isOwn ? file : true,
    ]);
  }
  expect(kept.map(({part}: {part: string}) => part)).toEqual(["developers", "networks", "trustedProxies"]);
});
