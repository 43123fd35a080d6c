import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {PassThrough} from "node:stream";
import {createGzip, gunzipSync} from "node:zlib";
import {clusterTables} from "../../src/engine/clickhouse/schema.ts";

/** What a stand-in answers: columns with their types, and rows of cells as ClickHouse writes them. */
export interface Answer {
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * As much of a ClickHouse server as Broadsheet asks before it uses anything, in the hands of somebody who wants this machine: what it
 * answers else is up to the test. Not an engine: it knows no SQL.
 */
export class HostileServer {
  /** What it was asked, in order. */
  readonly asked: string[] = [];
  readonly #server: Server;
  #endless: RegExp | null = null;
  #answers: readonly (readonly [RegExp, Answer | string])[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<HostileServer> {
    const hostile: HostileServer = new HostileServer(
      createServer(async (request, response) => {
        const sql = await statementOf(request);
        hostile.asked.push(sql);
        if (hostile.#endless?.test(sql)) return sendEndlessly(request, response);
        const answer = hostile.#answerTo(sql);
        if (typeof answer !== "string" && "fault" in answer) {
          response.writeHead(500, {"x-clickhouse-exception-code": "36"});
          response.end(answer.fault);
        } else response.end(typeof answer === "string" ? answer : textOf(answer));
      }),
    );
    await new Promise<void>((resolve) => hostile.#server.listen(0, "127.0.0.1", resolve));
    return hostile;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as {port: number}).port}`;
  }

  /** From now on it answers so what fits one of the expressions; the first counts. A text is sent as it is. */
  answer(answers: readonly (readonly [RegExp, Answer | string])[]): void {
    this.#answers = answers;
    this.#endless = null;
    this.asked.length = 0;
  }

  /** From now on what it answers to what fits the expression has no end; packed as tightly as can be, where that is taken. */
  answerEndlessly(to: RegExp): void {
    this.#endless = to;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answerTo(sql: string): Answer | string | {readonly fault: string} {
    const own = this.#answers.find(([fits]) => fits.test(sql));
    if (own) return typeof own[1] === "string" && own[1].startsWith("Code: ") ? {fault: own[1]} : own[1];
    if (/select version\(\)/.test(sql)) {
      return {columns: {version: "String", second: "UInt32"}, rows: [["26.7.2.1", second()]]};
    }
    if (/as second$/m.test(sql)) return {columns: {second: "UInt32"}, rows: [[second()]]};
    if (/system\.columns/.test(sql)) {
      const rows = clusterTables.flatMap(({name, columns}) =>
        Object.entries(columns).map(([column, type]) => [name, column, type]),
      );
      return {columns: {table: "String", name: "String", type: "String"}, rows};
    }
    return /format TabSeparatedWithNamesAndTypes/.test(sql) ? {columns: {nothing: "String"}, rows: []} : "";
  }
}

function second(): number {
  return Math.round(Date.now() / 1000);
}

function textOf({columns, rows}: Answer): string {
  return [Object.keys(columns), Object.values(columns), ...rows].map((cells) => `${cells.join("\t")}\n`).join("");
}

async function statementOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const text = request.headers["content-encoding"] === "gzip" ? gunzipSync(body).toString() : body.toString();
  return new URL(request.url ?? "/", "http://here").searchParams.get("query") ?? text;
}

/** Rows of nothing, a megabyte of them in a few hundred bytes. */
function sendEndlessly(request: IncomingMessage, response: ServerResponse): void {
  const isPacked = /gzip/.test(request.headers["accept-encoding"] ?? "");
  response.writeHead(200, isPacked ? {"content-encoding": "gzip"} : {});
  const packer = isPacked ? createGzip() : new PassThrough();
  packer.pipe(response);
  const rows = Buffer.from("0\n".repeat(1 << 19));
  const send = (): void => {
    while (!response.destroyed && packer.write(rows));
    if (!response.destroyed) packer.once("drain", send);
  };
  response.once("close", () => packer.destroy());
  packer.write("number\nUInt8\n");
  send();
}
