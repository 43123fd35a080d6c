import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import type {Hono} from "hono";
import {openAccounts} from "../../../src/accounts/accounts.ts";
import {type Role, roles} from "../../../src/accounts/rights.ts";
import {deskFolder} from "../../../src/accounts/store.ts";
import type {LanguageId} from "../../../src/base/words/language.ts";
import {deskApp} from "../../../src/serve/desk/app.ts";
import type {Desk} from "../../../src/serve/desk/desk.ts";
import {openJobs} from "../../../src/serve/desk/jobs.ts";
import {openDesk} from "../../../src/serve/desk/open-desk.ts";
import type {DeskRoute} from "../../../src/serve/desk/route.ts";
import {visitorsOf} from "../../../src/serve/desk/visitors.ts";
import {knownHosts} from "../../../src/serve/guards/host.ts";
import {makeWorkspace} from "../../../src/workspace/make-workspace.ts";
import {giveKey} from "../../press.ts";

/** What a desk is made for one test from. */
export interface DeskWish {
  /** Further settings of `broadsheet.yaml`, as JSON would have them. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files of the workspace: path to text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly language?: LanguageId;
  /** Has the second factor just been given again? It has where nothing is said. */
  readonly isSureNow?: boolean;
  /** Are those who ask the people of its accounts, by cookies that a test sends itself? */
  readonly hasAccounts?: boolean;
  readonly routes?: readonly DeskRoute[];
  /** Milliseconds since 1970 UTC; 1 January 2006 where nothing is said. */
  readonly now?: () => number;
}

/** Who asks: somebody of a role, somebody who has given the pass phrase alone, or nobody. */
export type Asker = Role | "half" | "nobody";

/** A desk in a folder of its own, and the application that shows it. */
export interface TestDesk {
  /** Of the workspace. */
  readonly folder: string;
  readonly desk: Desk;
  readonly app: Hono;
  /** What was told of bugs. */
  readonly bugs: unknown[];
  /** What was recorded: who, what, about what. */
  readonly acts: (readonly [string, string, string])[];
  readonly get: (path: string, as?: Asker, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>> | FormData,
    as?: Asker,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  /** Waits for a job that an answer leads to, and gives where its outcome is seen. */
  readonly done: (answer: Response) => Promise<string>;
  readonly remove: () => Promise<void>;
}

const host = "localhost:8081";

/** A desk for a test. A person of each role is there, called by it; whoever asks is an editor where nothing is said. */
export function deskOf(wish: DeskWish = {}): TestDesk {
  const {settings = {}, files = {}, isSureNow = true, now = () => Date.UTC(2006, 0, 1)} = wish;
  const top = mkdtempSync(join(tmpdir(), "broadsheet-desk-"));
  const folder = join(top, "press");
  makeWorkspace(folder, JSON.stringify({publication: "The Example Press", timeZone: "UTC", ...settings}));
  giveKey(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  const bugs: unknown[] = [];
  const acts: [string, string, string][] = [];
  const visitors = {
    visitorOf: (token: string) => {
      const role = roles.find((one) => one === token);
      if (role === undefined && token !== "half") return null;
      const person = {id: token, name: `The ${token}`, role: role ?? "editor"};
      return {person, isWhole: role !== undefined, isSureNow};
    },
    record: ({person}: {readonly person: {readonly id: string}}, act: string, about: string) => {
      acts.push([person.id, act, about]);
    },
  };
  const jobs = openJobs((fault) => bugs.push(fault));
  const accounts = openAccounts(deskFolder(folder), {now});
  const known = wish.hasAccounts === true ? visitorsOf(accounts) : visitors;
  const desk = openDesk({
    workspaceFolder: folder,
    world: {now},
    language: wish.language,
    visitors: known,
    accounts,
    jobs,
  });
  const isKnownHost = knownHosts({host: "127.0.0.1", port: 8081}, []);
  const app = deskApp({
    desk,
    isKnownHost,
    onBug: (fault) => bugs.push(fault),
    ...(wish.routes && {routes: wish.routes}),
  });
  const send = async (path: string, init: RequestInit, as: Asker): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (as !== "nobody") headers.set("cookie", `__Host-desk=${as}`);
    return app.fetch(new Request(`http://${host}${path}`, {...init, headers}));
  };
  return {
    ...{folder, desk, app, bugs, acts},
    get: (path, as = "editor", headers = {}) => send(path, {headers}, as),
    post: (path, fields = {}, as = "editor", headers = {}) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(pairsOf(fields));
      const own = {origin: `http://${host}`, "sec-fetch-site": "same-origin", ...headers};
      return send(path, {method: "POST", body, headers: own}, as);
    },
    done: async (answer) => {
      const id = (answer.headers.get("location") ?? "").replace(/^\/jobs\//, "");
      for (let job = jobs.job(id); job !== undefined; job = jobs.job(id)) {
        if (job.state === "done") return job.to!;
        if (job.fault !== null) throw job.fault;
        await jobs.changed(id, new AbortController().signal);
      }
      throw new Error(`no job: ${answer.status} ${await answer.text()}`);
    },
    remove: async () => {
      await jobs.end();
      accounts.close();
      rmSync(top, {recursive: true, force: true});
    },
  };
}

function pairsOf(fields: Readonly<Record<string, string | readonly string[]>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
}
