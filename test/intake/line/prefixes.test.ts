import {describe, expect, test} from "vitest";
import {allFormats} from "../../../src/intake/formats/all.ts";
import {InputLines} from "../../../src/intake/line/input-lines.ts";
import {planOfFormats} from "../plan-of.ts";

const latest = Date.UTC(2026, 11, 1) / 1000;
const tail = '- - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "Lynx"';
const line = `192.0.2.7 ${tail}`;

/** Of lines read as an ingest reads those of a file that names no format: whose they are, and on which virtual host. */
function read(text: string): string | null {
  const lines = new InputLines(planOfFormats(["combined"], {isNamed: false}), latest);
  return lines.read(text) === null ? `${lines.fields.client} ${lines.fields.host}` : null;
}

describe("what a shipper puts before a line is passed over", () => {
  for (const [what, text] of [
    ["syslog", `Jan  6 10:00:00 web1 nginx: ${line}`],
    ["syslog with a priority and a process", `<134>Jan 16 10:00:00 web1 nginx[81]: ${line}`],
    ["syslog with ISO times", `2026-01-06T10:00:00.123456+01:00 web1 nginx[81]: ${line}`],
    ["RFC 5424", `<134>1 2026-01-06T10:00:00Z web1 nginx 81 - - ${line}`],
    ["RFC 5424 with structured data", `<134>1 2026-01-06T10:00:00Z web1 nginx 81 ID47 [a@1 b="c"] ${line}`],
    ["syslog without times", `web1.example.org nginx: ${line}`],
    ["journalctl -o short-full", `Tue 2026-01-06 10:00:00 UTC web1 nginx[81]: ${line}`],
    ["journalctl -o short-unix", `1767693600.123456 web1 nginx[81]: ${line}`],
    ["journalctl -o short-monotonic", `[  512.345678] web1 nginx[81]: ${line}`],
    ["Kubernetes", `2026-01-06T10:00:00.123456789Z stdout F ${line}`],
    ["docker compose", `web-1  | ${line}`],
    ["docker compose in colours", `\\x1B[36mweb-1  | \\x1B[0m${line}`],
    ["grep in several files", `access.log.1:${line}`],
    ["grep -rn", `/var/log/nginx/access.log:12:${line}`],
    ["grep -n", `12:${line}`],
    ["kubectl", `[pod/web-5d9f/nginx] ${line}`],
    ["stern", `web-5d9f nginx ${line}`],
    ["Heroku", `2026-01-06T10:00:00+00:00 app[web.1]: ${line}`],
    ["Docker's json-file", JSON.stringify({log: `${line}\n`, stream: "stdout", time: "2026-01-06T10:00:00Z"})],
    ["journald in JSON", JSON.stringify({MESSAGE: line, __REALTIME_TIMESTAMP: "1767693600123456"})],
    ["a mark with a sign", `foo|bar ${line}`],
    ["a number", `1767693600 ${line}`],
    ["a level", `INFO: ${line}`],
    ["syslog with a year", `Jan  6 2026 10:00:00 web1 nginx: ${line}`],
    ["syslog with a blank for the T", `2026-01-06 10:00:00 web1 nginx: ${line}`],
    ["syslog with a facility", `Jan  6 10:00:00 OpenWrt daemon.info nginx: ${line}`],
    ["logread", `Tue Jan  6 10:00:00 2026 daemon.info nginx: ${line}`],
    ["a tag without a colon", `Jan  6 10:00:00 web1 nginx-access ${line}`],
    ["syslog of an address", `2026-01-06 10:00:00 10.0.0.5 nginx: ${line}`],
    [
      "RFC 5424 with a byte order mark",
      `<190>1 2026-01-06T10:00:00.123Z web1 nginx 81 access - \\xEF\\xBB\\xBF${line}`,
    ],
    ["RFC 6587, with its length", `187 <190>1 2026-01-06T10:00:00Z web1 nginx 1 - - ${line}`],
    ["docker compose in colours, and a blank", `\\x1B[36mweb-1  |\\x1B[0m ${line}`],
    ["docker compose with times", `web-1  | 2026-01-06T10:00:00.123456789Z ${line}`],
    ["docker service logs", `press_web.1.abcdefghijkl@node1    | ${line}`],
    ["supervisor", `web stdout | ${line}`],
    ["pm2", `0|web  | ${line}`],
    ["foreman", `10:00:00 web.1  | ${line}`],
    ["CloudWatch, with a tab", `2026-01-06T10:00:00.123Z\t${line}`],
    ["aws logs tail", `2026-01-06T10:00:00.123000+00:00 web/nginx/abcdef0123 ${line}`],
    ["fly logs", `2026-01-06T10:00:00Z app[148e] fra [info] ${line}`],
    ["logcli", `2026-01-06T10:00:00Z {app="web"} ${line}`],
    ["FireLens", JSON.stringify({container_name: "/web", source: "stdout", log: line})],
    ["Google Cloud", JSON.stringify({textPayload: line, insertId: "x", timestamp: "2026-01-06T10:00:00Z"})],
    ["GELF", JSON.stringify({version: "1.1", host: "web", short_message: line})],
    ["Loki in JSON", JSON.stringify({line, timestamp: "2026-01-06T10:00:00Z", labels: {app: "web"}})],
    ["an entry of any program's", JSON.stringify({level: "info", message: line})],
  ] as const) {
    test(what, () => expect(read(text)).toBe("192.0.2.7 null"));
  }

  test("and before a line of JSON", () => {
    const object = {time: "2026-01-06T10:00:00Z", remote_addr: "192.0.2.7", request: "GET / HTTP/1.1", status: 200};
    expect(read(`2026-01-06 10:00:00 web1 ${JSON.stringify(object)}`)).toBe("192.0.2.7 null");
  });

  test("and a virtual host behind it is one", () => {
    expect(read(`Jan  6 10:00:00 web1 nginx: press.example ${line}`)).toBe("192.0.2.7 press.example");
    expect(read(`Jan  6 2026 10:00:00 nginx: press.example:443 ${line}`)).toBe("192.0.2.7 press.example:443");
  });

  test("and one before the line is one yet, when the line before had something else", () => {
    const lines = new InputLines(planOfFormats(["combined"], {isNamed: false}), latest);
    expect([lines.read(`INFO: ${line}`), lines.fields.host]).toEqual([null, null]);
    expect([lines.read(`press.example:443 ${line}`), lines.fields.host]).toEqual([null, "press.example:443"]);
  });
});

