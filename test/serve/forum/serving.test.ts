import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {get as ask} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {answerOnce, type Serving, serveArchive} from "../../../src/serve/start.ts";
import {makeWorkspace} from "../../../src/workspace/make-workspace.ts";
import {fullPress} from "../../publish/site/built.ts";

/*
 * Where the forum stands: below the archive, by its own name, at its own address, on an onion, and alone.
 */

const listener = {
  changed: () => {},
  failed: () => {},
  bug: (fault: unknown) => {
    throw fault;
  },
};
const onion = `http://${"a".repeat(56)}.onion`;

let folder = "";
let serving: Serving | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-forum-served-"));
  makeWorkspace(folder, "publication: The Example Press\n");
});
afterEach(async () => {
  await serving?.drain();
  serving = null;
  rmSync(folder, {recursive: true, force: true});
});

async function serve(settings = ""): Promise<Serving> {
  const path = join(folder, "broadsheet.yaml");
  writeFileSync(path, `${readFileSync(path, "utf8")}${settings}`);
  serving = await serveArchive(folder, {listen: {host: "127.0.0.1", port: 0}, hasForum: true}, listener);
  return serving;
}

interface Told {
  readonly status: number;
  readonly to: string | undefined;
  readonly text: string;
}

/** Asks a listener by a name. */
function told({port}: {readonly port: number}, path: string, host = "localhost"): Promise<Told> {
  return new Promise((done, fail) => {
    ask({port, path, headers: {host}}, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
      });
      response.on("end", () => done({status: response.statusCode!, to: response.headers.location, text}));
    }).on("error", fail);
  });
}

describe("without anything published", () => {
  test("it is alone: the first page leads to it, and its file is for its owner alone", async () => {
    const one = await serve();
    expect(await told(one, "/")).toMatchObject({status: 302, to: "/forum/"});
    const front = await told(one, "/forum/");
    expect([front.status, front.text.includes("Reports")]).toEqual([200, false]);
    expect((await told(one, "/editions/")).status).toBe(404);
    expect((await told(one, "/forum/", "evil.example")).status).toBe(421);
    expect(statSync(join(folder, "forum")).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "forum/forum.sqlite")).mode & 0o777).toBe(0o600);
  });

  test("and without the forum there is nothing to serve, as before", async () => {
    const request = {listen: {host: "127.0.0.1", port: 0}};
    await expect(serveArchive(folder, request, listener)).rejects.toMatchObject({code: "PUBLISHED_NONE"});
  });

  test("what is published later stands before it", async () => {
    const one = await serve();
    rmSync(join(folder, "broadsheet.yaml"));
    fullPress(folder);
    await one.current.refresh();
    expect((await told(one, "/")).text).toContain("/forum/");
    expect((await told(one, "/forum/")).text).toContain(">Reports<");
  });
});

describe("beside the archive", () => {
  beforeEach(() => {
    rmSync(join(folder, "broadsheet.yaml"));
    fullPress(folder);
  });

  test("it stands below /forum/, and each leads to the other", async () => {
    const one = await serve();
    expect((await told(one, "/")).text).toContain('<a href="/forum/">Forum</a>');
    expect((await told(one, "/forum/")).text).toContain('<a href="/">Reports</a>');
    expect((await told(one, "/api/v1/figures")).status).toBe(200);
  });

  test("by a name of its own it is alone there, and whoever asks the archive for it is led to it", async () => {
    const names = 'serve: {origins: ["https://press.example"]}\nforum: {origins: ["https://forum.example"]}\n';
    const one = await serve(names);
    expect(await told(one, "/", "forum.example")).toMatchObject({status: 302, to: "/forum/"});
    expect((await told(one, "/forum/rules", "forum.example")).status).toBe(200);
    expect((await told(one, "/editions/", "forum.example")).status).toBe(404);
    const led = await told(one, "/forum/t/1?page=2", "press.example");
    expect(led).toMatchObject({status: 302, to: "https://forum.example/forum/t/1?page=2"});
    expect((await told(one, "/", "press.example")).text).toContain('href="https://forum.example/forum/"');
    expect((await told(one, "/forum/", "evil.example")).status).toBe(421);
  });

  test("at an address of its own, and on its onion service, it is alone", async () => {
    const one = await serve(`forum: {listen: "127.0.0.1:0", onion: {origin: "${onion}", listen: "127.0.0.1:0"}}\n`);
    const [own, dark] = one.further;
    expect((await told(own!, "/forum/")).status).toBe(200);
    expect((await told(own!, "/api/v1")).status).toBe(404);
    const host = new URL(onion).host;
    expect((await told(dark!, "/forum/", host)).status).toBe(200);
    expect((await told(dark!, "/forum/atom.xml", host)).text).toContain(`${onion}/forum/`);
    // By the one name that both go by, each is kept for itself.
    expect((await told(dark!, "/forum/atom.xml", "localhost:9")).text).toContain(`${onion}/forum/`);
    expect((await told(own!, "/forum/atom.xml", "localhost:9")).text).not.toContain(onion);
    expect((await told(dark!, "/forum/", "evil.example")).status).toBe(421);
  });

  test("one answer of it is had without a server", async () => {
    const {status, body} = await answerOnce(folder, "/forum/rules", {hasForum: true}, listener);
    expect([status, Buffer.from(body).toString()]).toEqual([200, expect.stringContaining("Against the law")]);
  });
});
