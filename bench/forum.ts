import {type ChildProcess, execFileSync, spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {removeTree} from "../test/remove-tree.ts";
import {type ForumSize, madeSections, makeForum} from "./forum-maker.ts";
import {askForum} from "./forum-questions.ts";
import {describeMachine} from "./machine.ts";
import type {Tell} from "./runs.ts";

const connections = 16;
const options = ["--max-old-space-size=96", "--max-semi-space-size=4"];

/** What wrk tells of a page. */
interface Load {
  readonly requestsPerSecond: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
}

/** wrk prints no share of 95: a script of its own tells it. Of several pages it asks for any, so that none is kept from the last time. */
const scriptOf = (path: string, most: number): string => `
request = function()
  return wrk.format("GET", string.format(${JSON.stringify(path)}, math.random(1, ${most})))
end
init = function() math.randomseed(2005) end
done = function(summary, latency, requests)
  io.write(string.format("told %f %f %f %d\\n", summary.requests / summary.duration * 1e6, latency:percentile(95) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.read + summary.errors.timeout))
end`;

/** @param path With `%d` for a number from 1 to `most`, or without. */
function load(home: string, path: string, most: number, folder: string, seconds: number): Load {
  const script = join(folder, "asked.lua");
  writeFileSync(script, scriptOf(path, most));
  const told = execFileSync("wrk", ["-t2", `-c${connections}`, `-d${seconds}s`, "-s", script, home], {
    encoding: "utf8",
  });
  const [, requestsPerSecond, p95Ms, p99Ms, failed] = /told ([\d.]+) ([\d.]+) ([\d.]+) (\d+)/.exec(told)!.map(Number);
  return {requestsPerSecond: requestsPerSecond!, p95Ms: p95Ms!, p99Ms: p99Ms!, failed: failed!};
}

/** A page as it comes; a connection that was kept may have ended meanwhile. */
async function bytesOf(address: string): Promise<number> {
  return (await (await fetch(address, {headers: {connection: "close"}})).arrayBuffer()).byteLength;
}

function row(name: string, {requestsPerSecond, p95Ms, p99Ms, failed}: Load, bytes: number): string {
  return `| ${name} | ${Math.round(requestsPerSecond)} | ${p95Ms.toFixed(1)} | ${p99Ms.toFixed(1)} | ${failed} | ${(bytes / 1000).toFixed(1)} |`;
}

async function portOf(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      const port = /127\.0\.0\.1:(\d+)/.exec(text)?.[1];
      if (port !== undefined) done(Number(port));
    });
    child.once("exit", (code) => fail(new Error(`the server ended with ${code}`)));
  });
}

/** A thread of 25 posts and a list in Fossil's forum, made by its own forms; null where Fossil is not installed. */
async function loadFossil(folder: string, seconds: number, tell: Tell): Promise<string[] | null> {
  if (spawnSync("fossil", ["version"]).status !== 0) return null;
  tell("Fossil's forum, a thread of 25 posts");
  const repository = join(folder, "fossil.db");
  const port = 8911;
  execFileSync("fossil", ["new", repository, "-A", "admin"]);
  const child = spawn("fossil", ["server", "--localauth", "--port", String(port), repository], {stdio: "ignore"});
  try {
    const home = `http://127.0.0.1:${port}`;
    await sleep(2000);
    const send = async (path: string, fields: Record<string, string>): Promise<string> => {
      const headers = {referer: `${home}${path}`};
      const answer = await fetch(home + path, {
        method: "POST",
        redirect: "manual",
        headers,
        body: new URLSearchParams(fields),
      });
      return /forumpost\/([0-9a-f]+)/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
    };
    const content = "Words of a post that somebody wrote. ".repeat(10);
    const common = {mimetype: "text/x-markdown", content, submit: "Submit"};
    const first = await send("/forumnew", {title: "A thread", ...common});
    if (first === "") throw new Error("Fossil took no post");
    for (let number = 2; number <= 25; number++) await send("/forume2", {fpid: first, reply: "1", ...common});
    const pages = [
      ["Fossil, a thread of 25 posts", `/forumpost/${first}?t=c`],
      ["Fossil, the list", "/forum"],
    ] as const;
    const rows: string[] = [];
    for (const [name, path] of pages) {
      rows.push(row(name, load(home, path, 1, folder, seconds), await bytesOf(home + path)));
    }
    return rows;
  } finally {
    child.kill("SIGTERM");
  }
}

