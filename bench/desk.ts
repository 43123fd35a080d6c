import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {setTimeout as sleep} from "node:timers/promises";
import {totpCode} from "../src/accounts/factors/totp.ts";
import {removeTree} from "../test/remove-tree.ts";
import {makeLogOfMonth} from "./generate.ts";
import {measure} from "./measure.ts";
import type {Tell} from "./runs.ts";

/** What the desk has to do on two cores that nobody else uses, in milliseconds. */
const targets = {coldStart: 1000, previewFirst: 2000, previewAgain: 300, pageBesideSignIns: 50} as const;
const signInsAtOnce = 40;

/** Somebody with a browser: the cookie goes along. */
class Visitor {
  readonly #home: string;
  #token = "";

  constructor(home: string) {
    this.#home = home;
  }

  get(path: string): Promise<Response> {
    return this.#ask(path, {});
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.#ask(path, {method: "POST", body: new URLSearchParams(fields)});
  }

  async #ask(path: string, init: RequestInit): Promise<Response> {
    const headers = {origin: this.#home, "sec-fetch-site": "same-origin", cookie: `__Host-desk=${this.#token}`};
    const answer = await fetch(`${this.#home}${path}`, {...init, headers, redirect: "manual"});
    const cookie = /^__Host-desk=([\w-]+);/.exec(answer.headers.getSetCookie()[0] ?? "");
    if (cookie !== null) this.#token = cookie[1]!;
    return answer;
  }
}

/** @returns The address, and how long it took from the start to there. */
async function begin(child: ChildProcess): Promise<{readonly home: string; readonly startMs: number}> {
  const begun = performance.now();
  const port = await new Promise<number>((done, fail) => {
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      const found = /localhost:(\d+)/.exec(text) ?? /127\.0\.0\.1:(\d+)/.exec(text);
      if (found !== null) done(Number(found[1]));
    });
    child.once("exit", (code) => fail(new Error(`the desk ended with ${code}`)));
  });
  return {home: `http://localhost:${port}`, startMs: performance.now() - begun};
}

async function join(home: string, code: string): Promise<Visitor> {
  const visitor = new Visitor(home);
  await visitor.post("/join", {code});
  const offer = await (await visitor.get("/join/phrase")).text();
  const phrase = /<p class="secret"[^>]*>([a-z ]+)<\/p>/.exec(offer)![1]!;
  await visitor.post("/join/phrase", {phrase, twice: phrase, offered: phrase});
  const second = await (await visitor.get("/join/second")).text();
  const secret = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(second)![1]!.replaceAll(" ", "");
  await visitor.post("/join/second", {code: totpCode(secret, Math.floor(Date.now() / 30_000))});
  return visitor;
}

/** How long until a page is there that may be made first. */
async function timeOf(visitor: Visitor, path: string): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const answer = await visitor.get(path);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (answer.headers.get("refresh") === null && !text.includes('http-equiv="refresh"'))
      return performance.now() - begun;
    await sleep(100);
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** How long a page took meanwhile, how long all sign-ins took, and how many pass phrases were checked. */
interface BesideSignIns {
  readonly times: number[];
  readonly ms: number;
  readonly checked: number;
}

/** Tries to sign in with so many names at once, as often as it takes to be heard, and looks at a page all the while. */
async function besideSignIns(home: string, visitor: Visitor): Promise<BesideSignIns> {
  const begun = performance.now();
  let isOver = false;
  let checked = 0;
  const signIn = async (place: number): Promise<void> => {
    for (;;) {
      const fields = {name: `Nobody ${place}`, phrase: "a phrase that nobody has chosen", to: "/"};
      const answer = await new Visitor(home).post("/sign-in", fields);
      await answer.text();
      if (answer.status === 422) checked++;
      if (answer.status !== 503) return;
      await sleep(1000 * Number(answer.headers.get("retry-after")));
    }
  };
  const all = Promise.all(Array.from({length: signInsAtOnce}, (_, place) => signIn(place))).then(() => {
    isOver = true;
  });
  const times: number[] = [];
  const look = async (): Promise<void> => {
    while (!isOver) {
      times.push(await timeOf(visitor, "/report"));
      await sleep(5);
    }
  };
  await Promise.all([all, ...Array.from({length: 4}, look)]);
  return {times, ms: performance.now() - begun, checked};
}

/**
 * Reads a month of so many lines into a workspace, and uses its desk as somebody does who is signed in.
 *
 * @returns Rows of a table in Markdown: what, how long in milliseconds, and how long it may take on two idle cores.
 */
export async function runDesk({
  program,
  folder,
  lines,
  tell,
}: {
  readonly program: string;
  readonly folder: string;
  readonly lines: number;
  readonly tell: Tell;
}): Promise<string> {
  removeTree(folder);
  for (const words of [
    ["init", folder, "--yes"],
    ["-C", folder, "ingest", makeLogOfMonth(lines), "--quiet"],
  ]) {
    tell(words.slice(0, 3).join(" "));
    await measure(process.execPath, [program, ...words], ".");
  }
  const invite = [program, "-C", folder, "desk", "invite", "A. Editor", "--quiet"];
  const code = execFileSync(process.execPath, invite, {encoding: "utf8"}).trim();
  const words = ["-C", folder, "serve", "--desk-only", "--desk-listen", "127.0.0.1:0"];
  const child = spawn(process.execPath, [program, ...words], {stdio: ["ignore", "ignore", "pipe"]});
  try {
    const {home, startMs} = await begin(child);
    const visitor = await join(home, code);
    tell("preview");
    const first = await timeOf(visitor, "/report/2005-07");
    const again = await timeOf(visitor, "/report/2005-07");
    const whole = await timeOf(visitor, "/report/2005-07/page");
    tell(`${signInsAtOnce} sign-ins`);
    const alone: number[] = [];
    for (let count = 0; count < 200; count++) alone.push(await timeOf(visitor, "/report"));
    const beside = await besideSignIns(home, visitor);
    const row = (what: string, ms: number, target: number | null): string =>
      `| ${what} | ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} | ${target ?? ""} |`;
    return [
      row("cold start of the desk", startMs, targets.coldStart),
      row(`preview of a month of ${lines} requests, the first time`, first, targets.previewFirst),
      row("the same again", again, targets.previewAgain),
      row("the whole report with its tables, the first time", whole, null),
      row("a page, half within", at(alone, 0.5), null),
      row(`a page beside ${signInsAtOnce} sign-ins at once, half within`, at(beside.times, 0.5), null),
      row("the same, 95 of 100 within", at(beside.times, 0.95), targets.pageBesideSignIns),
      row(`until all were answered, and ${beside.checked} pass phrases checked`, beside.ms, null),
      "",
    ].join("\n");
  } finally {
    child.kill("SIGTERM");
  }
}
