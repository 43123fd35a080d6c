import {describe, expect, test} from "vitest";
import {InputLines} from "../../../src/intake/line/input-lines.ts";
import {planOfFormats} from "../plan-of.ts";

const [time, agent] = ["2026-01-06T10:00:00Z", "Lynx/2.8"];

/** Of a line of JSON, read as one of a file that names no format: client, method, target, status, size, agent. */
function read(text: string): readonly unknown[] | null {
  const lines = new InputLines(planOfFormats(["nginx-json"], {isNamed: false}), Date.UTC(2026, 11, 1) / 1000);
  if (lines.read(text) !== null) return null;
  const {client, method, target, status, bytes, agent: own} = lines.fields;
  return [client, method, target, status, bytes, own];
}

const want = ["192.0.2.7", "GET", "/a", 200, 5, agent];

describe("members are known as most programs call them", () => {
  for (const [what, object] of [
    [
      "Elastic's common schema",
      {
        "@timestamp": time,
        source: {ip: "192.0.2.7"},
        http: {request: {method: "GET"}, response: {status_code: 200, body: {bytes: 5}}},
        url: {path: "/a"},
        user_agent: {original: agent},
      },
    ],
    [
      "pino",
      {
        time: Date.parse(time),
        req: {method: "GET", url: "/a", remoteAddress: "192.0.2.7", headers: {"user-agent": agent}},
        res: {statusCode: 200, headers: {"content-length": "5"}},
      },
    ],
    [
      "gunicorn",
      {
        time: "06/Jan/2026:10:00:00 +0000",
        ...{remote_ip: "192.0.2.7", method: "GET", path: "/a", query: "", status: "200"},
        ...{response_length: 5, user_agent: agent},
      },
    ],
    [
      "a request that is what was asked for alone",
      {"@timestamp": time, clientip: "192.0.2.7", verb: "GET", request: "/a", response: "200", bytes: "5", agent},
    ],
    [
      "HAProxy's example",
      {
        ...{time_local: "06/Jan/2026:10:00:00 +0000", client_ip: "192.0.2.7", client_port: 50_000, http_method: "GET"},
        ...{http_uri: "/a", status_code: 200, bytes_read: 5, user_agent: agent},
      },
    ],
    [
      "names in capitals and with hyphens",
      {
        time,
        RemoteAddr: "192.0.2.7",
        RequestURI: "/a",
        "request-method": "GET",
        Status: 200,
        BytesSent: 5,
        UserAgent: agent,
      },
    ],
    [
      "the one in small letters of two that are the same, and the first of two that are",
      {
        ...{time, remote_addr: "192.0.2.7", "remote-addr": "10.0.0.1", request_uri: "/a", request_method: "GET"},
        ...{STATUS: 500, status: 200, size: 5, USER_AGENT: "A server's own", user_agent: agent},
      },
    ],
    [
      "a day with slashes",
      {ts: "2026/01/06 10:00:00.123", ip: "192.0.2.7", uri: "/a", method: "GET", status: 200, size: 5, agent},
    ],
    ["Apache", {time, remoteIP: "192.0.2.7", request: "/a", method: "GET", status: "200", size: 5, userAgent: agent}],
  ] as const) {
    test(what, () => expect(read(JSON.stringify(object))).toEqual(want));
  }
});

describe("a list that was written an object a line is read", () => {
  const object = JSON.stringify({
    ...{time, ip: "192.0.2.7", method: "GET", url: "/a", status: 200, size: 5, ua: agent},
  });
  for (const text of [`[${object},`, `${object},`, `  ${object}`, `,${object}`, `${object}]`, `[${object}]`]) {
    test(text.slice(0, 3) + text.slice(-2), () => expect(read(text)).toEqual(want));
  }
});

test("of quotes that were escaped twice, in a line that is not quite JSON, each is read for itself", () => {
  const line = `{"remote_addr":"192.0.2.7","time":"${time}","request":"GET /a HTTP/1.1","status":200,"bytes":5,"x":"\\x22","agent":"Ly\\\\x22nx"}`;
  expect(read(line)?.at(-1)).toBe("Ly\\x22nx");
});
