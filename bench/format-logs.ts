import {createReadStream, createWriteStream, existsSync, renameSync} from "node:fs";
import {createInterface} from "node:readline";
import {pipeline} from "node:stream/promises";
import {parseClock} from "../src/intake/line/instant.ts";

/** What a line of the generated log says. */
interface Said {
  readonly line: string;
  readonly client: string;
  readonly clock: string;
  /** `2005-07-01T00:00:00` */
  readonly iso: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly protocol: string;
  readonly status: string;
  readonly bytes: string;
  readonly referrer: string;
  readonly agent: string;
}

/** A kind of log: the same requests, written otherwise. */
export interface LogKind {
  /** As the table names it. */
  readonly name: string;
  /** The share of combined's lines a second that is wanted; null where nothing is. */
  readonly wanted: number | null;
  readonly head?: readonly string[];
  readonly write: (said: Said) => string;
  /** As `--log-format` takes it, where it is named; else it is found out. */
  readonly named?: string;
  /** What GoAccess reads it by; null where it cannot. */
  readonly goaccess: readonly string[] | null;
}

const host = "press.example";
const plus = (text: string): string => text.replaceAll(" ", "+");
const percent = (text: string): string => text.replaceAll(" ", "%20");
const dash = (text: string): string => text || "-";
const clf = ["--date-format=%d/%b/%Y", "--time-format=%H:%M:%S"];
const target = ({path, query}: Said): string => (query === "" ? path : `${path}?${query}`);

/** Every kind that is measured; combined first, which the others are set beside. */
export const logKinds: readonly LogKind[] = [
  {name: "combined", wanted: null, write: ({line}) => line, goaccess: ["--log-format=COMBINED"]},
  {name: "nginx main", wanted: 1, write: ({line}) => `${line} "-"`, goaccess: ["--log-format=COMBINED"]},
  {
    ...{name: "nginx main, named", wanted: 1, named: "nginx-main", goaccess: null},
    write: ({line}) => `${line} "-"`,
  },
  {
    ...{name: "virtual host without a port", wanted: 1, write: ({line}: Said) => `${host} ${line}`},
    goaccess: ['--log-format=%v %h %^[%d:%t %^] "%r" %s %b "%R" "%u"', ...clf],
  },
  {
    ...{name: "virtual host with its port", wanted: 1, write: ({line}: Said) => `${host}:443 ${line}`},
    goaccess: ["--log-format=VCOMBINED"],
  },
  {
    name: "W3C extended",
    wanted: 0.5,
    head: [
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken",
    ],
    write: (said) =>
      `${said.iso.replace("T", " ")} 10.0.0.1 ${said.method} ${said.path} ${dash(said.query)} 443 - ${said.client} ${plus(said.agent)} ${said.referrer} ${said.status} 0 0 15`,
    goaccess: ["--log-format=W3C"],
  },
  {
    name: "CloudFront",
    wanted: 0.5,
    write: (said) =>
      [
        ...[
          said.iso.slice(0, 10),
          said.iso.slice(11),
          "FRA56-P2",
          dash(said.bytes),
          said.client,
          said.method,
          "d1.cloudfront.net",
        ],
        ...[
          said.path,
          said.status,
          said.referrer,
          percent(said.agent),
          dash(said.query),
          "-",
          "Hit",
          "SOX4xwn4XV6Q4rgb7XiVGOHms==",
        ],
        ...[
          host,
          "https",
          "23",
          "0.001",
          "-",
          "TLSv1.3",
          "TLS_AES_128_GCM_SHA256",
          "Hit",
          "HTTP/2.0",
          "-",
          "-",
          "11040",
        ],
        ...["0.001", "Hit", "text/html", "78", "-", "-"],
      ].join("\t"),
    goaccess: ["--log-format=CLOUDFRONT"],
  },
  {
    name: "LTSV",
    wanted: 0.5,
    write: (said) =>
      `time:${said.clock}\thost:${said.client}\treq:${said.method} ${target(said)} ${said.protocol}\tstatus:${said.status}\tsize:${said.bytes}\treferer:${said.referrer}\tua:${said.agent}`,
    goaccess: null,
  },
  {
    name: "between bars, as a format string says",
    wanted: 0.5,
    named: "$remote_addr|$time_local|$request|$status|$body_bytes_sent|$http_referer|$http_user_agent",
    write: (said) =>
      `${said.client}|${said.clock}|${said.method} ${target(said)} ${said.protocol}|${said.status}|${said.bytes}|${said.referrer}|${said.agent}`,
    goaccess: ["--log-format=%h|%d:%t %^|%r|%s|%b|%R|%u", ...clf],
  },
  {
    name: "JSON, as nginx writes it",
    wanted: 1 / 3,
    write: (said) =>
      JSON.stringify({
        ...{time_iso8601: `${said.iso}+00:00`, remote_addr: said.client},
        ...{
          request: `${said.method} ${target(said)} ${said.protocol}`,
          status: said.status,
          body_bytes_sent: said.bytes,
        },
        ...{http_referer: said.referrer, http_user_agent: said.agent, host},
      }),
    goaccess: [
      '--log-format={"time_iso8601":"%dT%t+%^","remote_addr":"%h","request":"%r","status":"%s","body_bytes_sent":"%b","http_referer":"%R","http_user_agent":"%u","host":"%v"}',
      ...["--date-format=%Y-%m-%d", "--time-format=%H:%M:%S"],
    ],
  },
  {
    name: "behind a prefix of syslog",
    wanted: 0.5,
    write: ({line, clock}) => `${monthDay(clock)} ${clock.slice(12, 20)} web1 nginx: ${line}`,
    // Days of one digit stand behind two blanks, which its formats cannot say.
    goaccess: null,
  },
];

/** `Jul  1`, as syslog writes `01/Jul/2005:…`. */
function monthDay(clock: string): string {
  return `${clock.slice(3, 6)} ${clock.slice(0, 2).replace(/^0/, " ")}`;
}

const plain = /^(\S+) - - \[([^\]]+)\] "(\S+) ([^\s?]+)(?:\?(\S*))? ([^" ]+)" (\d+) (\S+) "([^"]*)" "([^"]*)"$/;

/** Writes the plain lines of a log in another kind; what is damaged in it is left out. */
export async function writeKind(log: string, kind: LogKind, into: string): Promise<void> {
  if (existsSync(into)) return;
  const lines = createInterface({input: createReadStream(log), crlfDelay: Number.POSITIVE_INFINITY});
  await pipeline(
    async function* () {
      let text = kind.head ? `${kind.head.join("\n")}\n` : "";
      for await (const line of lines) {
        const found = plain.exec(line);
        if (!found) continue;
        const [, client, clock, method, path, query = "", protocol, status, bytes, referrer, agent] =
          found as unknown as string[];
        const iso = new Date(parseClock(clock!) * 1000).toISOString().slice(0, 19);
        const said = {line, client, clock, iso, method, path, query, protocol, status, bytes, referrer, agent} as Said;
        text += `${kind.write(said)}\n`;
        if (text.length < 1 << 20) continue;
        yield text;
        text = "";
      }
      yield text;
    },
    createWriteStream(`${into}.new`),
  );
  renameSync(`${into}.new`, into);
}
