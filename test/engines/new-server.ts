import {type ChildProcess, spawn} from "node:child_process";
import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL("chdb/", import.meta.url));

/** Is today's ClickHouse installed, in its own package here? */
export const hasNewServer = existsSync(join(folder, "node_modules/chdb"));

/** Today's ClickHouse, in a process that speaks HTTP. */
export class NewServer {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #data: string;

  private constructor(child: ChildProcess, url: string, data: string) {
    this.#child = child;
    this.url = url;
    this.#data = data;
  }

  static async start(): Promise<NewServer> {
    const data = mkdtempSync(join(tmpdir(), "broadsheet-chdb-"));
    const child = spawn(process.execPath, [join(folder, "front.js"), data], {stdio: ["ignore", "pipe", "inherit"]});
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout!.once("data", (text) => resolve(String(text).trim()));
      child.once("exit", (status) => reject(new Error(`ended with ${status}`)));
    });
    return new NewServer(child, `http://127.0.0.1:${port}`, data);
  }

  /** The settings of a workspace that keeps its requests there. */
  settings(database: string): Record<string, unknown> {
    return {kind: "clickhouse", url: this.url, database};
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await gone;
    rmSync(this.#data, {recursive: true, force: true});
  }
}
