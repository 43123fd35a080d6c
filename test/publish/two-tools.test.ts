import {spawnSync} from "node:child_process";
import {chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {Workshop} from "../intake/workshop.ts";
import {publishNew} from "./edition-press.ts";

const isThere = spawnSync("minisign", ["-v"]).status === 0;

let workshop: Workshop;
let folder: string;
beforeEach(async () => {
  workshop = new Workshop("publication: The Test Press\n");
  folder = await publishNew(workshop);
});
afterEach(() => workshop.remove());

const shell = (command: string, cwd = folder) => spawnSync("sh", ["-c", command], {cwd, encoding: "utf8"});

describe.skipIf(!isThere && !process.env["CI"])("two tools of Debian are enough", () => {
  test("for an edition, its erratum and its auditor's word, and they find what was changed", async () => {
    const key = (await workshop.run("key", "show")).stdout.split("\n")[0]!;
    const check = `minisign -Vm SHA256SUMS -P ${key} && sha256sum --quiet -c SHA256SUMS`;
    const found = shell(check);
    expect([found.status, found.stdout]).toEqual([
      0,
      expect.stringContaining("Trusted comment: broadsheet edition 2026-02, The Test Press"),
    ]);

    writeFileSync(
      join(workshop.folder, "blacklist.csv"),
      "entry,from,until,decision,reason,decided_by,decided_on\n10.0.0.1,,,,x,y,2026-03-01\n",
    );
    const config =
      "publication: The Test Press\nmethodology: {blacklist: blacklist.csv, methods: [GET, HEAD], statuses: [304]}\n";
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), config);
    const corrected = await workshop.run("correct", "2026-02", "--reason", "a test", "--quiet");
    expect([corrected.status, corrected.stderr]).toEqual([0, ""]);
    expect(shell(check, join(workshop.folder, "published/2026-02.errata/1")).status).toBe(0);

    const auditor = join(workshop.root, "auditor");
    mkdirSync(auditor);
    expect(shell("minisign -G -W -p a.pub -s a.key", auditor).status).toBe(0);
    const attested = await workshop.run("attest", "2026-02", "--key", join(auditor, "a.key"), "--name", "Jane Roé");
    expect([attested.status, attested.stderr]).toEqual([0, ""]);
    const countersigned = shell(`minisign -Vm SHA256SUMS -x SHA256SUMS.jane-roe.minisig -p ${auditor}/a.pub`);
    expect([countersigned.status, countersigned.stdout]).toEqual([
      0,
      expect.stringContaining("attestation of edition 2026-02, The Test Press, by Jane Roé"),
    ]);
    const {levels, sums} = JSON.parse(readFileSync(join(folder, "SHA256SUMS.jane-roe.json"), "utf8"));
    expect(levels[0]).toMatchObject({level: 1, answer: "verified"});
    expect(shell("sha256sum SHA256SUMS").stdout).toBe(`${sums}  SHA256SUMS\n`);
    // The edition is what it was.
    expect(shell(check).status).toBe(0);
    const statement = shell("sha256sum SHA256SUMS.jane-roe.json").stdout.slice(0, 64);
    expect(countersigned.stdout).toContain(`statement:${statement}`);

    for (const [name, pattern] of [
      ["report.csv", /report\.csv: FAILED/],
      ["SHA256SUMS", /Signature verification failed/],
    ] as const) {
      const copy = join(workshop.root, `copy of ${name}`);
      cpSync(folder, copy, {recursive: true});
      chmodSync(join(copy, name), 0o644);
      writeFileSync(join(copy, name), `${readFileSync(join(copy, name), "utf8")}\n`);
      const changed = shell(check, copy);
      expect(changed.status).not.toBe(0);
      expect(changed.stdout + changed.stderr).toMatch(pattern);
    }
  });
});
