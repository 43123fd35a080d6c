import {type ChildProcess, spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";

/** Where Debian puts ClickHouse 18.16. */
export const serverPath = "/usr/sbin/clickhouse-server";

/** Is there a server to be started? */
export const hasServer = existsSync(serverPath);

/** The password of the tests' own user, so that one is needed. */
export const password = "a quiet test's word";

/** How a command is run that may mount what nobody else sees; null where nobody may. */
const mounting = [
  ["unshare", "-m"],
  ["unshare", "-rm"],
].find(([command, ...words]) => {
  return spawnSync(command!, [...words, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;
});

/** May a server be given a disk of its own here? */
export const mayMount = mounting !== undefined;

/** What of a server is as a test wants it. */
export interface ServerOptions {
  /** Further XML in the profile of the user. */
  readonly profile?: string;
  /** Further XML of the user `press`: which databases he may see. */
  readonly rights?: string;
  /** Megabytes of a disk that the data of each server has for itself, in memory. Wants {@link mayMount}. */
  readonly diskMegabytes?: number;
  /** Files of a certificate and of its key: the servers speak TLS, too. */
  readonly shown?: {readonly certificate: string; readonly key: string};
}

/** Where a server listens. */
interface Ports {
  readonly http: number;
  readonly https: number;
  readonly tcp: number;
  readonly between: number;
}

/** ClickHouse servers of Debian, each a process on loopback with a folder of its own: the shards of one cluster. */
export class OldServers {
  readonly root = mkdtempSync(join(tmpdir(), "broadsheet-shards-"));
  readonly #ports: readonly Ports[];
  readonly #running: (ChildProcess | null)[];
  readonly #diskMegabytes: number | null;

  private constructor(ports: readonly Ports[], diskMegabytes: number | null) {
    this.#ports = ports;
    this.#diskMegabytes = diskMegabytes;
    this.#running = ports.map(() => null);
  }

  /** Starts so many servers, which know each other as the cluster `press`. */
  static async start(count: number, options: ServerOptions = {}): Promise<OldServers> {
    const free = await freePorts(count * 4);
    const ports = Array.from({length: count}, (_, place): Ports => {
      const [http, https, tcp, between] = free.slice(place * 4) as [number, number, number, number];
      return {http, https, tcp, between};
    });
    const servers = new OldServers(ports, options.diskMegabytes ?? null);
    for (const place of ports.keys()) servers.#configure(place, options);
    await Promise.all([...ports.keys()].map((place) => servers.revive(place)));
    return servers;
  }

  /** Where each shard is. */
  get urls(): string[] {
    return this.#ports.map(({http}) => `http://127.0.0.1:${http}`);
  }

  /** Where each shard is for who speaks TLS. */
  get secureUrls(): string[] {
    return this.#ports.map(({https}) => `https://127.0.0.1:${https}`);
  }

  /** The settings of a workspace that keeps its requests there. */
  settings(database: string, shards = this.#ports.length): Record<string, unknown> {
    const where = shards === 1 ? {url: this.urls[0]} : {shards: this.urls.slice(0, shards), cluster: "press"};
    return {kind: "clickhouse", ...where, database, user: "press", passwordFile: join(this.root, "password")};
  }

  /** Ends a server at once, as a power cut would. */
  async kill(place: number): Promise<void> {
    const child = this.#running[place];
    this.#running[place] = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  /** Starts a server, or starts it again over what it had written. */
  async revive(place: number): Promise<void> {
    const folder = join(this.root, String(place));
    const [command, ...words] = this.#startWords(folder);
    const child = spawn(command!, words, {cwd: folder, stdio: "ignore"});
    this.#running[place] = child;
    for (let turn = 0; turn < 300; turn++) {
      if (child.exitCode !== null) break;
      if (await answers(this.urls[place]!)) return;
      await sleep(100);
    }
    throw new Error(`the server did not start:\n${readFileSync(join(folder, "err"), "utf8").slice(0, 2000)}`);
  }

  #startWords(folder: string): string[] {
    const server = [serverPath, `--config-file=${join(folder, "config.xml")}`];
    if (this.#diskMegabytes === null) return server;
    const disk = `size=${this.#diskMegabytes}m,nr_inodes=30000`;
    const script = `mount -t tmpfs -o ${disk} tmpfs ${join(folder, "data")} && exec "$@"`;
    return [...mounting!, "sh", "-c", script, "sh", ...server];
  }

  /** The folder of a server's own disk, as it is seen from here. */
  disk(place: number): string {
    return join("/proc", String(this.#running[place]!.pid), "root", this.root, String(place), "data");
  }

  /** What a server answers, asked without Broadsheet. */
  async ask(sql: string, place = 0): Promise<string> {
    const headers = {"x-clickhouse-user": "press", "x-clickhouse-key": password};
    const response = await fetch(`${this.urls[place]}/`, {method: "POST", body: sql, headers});
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text.trimEnd();
  }

  /** The most memory that each server has held, in bytes. */
  peaks(): number[] {
    return this.#running.map((child) => {
      const status = readFileSync(`/proc/${child!.pid}/status`, "utf8");
      return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
    });
  }

  /** Everything that a server has written into its logs. */
  logs(): string {
    return [...this.#ports.keys()].map((place) => readFileSync(join(this.root, String(place), "log"), "utf8")).join("");
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#ports.keys()].map((place) => this.kill(place)));
    rmSync(this.root, {recursive: true, force: true});
  }

  #configure(place: number, {profile = "", rights = "", shown}: ServerOptions): void {
    const folder = join(this.root, String(place));
    mkdirSync(join(folder, "data"), {recursive: true});
    const {http, https, tcp, between} = this.#ports[place]!;
    const login = `<user>press</user><password>${password}</password>`;
    const shards = this.#ports.map((one) => {
      return `<shard><replica><host>127.0.0.1</host><port>${one.tcp}</port>${login}</replica></shard>`;
    });
    const secure = shown
      ? `<https_port>${https}</https_port><openSSL><server>
          <certificateFile>${shown.certificate}</certificateFile><privateKeyFile>${shown.key}</privateKeyFile>
          <verificationMode>none</verificationMode><loadDefaultCAFile>false</loadDefaultCAFile>
        </server></openSSL>`
      : "";
    const config = `<yandex>
      <logger><level>trace</level><log>${folder}/log</log><errorlog>${folder}/err</errorlog></logger>
      <listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
      <interserver_http_port>${between}</interserver_http_port>${secure}
      <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
      <mark_cache_size>268435456</mark_cache_size><default_profile>default</default_profile>
      <default_database>default</default_database><timezone>Pacific/Chatham</timezone>
      <remote_servers><press>${shards.join("")}</press></remote_servers>
    </yandex>`;
    const user = (name: string, word: string, which: string, more = ""): string =>
      `<${name}><password>${word}</password><networks><ip>127.0.0.1</ip></networks><profile>${which}</profile><quota>default</quota>${more}</${name}>`;
    const users = `<yandex>
      <profiles><default>${profile}</default><readonly><readonly>1</readonly></readonly></profiles>
      <users>${user("default", "", "default")}${user("press", password, "default", rights)}${user("reader", password, "readonly")}</users>
      <quotas><default></default></quotas>
    </yandex>`;
    writeFileSync(join(folder, "config.xml"), config);
    writeFileSync(join(folder, "users.xml"), users);
    writeFileSync(join(this.root, "password"), `${password}\n`, {mode: 0o600});
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ping`)).ok;
  } catch {
    return false;
  }
}

/** Ports that nobody listens on now. */
async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(
    Array.from({length: count}, () => {
      return new Promise<ReturnType<typeof createServer>>((resolve) => {
        const server = createServer();
        server.listen(0, "127.0.0.1", () => resolve(server));
      });
    }),
  );
  const ports = held.map((server) => (server.address() as {port: number}).port);
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
