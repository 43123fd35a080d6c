import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {gunzipSync, gzipSync, zstdDecompressSync} from "node:zlib";
import {extract, type Headers, pack} from "tar-stream";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {sha256} from "../../src/base/sha256.ts";
import {linesFrom, runHere, type Said, Workshop} from "../intake/workshop.ts";
import {hashesIn, publish} from "../publish/edition-press.ts";
import {rowsOf} from "../run/amounts.ts";

let press: Workshop;
beforeAll(async () => {
  press = new Workshop(
    "publication: The Test Press\nmethodology: {blacklist: lists/blacklist.csv}\nengine: {kind: duckdb}\n",
  );
  press.write(
    "press/lists/blacklist.csv",
    "entry,from,until,decision,reason,decided_by,decided_on\n10.0.0.7,,,robot,loud,A,2026-03-01\n",
  );
  press.write("press/commentary/2026-02.md", "---\nby: A. Editor\ndate: 2026-03-01\n---\n\nA month.\n");
  press.write("press/logs/a.log", linesFrom(0, 30));
  press.write("press/report.html", "what a command wrote\n");
  await press.ingest(["press/logs/a.log", "--quiet"]);
  expect((await press.run("ledger", "init", "editions", "--quiet")).status).toBe(0);
  const said = await publish(press, "--quiet");
  expect(said.status, said.stderr).toBe(0);
  press.write("press/desk/key", "K".repeat(32));
  press.write("press/desk/log-head", "1 aa\n");
  press.write("press/desk/sent/upload", "what was being sent\n");
  const accounts = new DatabaseSync(join(press.folder, "desk/accounts.sqlite"));
  accounts.exec("pragma journal_mode = wal; create table person (name text); insert into person values ('A. Editor')");
  accounts.close();
});
afterAll(() => press.remove());

interface Unpacked {
  readonly header: Headers;
  readonly text: Buffer;
}

/** What is in a backup, by Node's and the library's own means. */
async function unpacked(path: string): Promise<Map<string, Unpacked>> {
  const bytes = readFileSync(path);
  const plain = path.endsWith("zst") ? zstdDecompressSync(bytes) : path.endsWith("gz") ? gunzipSync(bytes) : bytes;
  const archive = extract();
  archive.end(plain);
  const found = new Map<string, Unpacked>();
  for await (const entry of archive) {
    const pieces: Buffer[] = [];
    for await (const piece of entry as unknown as AsyncIterable<Buffer>) pieces.push(piece);
    found.set(entry.header.name, {header: entry.header as Headers, text: Buffer.concat(pieces)});
  }
  return found;
}

/** Runs a command where no workspace is named. */
const runIn = (...words: string[]): Promise<Said> => runHere(words, press.root);

const report = ["report", "2026-02", "--tables", "all", "--no-ranges", "--format", "json", "--quiet"];

