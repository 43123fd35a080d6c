import {spawnSync} from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openStore} from "../../src/operations/store/store.ts";
import type {EditionDoubt} from "../../src/publish/edition/doubts.ts";
import {publishEdition} from "../../src/publish/edition/publish.ts";
import {readPdf} from "../../src/publish/verify/pdf/file.ts";
import {textOfPages} from "../../src/publish/verify/pdf/text.ts";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {longTest} from "../run/amounts.ts";
import {hashesIn, publish, publishNew} from "./edition-press.ts";

const program = fileURLToPath(new URL("../../bin/broadsheet.js", import.meta.url));

let workshop: Workshop;
beforeEach(() => (workshop = new Workshop()));
afterEach(() => workshop.remove());

const jsonIn = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

describe("an edition", () => {
  test("has the sum of every file but those of the sums, and nobody may write in it", async () => {
    const folder = await publishNew(workshop);
    const found = hashesIn(folder);
    const sums = readFileSync(join(folder, "SHA256SUMS"), "utf8");
    const listed = Object.fromEntries(
      sums
        .trimEnd()
        .split("\n")
        .map((line) => line.split("  ").reverse()),
    );
    const own = Object.entries(found).filter(([name]) => !name.startsWith("SHA256SUMS"));
    expect(listed).toEqual(Object.fromEntries(own));
    const modes = Object.keys(found).map((name) => lstatSync(join(folder, name)).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o444]));
    expect(["", "data", "lists"].map((name) => lstatSync(join(folder, name)).mode & 0o777)).toEqual(
      Array(3).fill(0o555),
    );
  });

  longTest(
    "says in the page and the PDF how it is checked: by the key that signs it, and the hash of its data",
    async () => {
      const folder = await publishNew(workshop);
      const [key] = /RW[\w+/]{54}/.exec((await workshop.run("key", "show")).stdout)!;
      const html = readFileSync(join(folder, "report.html"), "utf8");
      expect(jsonIn(folder, "report.json").signedWith).toBe(key);
      for (const said of [key, hashesIn(folder)["report.json"], `minisign -Vm SHA256SUMS -P ${key}`]) {
        expect(html).toContain(said);
      }
      const pdf = readPdf(readFileSync(join(folder, "report.pdf")), "report.pdf");
      const pages = textOfPages(pdf).flat().join(" ").replace(/\s/g, "");
      expect(pages).toContain("Howtocheckthisreport");
      expect(pages).toContain(key);
      expect((await workshop.run("report", "2026-02", "--tables", "none", "--format", "html")).stdout).not.toContain(
        "minisign",
      );
    },
  );

  test("describes its tables with their hashes and lengths, and each has the columns that are described", async () => {
    const folder = await publishNew(workshop);
    const {resources, $schema} = jsonIn(folder, "datapackage.json");
    expect($schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    expect(resources.length).toBeGreaterThan(5);
    const hashes = hashesIn(folder);
    for (const {path, bytes, hash, schema} of resources) {
      const text = readFileSync(join(folder, path), "utf8");
      expect([path, hash, bytes]).toEqual([path, `sha256:${hashes[path]}`, Buffer.byteLength(text)]);
      expect(text.split("\r\n")[0]).toBe(schema.fields.map(({name}: {name: string}) => name).join(","));
    }
    const figures = readFileSync(join(folder, "data/figures.csv"), "utf8").split("\r\n");
    // Thirty lines of thirty clients.
    expect(figures[1]!.split(",").slice(0, 4)).toEqual(["logs", "readers", "2026-02", "30"]);
  });

  test("of a publication whose name no font has is published without a PDF where that is accepted, and verified", async () => {
    workshop.write("a.log", linesFrom(0, 30));
    await workshop.ingest(["a.log"]);
    const settings = join(workshop.folder, "broadsheet.yaml");
    const text = readFileSync(settings, "utf8").replace(/^publication:.*\n/m, "");
    writeFileSync(settings, `${text}\npublication: 서울 신문\n`);
    const asked = await workshop.run("publish", "2026-02", "--date", "2026-03-01", "--no-ranges");
    expect(asked.status).toBe(3);
    expect(asked.stderr).toContain('The edition has no PDF: "서울 신문" cannot be set');
    expect((await publish(workshop)).status).toBe(0);
    const folder = join(workshop.folder, "published", "2026-02");
    expect(existsSync(join(folder, "report.html"))).toBe(true);
    expect(existsSync(join(folder, "report.pdf"))).toBe(false);
    expect(jsonIn(folder, "edition.json").accepted.map(({id}: {id: string}) => id)).toContain("without-pdf");
    const verified = await workshop.run("verify", folder);
    expect([verified.status, verified.stderr]).toEqual([0, ""]);
  });

  longTest(
    "is the same bytes when it is made again, elsewhere, in another time zone, with other variables",
    async () => {
      workshop.write("a.log", linesFrom(0, 30));
      await workshop.ingest(["a.log"]);
      // With a key that is there.
      expect(
        (await workshop.run("publish", "2026-02", "--accept", "x", "--no-ranges", "--tables", "none")).status,
      ).toBe(0);
      const made = [
        {TZ: "UTC", LANG: "C", UV_THREADPOOL_SIZE: "1", RAYON_NUM_THREADS: "1"},
        {TZ: "Pacific/Chatham", LANG: "ar_EG.UTF-8", UV_THREADPOOL_SIZE: "4", RAYON_NUM_THREADS: "2"},
      ].map((env, place) => {
        const folder = join(workshop.root, `a place ${place}`, "press");
        cpSync(workshop.folder, folder, {recursive: true});
        const words = ["-C", folder, "publish", "2026-02..2026-03", "--date", "2026-04-01", "--accept", "x", "--quiet"];
        const {status, stderr} = spawnSync(process.execPath, [program, ...words], {
          cwd: workshop.root,
          env: {...process.env, ...env},
          encoding: "utf8",
        });
        expect(status, stderr).toBe(0);
        return hashesIn(join(folder, "published"));
      });
      expect(Object.keys(made[0]!).length).toBeGreaterThan(30);
      expect(made[1]).toEqual(made[0]);
    },
  );

  test("names the one before it by the hash of its sums", async () => {
    const folder = await publishNew(workshop);
    expect((await workshop.run("publish", "2026-02..2026-03", "--accept", "x", "--no-ranges", "--quiet")).status).toBe(
      0,
    );
    const next = join(workshop.folder, "published/2026-02..2026-03");
    expect(jsonIn(folder, "edition.json").previous).toBeNull();
    expect(jsonIn(next, "edition.json").previous).toEqual({period: "2026-02", sums: hashesIn(folder)["SHA256SUMS"]});
  });

  test("says what was accepted, and with which reason", async () => {
    const folder = await publishNew(workshop);
    const {accepted, date} = jsonIn(folder, "edition.json");
    expect(accepted.map(({id, reason}: {id: string; reason: string}) => [id, reason])).toEqual([
      ["missing-days", "a test"],
    ]);
    expect([date, jsonIn(folder, "report.json").date]).toEqual(["2026-03-01", "2026-03-01"]);
  });

  test("asks for a reason where it may, and is not made where none is given", async () => {
    workshop.write("a.log", linesFrom(0, 30));
    await workshop.ingest(["a.log"]);
    const store = openStore(workshop.folder);
    const asked: string[][] = [];
    const request = {period: "2026-02", date: "2026-03-01", tables: "none", hasRanges: false};
    const answer = (reason: string | null) => async (doubts: readonly EditionDoubt[]) => {
      asked.push(doubts.map(({id}) => id));
      return reason;
    };
    for (const ask of [null, answer(null), answer("  ")]) {
      await expect(publishEdition(store, {...request, ask})).rejects.toMatchObject({code: "PUBLISHING_DOUBTFUL"});
    }
    expect(existsSync(join(workshop.folder, "published"))).toBe(false);
    const {accepted, folder} = await publishEdition(store, {...request, ask: answer("the server was down")});
    expect(accepted.map(({reason}) => reason)).toEqual(["the server was down"]);
    expect([folder, asked]).toEqual(["published/2026-02", Array(3).fill(["missing-days"])]);
    const {private: hidden, robotLists} = jsonIn(join(workshop.folder, folder!), "methodology.json");
    expect([hidden, robotLists.length > 0]).toEqual([[], true]);
  });

  test("that is set for another paper is made again for that", async () => {
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), "publication: P\npaper: letter\n");
    const folder = await publishNew(workshop);
    expect(jsonIn(folder, "buildinfo.json").settings.paper).toBe("letter");
    const {stdout} = await workshop.run("verify", folder, "--format", "json");
    const [edition] = JSON.parse(stdout).editions;
    expect(
      edition.levels.map(({level, answer}: {level: number; answer: string}) => [level, answer]).slice(0, 3),
    ).toEqual([
      [1, "verified"],
      [2, "verified"],
      [3, "verified"],
    ]);
  });

  longTest("that was changed is found by check, and nothing is reported beside it", async () => {
    const folder = await publishNew(workshop);
    expect((await workshop.run("check")).stdout).toMatch(/published +1 edition, readable/);
    const path = join(folder, "report.json");
    chmodSync(path, 0o644);
    writeFileSync(path, readFileSync(path, "utf8").replace('"readers"', '"reader s"'));
    const checked = await workshop.run("check");
    expect([checked.status, checked.stdout]).toEqual([3, expect.stringContaining("wrong  published")]);
    expect((await workshop.run("report", "2026-02")).stderr).toContain("PUBLISHED_DAMAGED");
    // Of other months nothing is read: an archive may be long.
    workshop.write("march.log", linesFrom(0, 30).replaceAll("/Feb/", "/Mar/"));
    await workshop.ingest(["march.log"]);
    expect((await workshop.run("report", "2026-03", "--tables", "none", "--compare", "none")).status).toBe(0);
  });

  test("is not written where something else stands, and no link is followed", async () => {
    workshop.write("a.log", linesFrom(0, 30));
    await workshop.ingest(["a.log"]);
    const elsewhere = join(workshop.root, "elsewhere");
    mkdirSync(elsewhere);
    mkdirSync(join(workshop.folder, "published"));
    const path = join(workshop.folder, "published/2026-02");
    symlinkSync(elsewhere, path);
    const linked = await publish(workshop);
    expect([linked.status, linked.stderr]).toEqual([3, expect.stringContaining("WORKSPACE_DAMAGED: a symbolic link")]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("is not written in the place of a file", async () => {
    workshop.write("a.log", linesFrom(0, 30));
    await workshop.ingest(["a.log"]);
    mkdirSync(join(workshop.folder, "published"));
    writeFileSync(join(workshop.folder, "published/2026-02"), "mine");
    const said = await publish(workshop);
    expect([said.status, said.stderr]).toEqual([3, expect.stringContaining("OUTPUT_REFUSED: something else stands")]);
    expect(readFileSync(join(workshop.folder, "published/2026-02"), "utf8")).toBe("mine");
  });

  test("what a killed run has left is taken away, and nothing else", async () => {
    workshop.write("a.log", linesFrom(0, 30));
    await workshop.ingest(["a.log"]);
    const published = join(workshop.folder, "published");
    const draft = join(published, ".2026-02.01234567-89ab-4cde-8f01-23456789abcd");
    for (const folder of [join(draft, "data"), join(published, ".2026-02.mine")]) mkdirSync(folder, {recursive: true});
    writeFileSync(join(draft, "data/figures.csv"), "half");
    expect((await publish(workshop)).status).toBe(0);
    expect(readdirSync(published).sort()).toEqual([".2026-02.mine", "2026-02", "keys.txt"]);
  });

  test("holds nothing of a name that a terminal would obey, and its signature is one line each", async () => {
    const config = join(workshop.folder, "broadsheet.yaml");
    writeFileSync(config, 'publication: "Press\\u001b[31m\\u202e<script>\\n\\tx"\n');
    const folder = await publishNew(workshop);
    const lines = readFileSync(join(folder, "SHA256SUMS.minisig"), "utf8").split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[2]).toMatch(
      /^trusted comment: broadsheet edition 2026-02, Press[^\t]*\ttimestamp:1772323200\tfile:SHA256SUMS$/,
    );
    const all = Object.keys(hashesIn(folder))
      .filter((name) => name !== "report.pdf")
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    expect(all).not.toMatch(/[\u001b\u202e]/);
    expect(readFileSync(join(folder, "report.html"), "utf8")).not.toContain("<script>");
    expect(jsonIn(folder, "edition.json").publication).toContain("<script>");
  });

  test("has no address of a list, and a list of networks is not in it", async () => {
    workshop.write("press/own.txt", "198.51.100.0/24\n");
    const lists = "robots: {lists: [isbot, {name: own, networks: own.txt}]}";
    writeFileSync(
      join(workshop.folder, "broadsheet.yaml"),
      `publication: P\nmethodology:\n  developers: [203.0.113.77]\n  blacklist: blacklist.csv\n  ${lists}\n`,
    );
    writeFileSync(
      join(workshop.folder, "blacklist.csv"),
      "entry,from,until,decision,reason,decided_by,decided_on\n192.0.2.200,,,,x,y,2026-01-01\n",
    );
    const folder = await publishNew(workshop);
    const all = Object.keys(hashesIn(folder))
      .filter((name) => name !== "report.pdf")
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    for (const secret of ["203.0.113.77", "192.0.2.200", "198.51.100"]) expect(all).not.toContain(secret);
    expect(jsonIn(folder, "methodology.json").private).toEqual([
      {part: "developers", entries: 1},
      {part: "blacklist", entries: 1},
      {part: "networks", entries: 1},
    ]);
  });
});
