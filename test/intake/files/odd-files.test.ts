import {execFileSync} from "node:child_process";
import {mkdirSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {gzipSync, zstdCompressSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {readerId} from "../../../src/workspace/reader-id.ts";
import {rowsOf} from "../../run/amounts.ts";
import {lineOf, linesFrom, Workshop} from "../workshop.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const good = linesFrom(0, 3);
const three = linesFrom(100, 3);
const bytesOf = (...parts: (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const nuls = (count: number): Buffer => Buffer.alloc(count);
const dated = (date: string): string => lineOf(7).replace("02/Feb/2026:00:00:07 +0000", date);

type Counts = readonly [lines: number, requests: number, quarantined: number, ignored: number];

describe("what can be read counts line by line, and the file beside it goes on", () => {
  for (const [what, name, content, want] of rowsOf(
    [
      ["an empty file", "empty.log", "", [0, 0, 0, 0]],
      ["only comments and blank lines", "comments.log", "# one\n\n   \n#two\n", [4, 0, 0, 4]],
      ["one line without an end", "one.log", lineOf(100).trimEnd(), [1, 1, 0, 0]],
      ["no newline at the end", "unended.log", three.trimEnd(), [3, 3, 0, 0]],
      ["a file cut inside an agent", "cut.log", three.slice(0, -20), [3, 3, 0, 0]],
      ["a file cut inside a request", "cut.log", three.slice(0, -120), [3, 2, 1, 0]],
      ["a blank line at the end, without an end", "blank.log", `${three}  `, [4, 3, 0, 1]],
      ["CRLF", "crlf.log", three.replaceAll("\n", "\r\n"), [3, 3, 0, 0]],
      ["CRLF in some lines, and blank ones", "crlf.log", `${three.replace("\n", "\r\n")}\r\n\r\n`, [5, 3, 0, 2]],
      ["a lone CR inside a line", "cr.log", three.replace("Firefox", "Fire\rfox"), [3, 3, 0, 0]],
      ["a byte order mark", "bom.log", `\ufeff${three}`, [3, 3, 0, 0]],
      ["UTF-16", "utf16.log", Buffer.from(three, "utf16le"), [3, 3, 0, 0]],
      [
        "UTF-16 with a mark, the high byte first",
        "utf16.log",
        Buffer.from(`\ufeff${three}`, "utf16le").swap16(),
        [3, 3, 0, 0],
      ],
      ["a byte order mark before a comment", "bom.log", `\ufeff#x\n${three}`, [4, 3, 0, 1]],
      ["NUL bytes before a line", "nul.log", Buffer.concat([nuls(4096), Buffer.from(three)]), [3, 3, 0, 0]],
      ["megabytes of NUL before a line", "nul.log", Buffer.concat([nuls(3_000_001), Buffer.from(three)]), [3, 3, 0, 0]],
      ["NUL bytes between lines", "nul.log", bytesOf(lineOf(100), [...nuls(70_000)], lineOf(101)), [2, 2, 0, 0]],
      ["NUL bytes inside a line", "nul.log", three.replace("Firefox", "Fire\0\0fox"), [3, 3, 0, 0]],
      [
        "NUL bytes in place of a line",
        "nul.log",
        bytesOf(lineOf(100), [...nuls(500)], "\n", lineOf(101)),
        [3, 2, 1, 0],
      ],
      ["NUL bytes at the end", "nul.log", bytesOf(three, [...nuls(500)]), [4, 3, 1, 0]],
      ["0x01, where the engine splits", "one.log", three.replace("Firefox", "Fire\x01fox"), [3, 3, 0, 0]],
      [
        "bytes that are not UTF-8",
        "latin1.log",
        bytesOf(lineOf(100), lineOf(101).slice(0, -9), [0xe9, 0xff], '"\n'),
        [2, 2, 0, 0],
      ],
      [
        "UTF-8 cut in the middle of a letter",
        "cut.log",
        bytesOf(lineOf(100), lineOf(101).slice(0, -9), [0xe6, 0x96]),
        [2, 2, 0, 0],
      ],
      [
        "a line of 3 MB among good ones",
        "long.log",
        `${lineOf(100)}${"x".repeat(3_000_000)}\n${lineOf(101)}`,
        [3, 2, 1, 0],
      ],
      [
        "a request of 3 MB",
        "long.log",
        lineOf(100) + lineOf(101, {path: `/${"x".repeat(3_000_000)}`}) + lineOf(102),
        [3, 2, 1, 0],
      ],
      ["a line of 3 MB at the start", "long.log", `${"x".repeat(3_000_000)}\n${three}`, [4, 3, 1, 0]],
      ["a line of 3 MB at the end", "long.log", three + "x".repeat(3_000_000), [4, 3, 1, 0]],
      [
        "a request of just under a megabyte",
        "long.log",
        lineOf(100, {path: `/${"x".repeat(1_040_000)}`}),
        [1, 1, 0, 0],
      ],
      ["lines of spaces and tabs", "blank.log", `\t\n${three} \t \n`, [5, 3, 0, 2]],
      [
        "two zones in one file",
        "zones.log",
        dated("02/Feb/2026:00:30:00 +0100") + dated("01/Feb/2026:23:30:00 +0000"),
        [2, 2, 0, 0],
      ],
      [
        "dates out of order",
        "order.log",
        dated("05/Feb/2026:00:00:00 +0000") + dated("03/Feb/2026:00:00:00 +0000"),
        [2, 2, 0, 0],
      ],
      [
        "absurd dates among good ones",
        "absurd.log",
        three +
          dated("01/Jan/0001:00:00:00 +0000") +
          dated("02/Feb/2099:00:00:00 +0000") +
          dated("31/Feb/2026:00:00:00 +0000") +
          dated("02/Feb/2026:24:00:00 +0000"),
        [7, 3, 4, 0],
      ],
      ["a petabyte and more", "size.log", three + lineOf(103).replace(" 1103 ", " 1000000000000001 "), [4, 3, 1, 0]],
      [
        "damaged lines among good ones",
        "damaged.log",
        `${three}garbage\n"\n\\\n${"\u{1f5de}".repeat(9)}\n`,
        [7, 3, 4, 0],
      ],
      ["gzip", "a.log.gz", gzipSync(three), [3, 3, 0, 0]],
      ["gzip under another name", "a.log", gzipSync(three), [3, 3, 0, 0]],
      [
        "gzip of several members",
        "a.gz",
        Buffer.concat([gzipSync(lineOf(100)), gzipSync(""), gzipSync(lineOf(101))]),
        [2, 2, 0, 0],
      ],
      [
        "a gzip member that ends inside a line",
        "a.gz",
        Buffer.concat([gzipSync(three.slice(0, 250)), gzipSync(three.slice(250))]),
        [3, 3, 0, 0],
      ],
      ["gzip with NUL bytes after it, as on tape", "a.gz", Buffer.concat([gzipSync(three), nuls(512)]), [3, 3, 0, 0]],
      ["gzip of nothing", "a.gz", gzipSync(""), [0, 0, 0, 0]],
      ["gzip of lines that are not clean", "a.gz", gzipSync(three.replaceAll("\n", "\r\n")), [3, 3, 0, 0]],
      ["zstd", "a.log.zst", zstdCompressSync(three), [3, 3, 0, 0]],
      [
        "zstd of several frames",
        "a.zst",
        Buffer.concat([lineOf(100), lineOf(101), lineOf(102)].map((text) => zstdCompressSync(text))),
        [3, 3, 0, 0],
      ],
      [
        "zstd with a frame to be skipped, as pzstd writes",
        "a.zst",
        Buffer.concat([bytesOf([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 9, 9, 9, 9]), zstdCompressSync(three)]),
        [3, 3, 0, 0],
      ],
      ["zstd of lines that are not clean", "a.zst", zstdCompressSync(`\ufeff${three}`), [3, 3, 0, 0]],
      ["a name with *", "access*.log", three, [3, 3, 0, 0]],
      ["a name with brackets and braces", "access[1]{2}.log", three, [3, 3, 0, 0]],
      ["a name with quotes and spaces", `it's "the" log.log`, three, [3, 3, 0, 0]],
      ["a name with a newline", "two\nlines.log", three, [3, 3, 0, 0]],
      ["a name in other letters", "журнал-日誌.log", three, [3, 3, 0, 0]],
      ["a name that begins with a dash, after --", "-x.log", three, [3, 3, 0, 0]],
    ] as const satisfies readonly (readonly [string, string, string | Buffer, Counts])[],
    24,
  )) {
    test(`${what}: ${want.join(", ")}`, async () => {
      workshop.write("good.log", good);
      workshop.write(name, content);
      await workshop.ingest(["--accept-unreadable", "--", name, "good.log"]);
      expect(workshop.counts()).toEqual({"good.log": [3, 3, 0, 0], [name]: want});
      const [lines, requests, quarantined, ignored] = want;
      expect(requests + quarantined + ignored).toBe(lines);
    });
  }
});

describe("a line's odd bytes do not change what else it says", () => {
  const usual = {agent: agentOf("Firefox"), path: "/page-100.html", bytes: 1100};
  for (const [what, content, want] of [
    ["a byte order mark", `\ufeff${lineOf(100)}`, usual],
    ["CRLF", lineOf(100).replace("\n", "\r\n"), usual],
    ["several returns at the end", lineOf(100).replace("\n", "\r\r\n"), null],
    ["NUL bytes before it", `\0\0\0${lineOf(100)}`, usual],
    ["NUL bytes inside it", lineOf(100).replace("Firefox", "Fire\0fox"), {...usual, agent: agentOf("Fire\\x00fox")}],
    [
      "0x01, where the engine splits",
      lineOf(100).replace("Firefox", "Fire\x01fox"),
      {...usual, agent: agentOf("Fire\\x01fox")},
    ],
    ["a lone CR", lineOf(100).replace("Firefox", "Fire\rfox"), {...usual, agent: agentOf("Fire\\x0Dfox")}],
    [
      "an escape sequence beside a NUL",
      lineOf(100).replace("Firefox", "\0\x1b[31m"),
      {...usual, agent: agentOf("\\x00\\x1B[31m")},
    ],
    ["a tab", lineOf(100).replace("Firefox", "Fire\tfox"), {...usual, agent: agentOf("Fire\tfox")}],
    [
      "bytes that are not UTF-8, in agent and path",
      Buffer.from(lineOf(100, {path: "/caf\xe9-\xc3\xa9"}).replace("Firefox", "Fire\xff\xc3fox"), "latin1"),
      {...usual, agent: agentOf("Fire\\xFF\\xC3fox"), path: "/caf\\xE9-é"},
    ],
  ] as const) {
    test(what, async () => {
      workshop.write("a.log", content);
      await workshop.ingest(["a.log"]);
      const [row] = await workshop.facts("agent, path, bytes, reader::varchar as reader");
      if (want) expect(row).toEqual({...want, reader: readerId("198.18.0.100", workshop.key).toString()});
      else expect(row).toMatchObject({path: usual.path, bytes: usual.bytes});
    });
  }
});

function agentOf(name: string): string {
  return `Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 ${name}/140.0`;
}

describe("what cannot be read is refused with a code, and the file beside it goes on", () => {
  const png = bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d],
    "IHDR",
    [...nuls(600)],
    [0xff, 0x0a, 1, 13],
  );
  const packed = gzipSync(linesFrom(100, 2000));
  const corrupt = Buffer.from(packed);
  corrupt.fill(0x55, 2000, 2100);
  const checksum = Buffer.from(packed);
  checksum.writeUInt32LE(1, checksum.length - 8);
  const zstd = zstdCompressSync(linesFrom(100, 2000));
  for (const [what, name, content, code, says] of rowsOf(
    [
      ["a PNG", "logo.png", png, "INPUT_NOT_A_LOG", "it is a picture (PNG); no line of it fits a log format"],
      [
        "a PDF",
        "paper.pdf",
        "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
        "INPUT_NOT_A_LOG",
        "it is a PDF; no line of it fits",
      ],
      [
        "an error log",
        "error.log",
        "[Sun Mar 03 08:09:10 2024] [error] [client 192.0.2.17] no such file\n".repeat(9),
        "INPUT_NOT_A_LOG",
        "it is an Apache error log; no line of it fits",
      ],
      ["a picture of one long line", "long.bin", Buffer.alloc(2_000_000, 0xfe), "INPUT_NOT_A_LOG", "no line of it"],
      ["NUL bytes alone", "nul.log", nuls(5000), "INPUT_NOT_A_LOG", "it is no text; no line of it fits"],
      ["a gzip that breaks off", "a.gz", packed.subarray(0, -500), "INPUT_UNREADABLE", "the gzip file breaks off"],
      [
        "a gzip of nothing but its head",
        "a.gz",
        packed.subarray(0, 12),
        "INPUT_UNREADABLE",
        "the gzip file breaks off",
      ],
      ["a gzip damaged inside", "a.gz", corrupt, "INPUT_UNREADABLE", "the gzip file is damaged"],
      ["a gzip whose checksum is wrong", "a.gz", checksum, "INPUT_UNREADABLE", "the gzip file is damaged"],
      [
        "a gzip with something else behind it",
        "a.gz",
        bytesOf([...gzipSync(three)], "garbage"),
        "INPUT_UNREADABLE",
        "the gzip file is damaged",
      ],
      ["a zstd that breaks off", "a.zst", zstd.subarray(0, -300), "INPUT_UNREADABLE", "the zstd file breaks off"],
      [
        "a zstd with something else behind it",
        "a.zst",
        bytesOf([...zstd], "garbage garbage"),
        "INPUT_UNREADABLE",
        "the zstd file is damaged",
      ],
      ["a gzip of a picture", "a.gz", gzipSync(png), "INPUT_NOT_A_LOG", "it is a picture (PNG); no line of it fits"],
    ] as const,
    6,
  )) {
    test(`${what}: ${code}`, async () => {
      workshop.write("good.log", good);
      workshop.write(name, content);
      const said = await workshop.ingest([name, "good.log"], 3);
      expect(said).toContain(`error ${code}: ${says}`);
      expect(said).toContain(`  at    ${join(workshop.root, name)}\n  help  `);
      expect(said).toContain("Of 1 file nothing was counted.");
      expect(workshop.counts()).toEqual({"good.log": [3, 3, 0, 0]});
    });
  }

  test("a file that is missing: INPUT_MISSING", async () => {
    workshop.write("good.log", good);
    const said = await workshop.ingest(["gone.log", "good.log"], 3);
    expect(said).toContain(
      "error INPUT_MISSING: there is no such file or folder\n  at    gone.log\n  help  check the path",
    );
    expect(workshop.counts()).toEqual({"good.log": [3, 3, 0, 0]});
  });

  test("a pattern that no file fits: INPUT_MISSING", async () => {
    workshop.write("good.log", good);
    const said = await workshop.ingest(["*.gz", "good.log"], 3);
    expect(said).toContain("error INPUT_MISSING: no file fits the pattern\n  at    *.gz\n");
    expect(workshop.counts()).toEqual({"good.log": [3, 3, 0, 0]});
  });

  test("a control character in a refused file's name does nothing in a terminal", async () => {
    workshop.write("a\x1b[31m.log", "no log\n");
    expect(await workshop.ingest(["a\x1b[31m.log"], 3)).not.toContain("\x1b");
  });
});

describe("folders and patterns", () => {
  test("a folder means the logs in it; what else lies there is passed over", async () => {
    workshop.write("logs/a.log", good);
    workshop.write("logs/b.log.gz", gzipSync(three));
    workshop.write("logs/README.txt", "These are logs.\n");
    workshop.write("logs/.hidden", "no log");
    workshop.write("logs/deeper/c.log", linesFrom(500, 3));
    const said = await workshop.ingest(["logs"]);
    expect(said).toContain("README.txt: passed over, no line of it fits a log format");
    expect(workshop.counts()).toEqual({"a.log": [3, 3, 0, 0], "b.log.gz": [3, 3, 0, 0]});
  });

  test("a folder in which there is no log: INPUT_NOT_A_LOG", async () => {
    workshop.write("notes/README.txt", "These are no logs.\n");
    expect(await workshop.ingest(["notes"], 3)).toContain("error INPUT_NOT_A_LOG: no file in the folder is a log");
  });

  test("a folder in which there is nothing: INPUT_MISSING", async () => {
    mkdirSync(join(workshop.root, "nothing"));
    const said = await workshop.ingest(["nothing"], 3);
    expect(said).toContain("error INPUT_MISSING: there is no file in the folder\n  at    nothing\n");
  });

  test("a pattern means the files it fits, in order, each once", async () => {
    for (const name of ["b.log", "a.log", "c.txt"])
      workshop.write(`logs/${name}`, linesFrom(name.charCodeAt(0) * 10, 2));
    mkdirSync(join(workshop.root, "logs/empty.log"));
    await workshop.ingest(["logs/*.log", "logs/a.log"]);
    expect(Object.keys(workshop.counts()).sort()).toEqual(["a.log", "b.log"]);
  });

  test("a link is the file it leads to; one that leads nowhere is missing", async () => {
    const path = workshop.write("a.log", three);
    symlinkSync(path, join(workshop.root, "link.log"));
    symlinkSync("/nowhere", join(workshop.root, "broken.log"));
    const said = await workshop.ingest(["link.log", "broken.log"], 3);
    expect(said).toContain("error INPUT_MISSING");
    expect(workshop.counts()).toEqual({"link.log": [3, 3, 0, 0]});
  });

  test("logs in broadsheet.yaml are meant from the workspace's folder", async () => {
    const own = new Workshop("publication: The Test Press\nlogs: [logs/*.log, more]\n");
    own.write("press/logs/a.log", good);
    own.write("press/more/b.log", three);
    await own.ingest([]);
    expect(own.counts()).toEqual({"a.log": [3, 3, 0, 0], "b.log": [3, 3, 0, 0]});
    own.remove();
  });

  test("a workspace may lie in a folder whose name is a pattern", async () => {
    const own = new Workshop("publication: The Test Press\n", "a [b]*{c} 'd'?");
    own.write("a.log", three.replaceAll("\n", "\r\n"));
    await own.ingest(["a.log"]);
    expect((await own.report("2026-02")).account[0]?.requests).toBe(3);
    own.remove();
  });
});

describe("streams", () => {
  for (const [what, content] of [
    ["plain lines", three],
    ["gzip", gzipSync(three)],
    ["CRLF", three.replaceAll("\n", "\r\n")],
  ] as const) {
    test(`- reads ${what} from standard input, once`, async () => {
      expect((await workshop.pipe(content, "ingest", "-")).status).toBe(0);
      expect(workshop.counts()).toEqual({"standard input": [3, 3, 0, 0]});
      const again = await workshop.pipe(content, "ingest", "-");
      expect(again.stderr).toContain("standard input: read before, adds nothing");
    });
  }

  test("- beside a file that holds the same adds nothing", async () => {
    workshop.write("a.log", three);
    const said = await workshop.pipe(three, "ingest", "a.log", "-");
    expect(said.status).toBe(0);
    expect(workshop.counts()).toEqual({"a.log": [3, 3, 0, 0]});
  });

  test("- with nothing on it is an empty input", async () => {
    expect((await workshop.pipe("", "ingest", "-")).stderr).toContain("Read 0 lines in 1 file: 0 requests.");
  });

  test("a pipe with a name is read once", async () => {
    execFileSync("mkfifo", [join(workshop.root, "pipe")]);
    const path = workshop.write("a.log", three);
    const running = workshop.start(["ingest", "pipe"]);
    execFileSync("sh", ["-c", 'cat "$1" > "$2"', "sh", path, join(workshop.root, "pipe")]);
    expect((await running.done).status).toBe(0);
    expect(workshop.counts()).toEqual({pipe: [3, 3, 0, 0]});
  });
});

describe("a line that is no request is kept in quarantine", () => {
  test("with file, line, column and reason; the summary is printed once a file", async () => {
    const lines = [
      lineOf(1).trimEnd(),
      "garbage",
      "",
      dated("31/Feb/2026:00:00:00 +0000").trimEnd(),
      dated("02/Feb/2099:00:00:00 +0000").trimEnd(),
      lineOf(2).trimEnd().replace(" 200 1002 ", " 200 1000000000000001 "),
      lineOf(3).slice(0, 60),
      "more garbage",
      "x".repeat(1_100_000),
    ];
    workshop.write("a.log", lines.join("\n"));
    const said = await workshop.ingest(["a.log", "--accept-unreadable"]);
    expect(said).toContain(
      "a.log: 9 lines; 1 request; 7 lines could not be read (77.8%); 1 blank or comment line ignored\n",
    );
    expect(said).toContain("       2  no-time      first at a.log:2:1\n");
    expect(said.match(/first at/g)).toHaveLength(6);
    const listed = await workshop.run("quarantine", "--format", "json");
    const rows = JSON.parse(listed.stdout) as {name: string; line: number; column: number; reason: string}[];
    // Columns: after `198.18.0.7 - - [` the 17th, where the date begins; behind the time of `198.18.0.3 - - [` the 44th.
    expect(rows.map(({line, column, reason}) => [line, column, reason])).toEqual([
      [2, 1, "no-time"],
      [4, 17, "bad-time"],
      [5, 17, "absurd-time"],
      [6, lines[5]!.indexOf("1000000000000001") + 1, "bad-bytes"],
      [7, 44, "no-match"],
      [8, 1, "no-time"],
      [9, 1, "too-long"],
    ]);
    expect(rows.every(({name}) => name === "a.log")).toBe(true);
  });

  test("lines that were added later have the numbers they have in the file", async () => {
    workshop.write("a.log", `${three}garbage\n`);
    await workshop.ingest(["a.log"]);
    workshop.write("a.log", `${three}garbage\n${lineOf(200)}rubbish\n`);
    await workshop.ingest(["a.log"]);
    const listed = await workshop.run("quarantine", "--format", "json");
    expect((JSON.parse(listed.stdout) as {line: number}[]).map(({line}) => line)).toEqual([4, 6]);
  });

  test("a byte that is not UTF-8 counts as the four characters that it is written out with", async () => {
    workshop.write("a.log", bytesOf(lineOf(1), "damage ", [0xe9], " here\n"));
    await workshop.ingest(["a.log"]);
    expect((await workshop.run("quarantine")).stdout).toContain("▸ word(6) word(4) word(4)\n");
  });
});
