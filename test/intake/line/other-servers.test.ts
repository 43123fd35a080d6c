import {describe, expect, test} from "vitest";
import type {Head} from "../../../src/intake/bytes/head.ts";
import {InputLines, requestsIn} from "../../../src/intake/line/input-lines.ts";
import {planOf} from "../../../src/intake/line/plan.ts";
import {planOfFormats} from "../plan-of.ts";

/** What a log of this one line, whose format nobody named, says; null where it is none. */
function read(line: string, format: string | null = null) {
  const settings = {format, client: null, trustedProxies: [], query: null};
  const {plan} = planOf({sample: [line], hasLines: true} as unknown as Head, settings);
  for (const fields of plan === null ? [] : requestsIn([line], plan)) {
    const {client, host, method, target, status, bytes, referrer, agent, second} = fields;
    return {client, host, method, target, status, bytes, referrer, agent, at: new Date(second * 1000).toISOString()};
  }
  return null;
}

const at = "2026-01-06T10:00:00.000Z";

describe("servers and services, each as its documentation has it", () => {
  for (const [what, line, wanted] of [
    [
      "IONOS and Strato write the host behind the size",
      '192.0.2.4 - - [06/Jan/2026:11:00:00 +0100] "GET /a HTTP/1.1" 200 512 www.press.example "https://www.example.org/" "Lynx" "-"',
      {
        client: "192.0.2.4",
        host: "www.press.example",
        bytes: 512,
        referrer: "https://www.example.org/",
        agent: "Lynx",
        at,
      },
    ],
    [
      "what stands behind the size and is no host is passed over",
      '192.0.2.4 - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 512 0.0056',
      {client: "192.0.2.4", host: null, bytes: 512, agent: null},
    ],
    [
      "OpenLiteSpeed writes quotes around the line",
      '"192.0.2.9 - - [06/Jan/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1024 "-" "Lynx""',
      {client: "192.0.2.9", bytes: 1024, agent: "Lynx"},
    ],
    [
      "Lotus Domino writes more behind the agent, and the host where the ident stands",
      '192.0.2.3 press.example - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 512 "-" "Lynx" 0 "SessionID=abc" "e:/a"',
      {client: "192.0.2.3", host: "press.example", agent: "Lynx"},
    ],
    [
      "Python's own servers write a blank behind the day",
      '192.0.2.4 - - [06/Jan/2026 10:00:00] "GET /docs HTTP/1.1" 200 -',
      {client: "192.0.2.4", target: "/docs", bytes: 0, at},
    ],
    [
      "Huawei Cloud's CDN",
      '{"request_time":"1767693600000","domain":"press.example","method":"GET","uri":"/a","uri_param":"b=c","client_ip":"192.0.2.142","response_time":"14","response_size":"588","http_code":"403","user_agent":"Lynx"}',
      {client: "192.0.2.142", host: "press.example", target: "/a?b=c", status: 403, bytes: 588, agent: "Lynx", at},
    ],
    [
      "Tencent Cloud's CDN",
      '{"client_ip":"192.0.2.19","file_size":2048,"host":"press.example","http_code":200,"method":"GET","param":"a=b","request_time":20,"rsp_size":2300,"time":1767693600,"ua":"Lynx","url":"/news"}',
      {client: "192.0.2.19", target: "/news?a=b", status: 200, bytes: 2300, agent: "Lynx", at},
    ],
    [
      "CDN77",
      '{"clientIP":"192.0.2.3","clientRequestHost":"press.example","clientRequestMethod":"GET","clientRequestPath":"/a.html","clientRequestReferer":"-","clientRequestUserAgent":"Lynx","responseBytes":512,"responseStatus":200,"timestamp":"2026-01-06T10:00:00.123Z"}',
      {
        client: "192.0.2.3",
        host: "press.example",
        method: "GET",
        target: "/a.html",
        status: 200,
        bytes: 512,
        agent: "Lynx",
        at,
      },
    ],
    [
      "Kong",
      '{"request":{"method":"GET","size":"75","uri":"/a?b=c","url":"http://press.example:8000/a","headers":{"host":"press.example:8000","user-agent":"Lynx"}},"response":{"status":200,"size":"434"},"client_ip":"192.0.2.14","started_at":1767693600425}',
      {client: "192.0.2.14", host: "press.example:8000", target: "/a?b=c", status: 200, bytes: 434, agent: "Lynx", at},
    ],
    [
      "the API gateway of AWS",
      '{"requestId":"c6","ip":"192.0.2.6","requestTime":"06/Jan/2026:10:00:00 +0000","httpMethod":"GET","resourcePath":"/items","status":"200","responseLength":"512"}',
      {client: "192.0.2.6", method: "GET", target: "/items", status: 200, bytes: 512, at},
    ],
    [
      "LTSV whose client is called otherwise than host",
      "host:press.example\ttime:2026-01-06T10:00:00Z\tremote_addr:192.0.2.3\treq:GET /a HTTP/1.1\tstatus:200\tsize:512",
      {client: "192.0.2.3", host: "press.example", bytes: 512, at},
    ],
    [
      "Fastify names the machine and the host that was asked",
      '{"level":30,"time":1767693600123,"hostname":"web-7d9f","req":{"method":"GET","url":"/a","hostname":"press.example","remoteAddress":"192.0.2.3"},"res":{"statusCode":200}}',
      {client: "192.0.2.3", host: "press.example", target: "/a", at},
    ],
    [
      "Winston's middleware for Express",
      '{"level":"info","message":"HTTP GET /a","meta":{"req":{"url":"/a?x=1","method":"GET","headers":{"host":"press.example","user-agent":"Lynx"},"ip":"192.0.2.3"},"res":{"statusCode":200},"responseTime":5},"timestamp":"2026-01-06T10:00:00.000Z"}',
      {client: "192.0.2.3", host: "press.example", target: "/a?x=1", status: 200, agent: "Lynx", at},
    ],
    [
      "a line that systemd took, behind its priority",
      '<6>192.0.2.3 - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 512 "-" "Lynx"',
      {client: "192.0.2.3", agent: "Lynx"},
    ],
    [
      "a duration is no time",
      '{"remote_addr":"192.0.2.6","request_time":0.012,"request":"GET / HTTP/1.1","status":200}',
      null,
    ],
    [
      "Envoy names the client in a header",
      '[2026-01-06T10:00:00.310Z] "GET /a HTTP/2" 200 - 0 226 3 2 "198.51.100.9,10.0.0.1" "Lynx" "cc21" "press.example" "10.0.2.1:80"',
      {client: "198.51.100.9", host: "press.example", target: "/a", bytes: 226, agent: "Lynx", at},
    ],
  ] as const) {
    test(what, () => expect(read(line)).toEqual(wanted && expect.objectContaining(wanted)));
  }
});

