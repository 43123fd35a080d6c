import {type ChildProcess, spawn} from "node:child_process";
import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL("chdb/", import.meta.url));

/** Is today's ClickHouse installed, in its own package here? */
export const hasNewServer = existsSync(join(folder, "node_modules/chdb"));

/** Today's ClickHouse, in a process that speaks HTTP. */
export class NewServer {
  readonly #data: string;
  #child: ChildProcess;
  #url: string;

  private constructor({child, url}: {child: ChildProcess; url: string}, data: string) {
    this.#child = child;
    this.#url = url;
    this.#data = data;
  }

  static async start(): Promise<NewServer> {
    const data = mkdtempSync(join(tmpdir(), "broadsheet-chdb-"));
    return new NewServer(await begin(join(data, "data")), data);
  }

  /** Begins again over the same data, with the rights that these statements grant to whoever asks, and no others. */
  async restrict(grants: readonly string[]): Promise<void> {
    await this.#end();
    const [config, users] = [join(this.#data, "config.xml"), join(this.#data, "users.xml")];
    const shard = "<shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>";
    const rights = grants.map((grant) => `<query>${grant}</query>`).join("");
    writeFileSync(
      config,
      `<clickhouse><users_config>${users}</users_config><remote_servers><press>${shard}${shard}</press></remote_servers></clickhouse>`,
    );
    writeFileSync(
      users,
      `<clickhouse><profiles><default/></profiles><quotas><default/></quotas><users><default><password/>
        <networks><ip>::/0</ip></networks><profile>default</profile><quota>default</quota><grants>${rights}</grants>
      </default></users></clickhouse>`,
    );
    const {child, url} = await begin(join(this.#data, "data"), config);
    this.#child = child;
    this.#url = url;
  }

  /** What it answers, asked without Broadsheet. */
  async ask(sql: string): Promise<string> {
    const response = await fetch(this.#url, {method: "POST", body: sql});
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text.trimEnd();
  }

  /** The settings of a workspace that keeps its requests there. */
  settings(database: string): Record<string, unknown> {
    return {kind: "clickhouse", url: this.#url, database};
  }

  async stop(): Promise<void> {
    await this.#end();
    rmSync(this.#data, {recursive: true, force: true});
  }

  async #end(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await gone;
  }
}

async function begin(data: string, ...settings: readonly string[]): Promise<{child: ChildProcess; url: string}> {
  const words = [join(folder, "front.js"), data, ...settings];
  const child = spawn(process.execPath, words, {stdio: ["ignore", "pipe", "inherit"]});
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout!.once("data", (text) => resolve(String(text).trim()));
    child.once("exit", (status) => reject(new Error(`ended with ${status}`)));
  });
  return {child, url: `http://127.0.0.1:${port}`};
}