describe("a backup", () => {
  for (const name of rowsOf(["one.tar", "one.tar.gz", "one.tgz", "one.tar.zst", "one.tzst"], 2)) {
    test(`${name} has its list first, and each file as the list says`, async () => {
      const said = await press.run("backup", name);
      expect([said.status, said.stderr]).toEqual([0, ""]);
      const files = await unpacked(join(press.root, name));
      expect([...files.keys()][0]).toBe("manifest.json");
      const list = JSON.parse(files.get("manifest.json")!.text.toString()) as {
        files: {path: string; sha256: string; bytes: number}[];
      };
      expect(list.files.map(({path}) => path)).toEqual([...files.keys()].slice(1));
      for (const {path, sha256: hash, bytes} of list.files) {
        expect([sha256(files.get(path)!.text), files.get(path)!.text.length], path).toEqual([hash, bytes]);
      }
      expect(statSync(join(press.root, name)).mode & 0o777).toBe(0o600);
    });
  }

  test("without --with-key holds no key, no address and no log, and says so", async () => {
    const said = await press.run("backup", "plain.tar");
    expect(said.stdout).toContain("Not in it: store/key, store/signing-key and desk/key.");
    expect(said.stdout).toContain("Not in it: 1 book of addresses");
    expect(said.stdout).toContain("Not of the workspace, and not in it: logs and report.html.");
    const files = await unpacked(join(press.root, "plain.tar"));
    const names = [...files.keys()];
    const kinds =
      /\.book$|desk\/(?:key|sent)|store\/(?!catalogue\.sqlite$|facts\/)|^workspace\/logs|^workspace\/report\.html$/;
    expect(names.filter((name) => kinds.test(name))).toEqual([]);
    expect(names).toContain("workspace/lists/blacklist.csv");
    expect(names).toContain("workspace/ledger/editions.csv");
    expect(names).toContain("workspace/commentary/2026-02.md");
    expect(names).toContain("workspace/published/2026-02/report.json");
    expect(names).toContain("workspace/desk/accounts.sqlite");
    const key = readFileSync(press.store.key, "utf8").trim();
    for (const [name, {text}] of files) {
      expect([text.includes(key), text.includes("K".repeat(32))], name).toEqual([false, false]);
    }
    expect(files.get("workspace/desk/log-head")!.text.toString()).toBe("1 aa\n");
    expect(files.get("README.txt")!.text.toString()).toContain("It holds no key and no book of addresses.");
  });

  test("takes a database with what waits beside it", async () => {
    const open = new DatabaseSync(join(press.folder, "desk/accounts.sqlite"));
    open.exec("insert into person values ('B. Keeper')");
    await press.run("backup", "open.tar");
    open.close();
    const {text} = (await unpacked(join(press.root, "open.tar"))).get("workspace/desk/accounts.sqlite")!;
    const copy = new DatabaseSync(press.write("copy.sqlite", text));
    expect(
      copy
        .prepare("select name from person order by name")
        .all()
        .map((row) => row["name"]),
    ).toEqual(["A. Editor", "B. Keeper"]);
    copy.close();
  });

  for (const [what, words, says] of [
    ["never over a file", ["one.tar"], "something of that name is there already"],
    ["not under another name's ending", ["one.zip"], "end it in .tar, .tar.gz or .tar.zst"],
    ["not into the store", ["press/store/x.tar"], "a backup cannot lie within what it is of"],
    ["not among what was published", ["press/published/x.tar"], "a backup cannot lie within what it is of"],
    ["not into a folder that there is not", ["none/x.tar"], "its folder does not exist"],
  ] as const) {
    test(`is written ${what}`, async () => {
      const before = hashesIn(press.root);
      const said = await press.run("backup", ...words);
      expect([said.status, said.stdout]).toEqual([3, ""]);
      expect(said.stderr).toContain("error OUTPUT_REFUSED");
      expect(said.stderr).toContain(says);
      expect(hashesIn(press.root)).toEqual(before);
    });
  }

  test("is not made of a store with a file that is not what was written", async () => {
    const other = press.copy();
    const [name] = readdirSync(other.store.facts);
    const path = join(other.store.facts, name!);
    chmodSync(path, 0o600);
    truncateSync(path, statSync(path).size - 5);
    const said = await other.run("backup", "damaged.tar");
    expect([said.status, said.stdout]).toEqual([3, ""]);
    expect(said.stderr).toContain("error WORKSPACE_DAMAGED");
    expect(readdirSync(other.root).filter((one) => one.includes("damaged"))).toEqual([]);
    other.remove();
  });

  test("names what the settings name elsewhere, and leaves passwords out", async () => {
    const other = new Workshop("publication: P\ntitles: /srv/titles.csv\n");
    const said = await other.run("backup", "b.tar");
    expect(said.stdout).toContain("Not in it, as it lies elsewhere: /srv/titles.csv.");
    other.remove();
  });

  test("of a cluster's workspace tells where the requests are", async () => {
    const engine = "engine: {kind: clickhouse, url: 'http://ch1.invalid:8123', passwordFile: secret.txt}\n";
    const other = new Workshop(`publication: P\n${engine}`);
    other.write("press/secret.txt", "hunter2");
    const said = await other.run("backup", "b.tar");
    expect([said.status, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toContain("Not in it: the requests, which are kept on http://ch1.invalid:8123.");
    expect(said.stdout).toContain("Not in it, as it holds a password: secret.txt.");
    expect([...(await unpacked(join(other.root, "b.tar"))).keys()]).not.toContain("workspace/secret.txt");
    expect((await other.run("backup", "key.tar", "--with-key")).status).toBe(0);
    expect([...(await unpacked(join(other.root, "key.tar"))).keys()]).toContain("workspace/secret.txt");
    other.remove();
  });
});

describe("a restored workspace", () => {
  test("gives the same report, byte for byte, with keys, addresses and what was published", async () => {
    await press.run("backup", "whole.tar.zst", "--with-key");
    const said = await runIn("restore", "whole.tar.zst", "--workspace", "whole");
    expect([said.status, said.stderr]).toEqual([0, ""]);
    const folder = join(press.root, "whole");
    expect((await runIn("-C", folder, ...report)).stdout).toBe((await press.run(...report)).stdout);
    expect(hashesIn(join(folder, "published"))).toEqual(hashesIn(join(press.folder, "published")));
    expect(hashesIn(join(folder, "store/addresses"))).toEqual(hashesIn(press.store.addresses));
    for (const [path, mode] of [
      ["store", 0o700],
      ["store/key", 0o600],
      ["store/catalogue.sqlite", 0o600],
      ["desk", 0o700],
      ["desk/key", 0o600],
      ["desk/accounts.sqlite", 0o600],
      ["published/2026-02", 0o555],
      ["published/2026-02/report.json", 0o444],
    ] as const) {
      expect(statSync(join(folder, path)).mode & 0o777, path).toBe(mode);
    }
    expect((await runIn("-C", folder, "check")).stdout).toContain("Nothing is wrong.");
    const verified = await runIn("verify", "whole/published");
    expect(verified.stdout.replaceAll("whole/", "press/")).toBe((await runIn("verify", "press/published")).stdout);
  });

  test("without its key counts nothing, says what to do, and gives the same report when the key is back", async () => {
    await press.run("backup", "keyless.tar");
    const said = await runIn("restore", "keyless.tar");
    expect(said.stdout).toContain("Its key is not in the backup.");
    expect(said.stdout).toContain("chmod 600 keyless/store/key");
    const folder = join(press.root, "keyless");
    expect((await runIn("-C", folder, ...report)).stderr).toContain("error WORKSPACE_DAMAGED: the key is gone");
    expect((await runIn("-C", folder, "site", "build", "-o", "keyless-site", "--quiet")).status).toBe(0);
    writeFileSync(join(folder, "store/key"), readFileSync(press.store.key), {mode: 0o600});
    expect((await runIn("-C", folder, ...report)).stdout).toBe((await press.run(...report)).stdout);
  });

  test("has its place in a folder that is empty, and in none that is not", async () => {
    mkdirSync(join(press.root, "empty"));
    expect((await runIn("restore", "keyless.tar", "--workspace", "empty", "--quiet")).status).toBe(0);
    const said = await runIn("restore", "keyless.tar", "--workspace", "empty");
    expect([said.status, said.stdout]).toEqual([3, ""]);
    expect(said.stderr).toContain("error OUTPUT_REFUSED: the folder is not empty");
  });
});

type Entry = readonly [Partial<Headers> & {readonly name: string}, string];

const settings = "publication: P\n";

/** A backup of one file, as it would be, and what is to be otherwise. */
async function made(change: {
  readonly list?: (list: Record<string, unknown>) => unknown;
  readonly listed?: readonly {path: string; bytes: number; sha256: string; access: string}[];
  readonly entries?: readonly Entry[];
  readonly first?: readonly Entry[];
}): Promise<Buffer> {
  const own = {path: "workspace/broadsheet.yaml", bytes: settings.length, sha256: sha256(settings), access: "usual"};
  const missing = {keys: [], passwords: [], books: 0, servers: [], elsewhere: [], others: []};
  const list = {
    ...{
      format: "backup of a broadsheet workspace",
      form: 1,
      broadsheet: "0.1.0",
      publication: "P",
      madeAt: "2026-03-01T00:00:00.000Z",
    },
    ...{catalogue: null, withKey: false, missing, files: [own, ...(change.listed ?? [])]},
  };
  const archive = pack();
  const entries: Entry[] = [
    ...(change.first ?? [[{name: "manifest.json"}, JSON.stringify(change.list?.(list) ?? list)] as const]),
    ...(change.entries ?? [[{name: own.path}, settings] as const]),
  ];
  for (const [header, text] of entries) archive.entry({type: "file", ...header} as Headers, text);
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive as unknown as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

const listedFile = (path: string, text = "x"): {path: string; bytes: number; sha256: string; access: string} => {
  return {path, bytes: text.length, sha256: sha256(text), access: "usual"};
};
const yaml: Entry = [{name: "workspace/broadsheet.yaml"}, settings];

describe("an archive that is no backup, or a hostile one, restores nothing", () => {
  const whole = (): Promise<Buffer> => made({});
  for (const [what, code, says, bytes] of [
    ["another tar", "BACKUP_REFUSED", "its first file is not manifest.json", () => made({first: []})],
    ["text", "BACKUP_REFUSED", "damaged, or no backup", async () => Buffer.from("no archive at all\n".repeat(100))],
    ["nothing", "BACKUP_REFUSED", "nothing in it", async () => Buffer.alloc(0)],
    ["one cut in a header", "BACKUP_REFUSED", "breaks off", async () => (await whole()).subarray(0, 1400)],
    ["one cut after a file", "BACKUP_REFUSED", "breaks off", () => made({entries: []})],
    ["a cut gzip", "BACKUP_REFUSED", "breaks off", async () => gzipSync(await whole()).subarray(0, -40)],
    [
      "a damaged zstd",
      "BACKUP_REFUSED",
      "damaged, or no backup",
      async () => Buffer.from("28b52ffd04ffffffffffffffffffff", "hex"),
    ],
    ["a list that is not JSON", "BACKUP_REFUSED", "is not JSON", () => made({first: [[{name: "manifest.json"}, "{"]]})],
    [
      "a list that is another's",
      "BACKUP_REFUSED",
      "cannot be used",
      () => made({list: (list) => ({...list, format: "x"})}),
    ],
    [
      "one of a newer Broadsheet",
      "WORKSPACE_NEWER",
      "by a newer Broadsheet",
      () => made({list: (list) => ({...list, form: 2, more: 1})}),
    ],
    [
      "a catalogue of a newer one",
      "WORKSPACE_NEWER",
      "by a newer Broadsheet",
      () => made({list: (list) => ({...list, catalogue: 999})}),
    ],
    [
      "a file of another size",
      "BACKUP_REFUSED",
      "15 by its list",
      () => made({entries: [[yaml[0], `${settings}more`]]}),
    ],
    [
      "a file with other bytes",
      "BACKUP_REFUSED",
      "is not what was backed up",
      () => made({entries: [[yaml[0], settings.toUpperCase()]]}),
    ],
    [
      "a file that is not listed",
      "BACKUP_REFUSED",
      "which its list does not have",
      () => made({entries: [[{name: "workspace/.bashrc"}, "x"], yaml]}),
    ],
    [
      "a file twice",
      "BACKUP_REFUSED",
      "or twice",
      () => made({listed: [listedFile("workspace/b")], entries: [yaml, yaml]}),
    ],
    [
      "a link",
      "BACKUP_REFUSED",
      "a symlink",
      () => made({entries: [[{name: "workspace/x", type: "symlink", linkname: "/etc/passwd"}, ""], yaml]}),
    ],
    [
      "a hard link",
      "BACKUP_REFUSED",
      "a link",
      () => made({entries: [[{name: "workspace/x", type: "link", linkname: "/etc/passwd"}, ""], yaml]}),
    ],
    [
      "a device",
      "BACKUP_REFUSED",
      "a character-device",
      () => made({entries: [[{name: "workspace/x", type: "character-device", devmajor: 1, devminor: 3}, ""], yaml]}),
    ],
    [
      "a folder",
      "BACKUP_REFUSED",
      "a directory",
      () => made({entries: [[{name: "workspace/x", type: "directory"}, ""], yaml]}),
    ],
    [
      "no settings",
      "BACKUP_REFUSED",
      "holds no broadsheet.yaml",
      () => made({list: (list) => ({...list, files: [listedFile("workspace/a")]})}),
    ],
    ...(
      [
        "../a",
        "/etc/a",
        "workspace/../../a",
        "workspace/./a",
        "workspace//a",
        "workspace/.git/a",
        "c:a",
        "workspace\\a",
        "workspace/a\u202eb",
        "workspace/a\u0000",
        "",
      ] as const
    ).map(
      (path) =>
        [
          `a file called ${JSON.stringify(path)}`,
          "BACKUP_REFUSED",
          "its list names",
          () => made({listed: [listedFile(path)]}),
        ] as const,
    ),
    ...(
      [
        ["workspace/A", "workspace/a"],
        ["workspace/a", "workspace/a/b"],
        ["workspace/D/a", "workspace/d/b"],
        ["workspace/\u00e9", "workspace/e\u0301"],
      ] as const
    ).map(
      (paths) =>
        [
          `names that clash: ${paths.join(" ")}`,
          "BACKUP_REFUSED",
          "one file on some disks",
          () => made({listed: paths.map((path) => listedFile(path))}),
        ] as const,
    ),
    [
      "a bomb of zeros",
      "BACKUP_REFUSED",
      "more than its list says",
      async () => {
        // Six hundred megabytes, of which a tenth is packed once.
        const zeros = gzipSync(Buffer.alloc(6e7));
        return Buffer.concat([gzipSync(await made({entries: []})), ...Array<Buffer>(10).fill(zeros)]);
      },
    ],
    [
      "more than the disk holds",
      "DISK_FULL",
      "no room left",
      () => made({listed: [{...listedFile("workspace/b"), bytes: 2 ** 52}]}),
    ],
  ] as const) {
    test(what, async () => {
      const path = press.write("hostile.tar", await bytes());
      const before = readdirSync(press.root).sort();
      const said = await runIn("restore", "hostile.tar", "--workspace", "hostile");
      expect(said.status, said.stderr).toBe(3);
      expect(said.stderr).toContain(`error ${code}`);
      expect(said.stderr).toContain(says);
      expect(readdirSync(press.root).sort()).toEqual(before);
      if (code !== "DISK_FULL") expect((await runIn("backup", "--check", path)).stderr).toContain(says);
    });
  }

  test("whatever one bit of it is changed to: refused, or the same workspace", async () => {
    const bytes = await made({
      listed: [listedFile("workspace/b", "text".repeat(200))],
      entries: [yaml, [{name: "workspace/b"}, "text".repeat(200)]],
    });
    for (let at = 3; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1 << (at % 8);
      press.write("flipped.tar", changed);
      const said = await runIn("restore", "flipped.tar", "--workspace", "flipped", "--quiet");
      if (said.status === 0) {
        expect(Object.keys(hashesIn(join(press.root, "flipped"))), `at ${at}`).toEqual(["b", "broadsheet.yaml"]);
        (await import("node:fs")).rmSync(join(press.root, "flipped"), {recursive: true});
      } else {
        expect([said.status, said.stderr.slice(0, 6)], `at ${at}: ${said.stderr}`).toEqual([3, "error "]);
        expect(existsSync(join(press.root, "flipped"))).toBe(false);
      }
    }
  });

  test("through a link no folder is restored but that which it leads to", async () => {
    await press.run("backup", "linked.tar");
    mkdirSync(join(press.root, "real"));
    symlinkSync(join(press.root, "real"), join(press.root, "linked-folder"));
    expect((await runIn("restore", "linked.tar", "--workspace", "linked-folder", "--quiet")).status).toBe(0);
    expect(existsSync(join(press.root, "real/broadsheet.yaml"))).toBe(true);
  });
});