describe("a word that is neither an address nor a host's name makes no reader", () => {
  for (const [what, text] of [
    ["a word and a hyphen before a whole line", `frontend - ${line}`],
    ["a month", `Mar 3 ${tail}`],
    ["syslog's count of lines that were the same", `Jan  6 10:00:00 web1 nginx: message repeated 2 times: [ ${line}]`],
    ["two addresses, of which either may be the reader's", `Jan  6 2026 10:00:00 203.0.113.9 ${line}`],
  ] as const) {
    test(what, () => expect(read(text)).toBeNull());
  }

  test("a time before a line that does not know its client: a request of nobody", () => {
    expect(read(`2026-03-01T10:00:00Z - ${tail.slice(2)}`)).toBe("null null");
  });

  test("in no format there is", () => {
    for (const {name} of allFormats) {
      const lines = new InputLines(planOfFormats([name]), latest);
      for (const word of ["web-5d9f", "Mar", "web_1", "INFO"]) {
        const reading = lines.read(`${word} nginx ${tail}`);
        expect([name, reading === null ? lines.fields.client : null]).toEqual([name, null]);
      }
    }
  });
});

describe("but a client is whoever a line begins with that is one", () => {
  for (const [text, want] of [
    [`192.0.2.7 - john smith [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5`, "192.0.2.7 null"],
    [`192.0.2.7 - 192.0.2.9 a b [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 5`, "192.0.2.7 null"],
    [`reader.example.net ${tail}`, "reader.example.net null"],
    [`titan ${tail}`, "titan null"],
    [`slip/ppp-2.example.com ${tail}`, "slip/ppp-2.example.com null"],
    [`www.example.org 192.0.2.7 ${tail}`, "192.0.2.7 www.example.org"],
    [`_:80 192.0.2.7 ${tail}`, "192.0.2.7 _:80"],
    [`www.example.org dsl-7.example.net ${tail}`, "dsl-7.example.net www.example.org"],
    [` 192.0.2.7 ${tail}`, "192.0.2.7 null"],
  ] as const) {
    test(text.slice(0, 40), () => expect(read(text)).toBe(want));
  }
});
