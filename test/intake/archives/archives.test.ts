import {gzipSync, zstdCompressSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {amount, longTest} from "../../run/amounts.ts";
import {lineOf, linesFrom, Workshop} from "../workshop.ts";
import {type MadeMember, tarOf, zipOf} from "./make.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const days: readonly MadeMember[] = [
  {name: "logs/2026-02-01.log", content: linesFrom(1, 3)},
  {name: "logs/2026-02-02.log", content: linesFrom(10, 4)},
  {name: "README", content: "These are our logs.\n"},
];
const counted = {"2026-02-01.log": [3, 3, 0, 0], "2026-02-02.log": [4, 4, 0, 0]};

describe("each log in an archive is a log of its own, by its own name", () => {
  test.for([
    ["tar", (tar: Buffer) => tar],
    ["tar.gz", (tar: Buffer) => gzipSync(tar)],
    ["tar.zst", (tar: Buffer) => zstdCompressSync(tar)],
  ] as const)("%s", async ([kind, packed]) => {
    const said = await workshop.ingest([workshop.write(`march.${kind}`, packed(await tarOf(days)))]);
    expect(workshop.counts()).toEqual(counted);
    expect(said).toContain("README: passed over");
  });

  test("zip, whatever the file is called", async () => {
    await workshop.ingest([workshop.write("march.log", zipOf(days))]);
    expect(workshop.counts()).toEqual(counted);
  });

  test("from standard input", async () => {
    await workshop.pipe(gzipSync(await tarOf(days)), "ingest", "-");
    expect(workshop.counts()).toEqual(counted);
  });

  test("packed within, and in an archive within", async () => {
    const inner = await tarOf([{name: "a.log.gz", content: gzipSync(linesFrom(1, 3))}]);
    await workshop.ingest([workshop.write("outer.zip", zipOf([{name: "inner.tar.gz", content: gzipSync(inner)}]))]);
    expect(workshop.counts()).toEqual({"a.log.gz": [3, 3, 0, 0]});
  });

  test("and adds nothing where it was read before without the archive", async () => {
    await workshop.ingest([workshop.write("plain.log", linesFrom(1, 3))]);
    const said = await workshop.ingest([workshop.write("march.zip", zipOf(days))]);
    expect(said).toContain("2026-02-01.log: read before, adds nothing");
    expect(workshop.inputs().map(({name}) => name)).toEqual(["plain.log", "2026-02-02.log"]);
  });
});

