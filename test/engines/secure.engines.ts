import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {createServer} from "node:https";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {linesFrom, Workshop} from "../intake/workshop.ts";
import {Authority, type Shown} from "./certificates.ts";
import {runNow} from "./engines.ts";
import {hasServer, OldServers, password} from "./old-servers.ts";

/*
 * Who reads along: nobody between here and the servers, and no log learns the password.
 */

let press: Workshop;
let own: Authority;
let foreign: Authority;
let servers: OldServers;

beforeAll(async () => {
  press = new Workshop("publication: The Press\n");
  press.write("a.log", linesFrom(0, 100));
  const folder = join(press.root, "certificates");
  mkdirSync(folder);
  own = new Authority(folder, "own");
  foreign = new Authority(folder, "foreign");
  if (hasServer) servers = await OldServers.start(2, {shown: own.vouchFor("IP:127.0.0.1")});
});
afterAll(async () => {
  press.remove();
  await servers?.stop();
});

type Settings = Record<string, unknown>;

function settle(engine: Settings): void {
  writeFileSync(join(press.folder, "broadsheet.yaml"), JSON.stringify({publication: "The Press", engine}));
}

async function run(...words: string[]): Promise<{status: number | null; stderr: string; stdout: string}> {
  return runNow(["-C", press.folder, ...words], press.root);
}

const secure = (): Settings => {
  return {...servers.settings("secure"), shards: servers.secureUrls, certificate: own.certificate};
};

describe.skipIf(!hasServer)("two shards that speak TLS (wants clickhouse-server)", () => {
  test("are set up, read into and asked where their own authority is named", async () => {
    settle(secure());
    for (const words of [
      ["engine", "setup"],
      ["ingest", "a.log"],
    ]) {
      const {status, stderr} = await run(...words);
      expect(status, stderr).toBe(0);
    }
    const {stdout} = await run("account", "2026-02", "--format", "json");
    expect((JSON.parse(stdout) as {total: {requests: number}}).total.requests).toBe(100);
  });

  test("are trusted without that where the machine knows the authority, and not where it does not", async () => {
    settle({...secure(), certificate: undefined});
    const trusting = {under: ["env", `SSL_CERT_FILE=${own.certificate}`]};
    expect((await press.start(["account", "2026-02"], trusting).done).stdout).toContain("100");
    const {status, stderr} = await press.start(["account", "2026-02"]).done;
    expect(stderr).toMatch(
      /^error ENGINE_UNTRUSTED: nobody who is trusted here vouches for the server's certificate\n/,
    );
    expect(status).toBe(4);
  });

  test("are not spoken to over http:// at the port of https://", async () => {
    settle({...secure(), shards: servers.secureUrls.map((url) => url.replace("https", "http"))});
    const {status, stderr} = await run("account", "2026-02");
    expect(stderr).toMatch(
      /^error ENGINE_FAILED: the server does not answer [\s\S]*correct engine in broadsheet\.yaml/,
    );
    expect(status).toBe(4);
  });

  test("and do not over https:// at the port of http://", async () => {
    settle({...secure(), shards: servers.urls.map((url) => url.replace("http", "https"))});
    const {status, stderr} = await run("account", "2026-02");
    expect(stderr).toMatch(/^error ENGINE_UNTRUSTED: what answers there does not speak TLS\n[\s\S]*https on, or http:/);
    expect(status).toBe(4);
  });

  test("are refused for a certificate that is none", async () => {
    settle({...secure(), certificate: "broadsheet.yaml"});
    const {status, stderr} = await run("account", "2026-02");
    expect(stderr).toMatch(/^error ENGINE_UNTRUSTED: the file that engine\.certificate names holds no certificate\n/);
    expect(status).toBe(4);
  });

  test("the password is in no message and in no log, from a file or from the environment", async () => {
    const said: string[] = [];
    process.env["BROADSHEET_TEST_PASSWORD"] = password;
    try {
      const fromEnvironment = {passwordFile: undefined, passwordEnv: "BROADSHEET_TEST_PASSWORD"};
      for (const kept of [{}, fromEnvironment]) {
        for (const fault of [{}, {user: "nobody"}, {user: "reader"}, {database: "nowhere"}, {shards: servers.urls}]) {
          settle({...secure(), ...kept, ...fault});
          for (const words of [
            ["account", "2026-02"],
            ["engine", "setup"],
            ["engine", "setup", "--dry-run"],
          ]) {
            const {stdout, stderr} = await run(...words);
            said.push(stdout, stderr);
          }
        }
      }
    } finally {
      delete process.env["BROADSHEET_TEST_PASSWORD"];
    }
    said.push(servers.logs());
    expect(said.join("")).toMatch(/ENGINE_DENIED[\s\S]*ENGINE_UNPREPARED/);
    for (const form of [password, encodeURIComponent(password), Buffer.from(`press:${password}`).toString("base64")]) {
      expect(said.join("")).not.toContain(form);
    }
  });
});

describe("a server that cannot show who it is", () => {
  for (const [what, show, said] of [
    ["has expired", () => own.vouchFor("IP:127.0.0.1", -1), /: the server's certificate has expired\n/],
    [
      "is for another name",
      () => own.vouchFor("DNS:ch9.example"),
      /: the server's certificate is for DNS:ch9\.example\n/,
    ],
    ["is of another authority", () => foreign.vouchFor("IP:127.0.0.1"), /: nobody who is trusted here vouches /],
    ["vouches for itself", selfMade, /: nobody who is trusted /],
  ] as const) {
    test(`because its certificate ${what} is told nothing, and named`, async () => {
      const {url, told, close} = await serverShowing(show());
      settle({kind: "clickhouse", url, certificate: own.certificate});
      for (const words of [
        ["engine", "setup"],
        ["ingest", "a.log"],
        ["report", "2026-02"],
      ]) {
        const {status, stderr} = await run(...words);
        expect(stderr).toMatch(/^error ENGINE_UNTRUSTED/);
        expect(stderr).toMatch(said);
        expect(stderr).toContain(`\n  at    ${url}\n  help  `);
        expect(status).toBe(4);
      }
      close();
      expect(told).toEqual([]);
    });
  }
});

/** The foreign authority's own certificate, shown as if it were a server's. */
function selfMade(): Shown {
  return {certificate: foreign.certificate, key: foreign.certificate.replace(/pem$/, "key")};
}

async function serverShowing({certificate, key}: Shown): Promise<{url: string; told: string[]; close(): void}> {
  const told: string[] = [];
  const server = createServer({cert: readFileSync(certificate), key: readFileSync(key)}, (request, response) => {
    told.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as {port: number};
  return {url: `https://127.0.0.1:${port}`, told, close: () => server.close()};
}
