import {type ChildProcess, spawn} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {delimiter, dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {documents} from "./client.ts";

/** What a server is started with. */
export interface Place {
  readonly folder: string;
  /** Holds the documents. */
  readonly site: string;
  readonly log: string;
  readonly port: number;
  /** Another free port, for a server behind or beside this one. */
  readonly otherPort: number;
}

const path = ["/usr/sbin", "/usr/bin", "/usr/local/bin", process.env.PATH ?? ""].join(delimiter);

/** Is a program there? */
export function hasProgram(name: string): boolean {
  return path.split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/** Gives a folder with the documents in it, and ports that nobody listens on; takes the folder away when the work is done. */
export async function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-server-"));
  // Servers that are started by root give up its rights, and read and write as somebody else.
  chmodSync(folder, 0o777);
  const place = {folder, site: join(folder, "site"), log: join(folder, "access.log")};
  for (const [name, text] of Object.entries(documents)) {
    const file = join(place.site, decodeURIComponent(name), name.endsWith("/") ? "index.html" : "");
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  try {
    return await work({...place, port: await freePort(), otherPort: await freePort()});
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const {port} = server.address() as {port: number};
      server.close(() => resolve(port));
    });
  });
}

/** A server's process, and the end of it. */
export interface Running {
  stop(): Promise<void>;
}

/**
 * Starts a server in the foreground, and waits until it answers.
 *
 * @param output A file that its standard output is written to, where that is its log.
 * @throws {Error} with what it said, when it ends before it answers.
 */
export async function start(
  [program, ...words]: readonly [string, ...string[]],
  {port, output}: {readonly port: number | null; readonly output?: string},
): Promise<Running> {
  const child = spawn(program, words, {
    env: {...process.env, PATH: path, TZ: "UTC"},
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const pieces: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
  child.stderr.on("data", (piece: Buffer) => {
    said = `${said}${piece}`.slice(-4000);
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  child.on("error", (fault) => {
    said += fault.message;
  });
  for (let tries = 0; port !== null && !(await answers(port)); tries++) {
    if (hasEnded() || tries > 200) throw new Error(`${program} does not answer: ${said}`);
    await sleep(50);
  }
  return {
    async stop() {
      await endOf(child, ended);
      if (output !== undefined) writeFileSync(output, Buffer.concat(pieces));
    },
  };
}

async function endOf(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGTERM");
  const isOver = await Promise.race([ended.then(() => true), sleep(8000).then(() => false)]);
  if (!isOver) child.kill("SIGKILL");
  await ended;
}

/** Is there somebody at the port? Nothing is asked: a question would stand in the log. */
async function answers(port: number): Promise<boolean> {
  return readFileSync("/proc/net/tcp", "utf8").includes(
    `:${port.toString(16).toUpperCase().padStart(4, "0")} 00000000:0000 0A`,
  );
}
