import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {freePort, hasProgram, type Running, start} from "../../servers/process.ts";
import {build, fullPress} from "./built.ts";

/*
 * The archive on a web server, as its own sample of settings says, and an edition fetched from there. Wants Debian's nginx, wget and
 * minisign; where one of them is not installed, what needs it is left out.
 */

const program = "/usr/sbin/nginx";
const isWithAll = existsSync(program) && hasProgram("wget") && hasProgram("minisign");

let folder = "";
let nginx: Running | undefined;
let port = 0;

beforeAll(async () => {
  if (!isWithAll) return;
  folder = mkdtempSync(join(tmpdir(), "broadsheet-hosted-"));
  fullPress(folder);
  port = await freePort();
  const root = join(folder, "public");
  await build(folder, {address: `http://127.0.0.1:${port}/`});
  const own = readFileSync(join(root, "hosting/nginx.conf"), "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("root /var/www/readership;", `root ${root};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/t;`,
  );
  const path = join(folder, "nginx.conf");
  writeFileSync(
    path,
    `pid ${folder}/pid;\nerror_log ${folder}/log;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\n${temporary.join("\n")}\n${own}}\n`,
  );
  const settings = ["-c", path, "-e", join(folder, "log"), "-g", "daemon off; master_process off;"];
  nginx = await start([program, ...settings], {port});
}, 60_000);

afterAll(async () => {
  await nginx?.stop();
  if (folder !== "") rmSync(folder, {recursive: true, force: true});
});

describe.skipIf(!isWithAll)("an archive on nginx", () => {
  for (const [path, status, type] of [
    ["", 200, "text/html; charset=utf-8"],
    ["atom.xml", 200, "application/atom+xml; charset=utf-8"],
    ["feed.json", 200, "application/feed+json; charset=utf-8"],
    ["data/series.csv", 200, "text/csv; charset=utf-8"],
    ["editions/2004-H1/report.html", 200, "text/html; charset=utf-8"],
    ["editions/2004-H1/SHA256SUMS", 200, "text/plain; charset=utf-8"],
    ["editions/2004-H1/SHA256SUMS.minisig", 200, "text/plain; charset=utf-8"],
    ["editions/2003-H2/report.pdf", 200, "application/pdf"],
    ["no/such/page", 404, "text/html; charset=utf-8"],
    ["editions/2004-H1/", 404, "text/html; charset=utf-8"],
    [".htaccess", 404, "text/html; charset=utf-8"],
  ] as const) {
    test(`/${path}: ${status}, ${type}, and a policy that forbids scripts`, async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/${path}`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([status, type]);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      if (status === 404) expect(await answer.text()).toContain("There is no such page");
    });
  }

  for (const page of ["index.html", "verify.html", "editions/2004-H1.html"]) {
    test(`an edition is fetched and verified by the lines of ${page}, as they are pasted`, () => {
      const copies = join(folder, `copy-${page.replaceAll("/", "-")}`);
      mkdirSync(copies);
      const blocks = readFileSync(join(folder, "public", page), "utf8").matchAll(/<pre><code>([^<]*)<\/code>/g);
      const lines = [...blocks].map(([, text]) => text!.replaceAll("&#39;", "'").replaceAll("&amp;", "&"));
      const pasted = lines.filter((text) => /^(?:wget|cd) /.test(text)).join("\n");
      expect(pasted).toMatch(/^wget .*\ncd \S+\nminisign .*\nsha256sum -c SHA256SUMS$/);
      const {status, stdout, stderr} = spawnSync("sh", ["-e", "-c", pasted], {cwd: copies, encoding: "utf8"});
      expect(stderr + stdout).toContain("Signature and comment signature verified");
      expect(stdout).toContain("report.json: OK");
      expect(status).toBe(0);
    });
  }
});