describe("format strings of Python's servers", () => {
  const line = '192.0.2.3 - - [06/Jan/2026:10:00:00 +0000] "GET /a HTTP/1.1" 200 512 "-" "Lynx"';
  for (const [what, string, text] of [
    ["Gunicorn's", '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s"', line],
    [
      "Gunicorn's, with a duration",
      '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(D)s',
      `${line} 1234`,
    ],
    [
      "Gunicorn's, behind a proxy",
      '%({x-forwarded-for}i)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s"',
      line,
    ],
    [
      "uWSGI's",
      '%(addr) - %(user) [%(ltime)] "%(method) %(uri) %(proto)" %(status) %(size) "%(referer)" "%(uagent)"',
      line,
    ],
  ] as const) {
    test(what, () =>
      expect(read(text, string)).toEqual(
        expect.objectContaining({
          client: "192.0.2.3",
          method: "GET",
          target: "/a",
          status: 200,
          bytes: 512,
          agent: "Lynx",
          at,
        }),
      ),
    );
  }
});

test("the brackets of a list of JSON are no lines that could not be read", () => {
  const lines = new InputLines(planOfFormats(["nginx-json"]), Number.POSITIVE_INFINITY);
  expect(["[", "]", "],", "[[", "[]]"].map((text) => lines.read(text))).toEqual([
    "ignored",
    "ignored",
    "ignored",
    expect.objectContaining({reason: "no-match"}),
    expect.objectContaining({reason: "no-match"}),
  ]);
});
