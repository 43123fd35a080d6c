import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";

/*
 * What stands before the server and around it, as it ships. Debian's systemd and Caddy judge it where they are.
 */

const folder = fileURLToPath(new URL("../../docs/serving/", import.meta.url));
const read = (name: string): string => readFileSync(folder + name, "utf8");
const has = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;

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
    const {stdout} = spawnSync(
      "systemd-analyze",
      ["security", "--offline=true", "--no-pager", `${folder}broadsheet.service`],
      {
        encoding: "utf8",
      },
    );
    const exposure = Number(/exposure level for broadsheet\.service: ([\d.]+)/.exec(stdout)?.[1]);
    expect(exposure).toBeLessThanOrEqual(1.5);
  });
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