describe("what strangers put into archives", () => {
  test("names with folders, .. and control characters are names and no paths", async () => {
    const names = ["../../escape.log", "/etc/passwd", "a\u001b[2J/b.log", "..\\..\\c.log"];
    const members = names.map((name, place) => ({name, content: linesFrom(10 * place, 2)}));
    for (const [file, archive] of [
      ["a.tar", await tarOf(members)],
      ["a.zip", zipOf(members)],
    ] as const) {
      const said = await workshop.ingest([workshop.write(file, archive)]);
      expect(said).not.toContain("\u001b");
    }
    expect(Object.keys(workshop.counts()).sort()).toEqual(["b.log", "c.log", "escape.log", "passwd"]);
  });

  test("links are followed nowhere", async () => {
    const file = workshop.write("links.tar", await tarOf([{name: "access.log", content: "->/etc/passwd"}]));
    expect(await workshop.ingest([file], 3)).toContain("error INPUT_NOT_A_LOG: it is a tar archive that holds no log");
    const zip = workshop.write("links.zip", zipOf([{name: "a.log", content: "/etc/passwd", mode: 0o120777}]));
    expect(await workshop.ingest([zip], 3)).toContain("error INPUT_NOT_A_LOG: it is a ZIP archive that holds no log");
  });

  test("an encrypted file of a ZIP is refused by name, and the others are read", async () => {
    const [first, second] = days as [MadeMember, MadeMember];
    const said = await workshop.ingest([workshop.write("a.zip", zipOf([{...first, flags: 1}, second]))], 3);
    expect(said).toContain("error INPUT_UNREADABLE: the file in the archive is encrypted");
    expect(said).toContain("a.zip/2026-02-01.log");
    expect(workshop.counts()).toEqual({"2026-02-02.log": [4, 4, 0, 0]});
  });

  test("a packing that is not read is named", async () => {
    const said = await workshop.ingest([workshop.write("a.zip", zipOf([{...days[0]!, method: 14}]))], 3);
    expect(said).toContain("is packed in a way that is not read (method 14)");
  });

  test.for(["tar", "tar.gz", "zip"] as const)("nothing counts of a %s that breaks off", async (kind) => {
    const tar = await tarOf(days);
    const whole = kind === "zip" ? zipOf(days) : kind === "tar" ? tar : gzipSync(tar);
    const cut = whole.subarray(0, kind === "tar" ? 1000 : whole.length - 40);
    const said = await workshop.ingest([workshop.write(`cut.${kind}`, cut)], 3);
    expect(said).toMatch(/error INPUT_UNREADABLE: the (?:archive|gzip file) breaks off; nothing of it was counted/);
    expect(workshop.counts()).toEqual({});
  });

  test("nothing counts of a ZIP of which a byte is another", async () => {
    const zip = zipOf([{...days[0]!, method: 0}]);
    zip[100]! ^= 1;
    const said = await workshop.ingest([workshop.write("bad.zip", zip)], 3);
    expect(said).toContain("error INPUT_UNREADABLE: the archive is damaged; nothing of it was counted");
  });

  test("a size that is none ends the archive, and not Broadsheet", async () => {
    const tar = await tarOf([{name: `${"long/".repeat(60)}a.log`, content: linesFrom(1, 3)}]);
    const at = tar.indexOf(" path=");
    expect(at).toBeGreaterThan(0);
    tar.write("12 size=abc\n", 512);
    const said = await workshop.run("ingest", workshop.write("bad.tar", tar));
    expect(said.status).toBe(3);
  });

  longTest("bombs end at the ratio, however they are nested and cut into files", async () => {
    const nothing = gzipSync(Buffer.alloc(12e6, "\n"));
    const members = Array.from({length: 40}, (_, place) => {
      return {name: `${place}.log`, content: Buffer.concat([gzipSync(lineOf(place)), nothing])};
    });
    const bomb = zstdCompressSync(await tarOf(members));
    const said = await workshop.ingest([workshop.write("bomb.tar.zst", bomb)], 3);
    expect(said).toMatch(/error INPUT_TOO_LARGE: [\d.]+ kB of it hold \d+(\.\d)? MB/);
    expect(Object.keys(workshop.counts()).length).toBeLessThan(5);
  });

  test("archives within archives are opened three deep", async () => {
    let archive: Buffer = Buffer.from(linesFrom(1, 3));
    for (let depth = 0; depth < 4; depth++) archive = zipOf([{name: `${depth}.zip`, content: archive}]);
    const said = await workshop.ingest([workshop.write("deep.zip", archive)], 3);
    expect(said).toContain("what is deeper than 3 is not opened");
  });

  test("hundreds of files are read one after the other", async () => {
    const members = Array.from({length: amount({few: 30, all: 300})}, (_, place) => ({
      name: `${place}.txt`,
      content: "no log\n",
    }));
    const said = await workshop.ingest([
      workshop.write("many.tar", await tarOf([...members, {name: "a.log", content: linesFrom(1, 3)}])),
    ]);
    expect(said).toContain("a.log: 3 lines; 3 requests");
  });
});

test("a tar archive that breaks off within a file, in a gzip file that does not, counts nothing", async () => {
  const whole = await tarOf([
    {name: "a.log", content: linesFrom(1, 3)},
    {name: "b.log", content: linesFrom(10, 400)},
  ]);
  const cut = gzipSync(whole.subarray(0, 2048));
  const said = await workshop.ingest([workshop.write("march.tar.gz", cut)], 3);
  expect(said).toContain("error INPUT_UNREADABLE: the archive breaks off; nothing of it was counted");
  expect(workshop.inputs()).toEqual([]);
});