/**
 * Makes a forum, asks its file, serves it, and loads its pages; beside Fossil's forum in the same run.
 *
 * @returns Tables in Markdown.
 */
export async function runForum(
  {program, folder, tell}: {readonly program: string; readonly folder: string; readonly tell: Tell},
  size: ForumSize,
): Promise<string> {
  const made = join(folder, "made");
  if (!existsSync(made) || readFileSync(made, "utf8") !== JSON.stringify(size)) {
    removeTree(folder);
    mkdirSync(folder, {recursive: true});
    const sections = madeSections.map((id) => `    - {id: ${id}, name: ${id}}\n`).join("");
    writeFileSync(join(folder, "broadsheet.yaml"), `publication: A benchmark\nforum:\n  sections:\n${sections}`);
    tell(`a forum of ${size.posts} posts`);
    makeForum(join(folder, "forum"), size);
    writeFileSync(made, JSON.stringify(size));
  }
  const seconds = 5;
  const scratch = join(folder, "scratch");
  removeTree(scratch);
  mkdirSync(scratch);
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [...options, program, "-C", folder, "serve", "--forum", "--listen", "127.0.0.1:0"],
    {stdio: ["ignore", "ignore", "pipe"]},
  );
  child.stderr!.on("data", (text: string) => {
    if (/error|bug|FATAL/i.test(text)) tell(text);
  });
  child.once("exit", (code, signal) => code === 0 || tell(`the server ended with ${code ?? signal}`));
  const rows: string[] = [];
  let [startMs, peak] = [0, 0];
  try {
    const home = `http://127.0.0.1:${await portOf(child)}`;
    await bytesOf(`${home}/forum/`);
    startMs = Math.round(performance.now() - begun);
    const pages = [
      ["one thread of 25 posts, again and again", "/forum/t/1000", 1],
      ["any of all threads", "/forum/t/%d", size.threads],
      ["any page of a list", "/forum/s/press?page=%d", Math.floor(size.threads / 4 / 25)],
      ["any of 200 searches", "/forum/search?q=lodor&page=%d", 200],
    ] as const;
    for (const [name, path, most] of pages) {
      tell(name);
      load(home, path, most, scratch, 1);
      rows.push(row(name, load(home, path, most, scratch, seconds), await bytesOf(home + path.replace("%d", "1"))));
    }
    const status = readFileSync(join("/proc", String(child.pid), "status"), "utf8");
    peak = Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024);
  } finally {
    child.kill("SIGTERM");
  }
  const fossil = await loadFossil(scratch, seconds, tell);
  tell("questions to the file, without the web");
  const asked = askForum(join(folder, "forum"), size, 300);
  const {processor, cores} = describeMachine();
  const megabytes = Math.round(statSync(join(folder, "forum", "forum.sqlite")).size / 1e6);
  return [
    `A forum of ${size.posts} posts in ${size.threads} threads by ${size.members} members, ${megabytes} MB. ${connections} connections by wrk from the same machine (${processor}, ${cores} cores);`,
    `from the start to the first page ${startMs} ms, at most ${peak} MB with \`${options.join(" ")}\`.`,
    "Wanted on two idle cores: a thread of 25 posts 3000 a second, 99 of 100 within 30 ms; lists and search 95 of 100 within 20 ms; 200 MB; start 1000 ms; 300 posts a second written.",
    "",
    "| Page | Requests a second | 95 of 100 within, ms | 99 of 100 within, ms | failed | kB |",
    "|---|--:|--:|--:|--:|--:|",
    ...rows,
    ...(fossil ?? ["| Fossil is not installed (apt-get install fossil) | | | | | |"]),
    "",
    "A page that nothing was written to since is kept drawn; of any thread it is drawn anew. Fossil keeps none. It has no unread marks; its thread stands alone in its file, ours among all others.",
    "",
    "| Asked of the file | times | half within, ms | 95 of 100 within, ms | worst, ms |",
    "|---|--:|--:|--:|--:|",
    ...asked.map(({question, asked: times, p50Ms, p95Ms, worstMs}) => {
      return `| ${question} | ${times} | ${p50Ms.toFixed(2)} | ${p95Ms.toFixed(2)} | ${worstMs.toFixed(1)} |`;
    }),
    "",
  ].join("\n");
}
