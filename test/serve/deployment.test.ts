import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";

/*
 * What stands before the server and around it, as it ships. Debian's systemd and Caddy judge it where they are.
 */

const folder = fileURLToPath(new URL("../../docs/serving/", import.meta.url));
const read = (name: string): string => readFileSync(folder + name, "utf8");
const has = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;

function exposureOf(name: string): number {
  const words = ["security", "--offline=true", "--no-pager", `${folder}${name}.service`];
  const {stdout} = spawnSync("systemd-analyze", words, {encoding: "utf8"});
  return Number(new RegExp(`exposure level for ${name}\\.service: ([\\d.]+)`).exec(stdout)?.[1]);
}

describe("the unit for systemd", () => {
  const unit = read("broadsheet.service");

  test("lets the server connect to this machine alone, see what was published alone, and write nowhere", () => {
    expect(unit).toContain("IPAddressDeny=any\nIPAddressAllow=localhost\n");
    expect(unit).toContain(
      "TemporaryFileSystem=/srv:ro\nBindReadOnlyPaths=/srv/press/broadsheet.yaml /srv/press/published\n",
    );
    expect(unit).toContain("ProtectSystem=strict\n");
    expect(unit).not.toMatch(/^ReadWritePaths|^StateDirectory/m);
  });

  test.skipIf(!has("systemd-analyze") && !process.env["CI"])("has an exposure of at most 1.5 of 10", () => {
    expect(exposureOf("broadsheet")).toBeLessThanOrEqual(1.5);
  });
});

describe("the unit of the desk", () => {
  const unit = read("broadsheet-desk.service");

  test("lets it see and write the workspace alone, and connect to this machine alone", () => {
    expect(unit).toContain("IPAddressDeny=any\nIPAddressAllow=localhost\n");
    expect(unit).toContain("TemporaryFileSystem=/srv\nBindPaths=/srv/press\n");
    expect(unit).toContain("ProtectSystem=strict\n");
    expect(unit).toContain("UMask=0077\n");
  });

  test.skipIf(!has("systemd-analyze") && !process.env["CI"])("has an exposure of at most 1.5 of 10", () => {
    expect(exposureOf("broadsheet-desk")).toBeLessThanOrEqual(1.5);
  });
});

describe("the unit of the forum", () => {
  const unit = read("broadsheet-forum.service");

  test("lets it see what was published, write the forum alone, and connect to this machine alone", () => {
    expect(unit).toContain("IPAddressDeny=any\nIPAddressAllow=localhost\n");
    expect(unit).toContain(
      "TemporaryFileSystem=/srv:ro\nBindReadOnlyPaths=/srv/press/broadsheet.yaml /srv/press/published\nBindPaths=/srv/press/forum\n",
    );
    expect(unit).toContain("ProtectSystem=strict\n");
    expect(unit).toContain("UMask=0077\n");
    expect(unit).toContain("serve --forum\n");
  });

  test.skipIf(!has("systemd-analyze") && !process.env["CI"])("has an exposure of at most 1.5 of 10", () => {
    expect(exposureOf("broadsheet-forum")).toBeLessThanOrEqual(1.5);
  });
});

describe("the container", () => {
  const lines = read("Containerfile").split("\n");

  test("is made from files that are there, and holds no workspace", () => {
    const sources = lines.flatMap((line) => (/^COPY (?!--)(.*) \S+$/.exec(line)?.[1] ?? "").split(" ").filter(Boolean));
    expect(sources).toContain("src");
    for (const source of sources)
      expect(existsSync(fileURLToPath(new URL(`../../${source}`, import.meta.url))), source).toBe(true);
  });

  test("runs as nobody", () => expect(lines).toContain("USER 65534:65534"));
});

describe("the Caddyfile", () => {
  test("writes no log of accesses, and passes on neither address nor agent", () => {
    const directives = read("Caddyfile").replaceAll(/#.*/g, "");
    expect(directives).not.toMatch(/\blog\b/);
    for (const name of ["X-Forwarded-For", "User-Agent", "Cookie"])
      expect(directives).toContain(`header_up -${name}\n`);
  });

  test.skipIf(!has("caddy") && !process.env["CI"])("is one", () => {
    const {status, stderr} = spawnSync(
      "caddy",
      ["validate", "--adapter", "caddyfile", "--config", `${folder}Caddyfile`],
      {
        encoding: "utf8",
      },
    );
    expect(status, stderr).toBe(0);
  });
});

test("the onion service has the defences of its own, since all of its readers come from one address", () => {
  for (const line of ["HiddenServicePort 80 127.0.0.1:8080", "HiddenServicePoWDefensesEnabled 1", "SafeLogging 1"]) {
    expect(read("torrc").split("\n")).toContain(line);
  }
});
