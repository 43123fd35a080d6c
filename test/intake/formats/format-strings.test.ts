import {afterAll, describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {allFormats} from "../../../src/intake/formats/all.ts";
import {detect} from "../../../src/intake/formats/detect.ts";
import {formatNamed} from "../../../src/intake/formats/named.ts";
import {readerNamed, type TypedRow, Typist} from "../two-ways/typed-rows.ts";
import {Workshop} from "../workshop.ts";

const typist = new Typist();
afterAll(() => typist.close());

const when = "03/Mar/2024:08:09:10 +0100";
const at = "2024-03-03T07:09:10Z";

type Want = Partial<Omit<TypedRow, "reader">> & {readonly client?: string};

function request({client = "192.0.2.17", ...want}: Want): TypedRow {
  const usual = {method: "GET", path: "/a.html", status: 200, bytes: 512, site: null, agent: "Lynx/2.8", host: null};
  return {at, reader: readerNamed(client), ...usual, ...want};
}

describe("a format string that says what a named format says gives that one", () => {
  for (const [name, string] of [
    ["combined", "goaccess:COMBINED"],
    ["combined-vhost", "VCOMBINED"],
    ["google-storage", "CLOUDSTORAGE"],
    ["aws-alb", "goaccess:AWSELB"],
    ["aws-s3", "awss3"],
    ["squid", "goaccess:'SQUID'"],
    ["caddy", "CADDY"],
    ["traefik-clf", "TRAEFIKCLF"],
    ["common", '%h %l %u %t "%r" %>s %b'],
    ["common", '%h %l %u %t \\"%r\\" %>s %b'],
    ["combined", '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"'],
    ["combined", '%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-agent}i\\"'],
    ["combined", 'LogFormat "%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined'],
    ["combined", '"%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-agent}i\\""'],
    ["combined-vhost", '%v:%p %h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i"'],
    ["common-vhost", '%v:%p %h %l %u %t "%r" %>s %b'],
    [
      "combined",
      `log_format combined '$remote_addr - $remote_user [$time_local] '
                    '"$request" $status $body_bytes_sent '
                    '"$http_referer" "$http_user_agent"';`,
    ],
  ] as const) {
    test(`${name}: ${string.replaceAll(/\s+/g, " ")}`, () => expect(formatNamed(string)).toBe(name));
  }
});

describe("a format string reads the lines of the server that has it", () => {
  for (const [what, string, line, want] of [
    [
      "nginx's main, with the addresses a proxy forwarded",
      '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_x_forwarded_for"',
      `192.0.2.17 - - [${when}] "GET /a.html HTTP/1.1" 200 512 "https://example.org/x" "Lynx/2.8" "203.0.113.5, 10.0.0.1"`,
      {site: "example.org"},
    ],
    [
      "nginx behind a proxy: the forwarded address is the client where there is no other",
      '"$http_x_forwarded_for" [$time_local] "$request" $status $body_bytes_sent "$http_user_agent"',
      `"203.0.113.5, 10.0.0.1" [${when}] "GET /a.html HTTP/1.1" 200 512 "Lynx/2.8"`,
      {client: "203.0.113.5"},
    ],
    [
      "nginx with ISO time, host and duration first",
      '$time_iso8601 $host $request_time $remote_addr "$request_method $request_uri $server_protocol" $status $bytes_sent "$http_user_agent"',
      '2024-03-03T08:09:10+01:00 www.example.org 0.003 192.0.2.17 "GET /a.html?q=1 HTTP/2.0" 200 512 "Lynx/2.8"',
      {host: "www.example.org"},
    ],
    [
      "nginx with $uri, $is_args and $args",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how nginx writes it
      '$remote_addr [$time_local] "$request_method $uri$is_args$args $server_protocol" $status ${body_bytes_sent} "$http_user_agent"',
      `192.0.2.17 [${when}] "GET /a.html?q=1&r=2 HTTP/1.1" 200 512 "Lynx/2.8"`,
      {},
    ],
    [
      "Apache with the duration in microseconds at the end",
      '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %D',
      `192.0.2.17 - john smith [${when}] "GET /a.html HTTP/1.1" 200 512 "-" "Lynx/2.8" 1234`,
      {},
    ],
    [
      "Apache behind a proxy",
      '%{X-Forwarded-For}i %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"',
      `203.0.113.5, 10.0.0.1 - - [${when}] "GET /a.html HTTP/1.1" 200 512 "-" "Lynx/2.8"`,
      {client: "203.0.113.5"},
    ],
    [
      "Apache with method, path and query apart",
      '%a %t %m "%U%q" %H %>s %B "%{User-Agent}i"',
      `192.0.2.17 [${when}] GET "/a.html?q=1" HTTP/1.1 200 512 "Lynx/2.8"`,
      {},
    ],
    [
      "Virtualmin's, with the host after the client",
      '%h %l %v %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"',
      `192.0.2.17 - www.example.org - [${when}] "GET /a.html HTTP/1.1" 200 512 "-" "Lynx/2.8"`,
      {host: "www.example.org"},
    ],
    [
      "tabs between the fields",
      '%h\\t%t\\t"%r"\\t%>s\\t%b\\t"%{User-Agent}i"',
      `192.0.2.17\t[${when}]\t"GET /a.html HTTP/1.1"\t200\t512\t"Lynx/2.8"`,
      {},
    ],
    [
      "nginx's JSON, its members called as somebody liked, in another order",
      `log_format own escape=json '{"when":"$time_iso8601","code":$status,"who":"$remote_addr","what":"$request",' '"len":$body_bytes_sent,"ua":"$http_user_agent","site":"$host"}';`,
      '{"site":"press.example","who":"192.0.2.17","what":"GET /a.html HTTP/1.1","when":"2024-03-03T08:09:10+01:00","code":200,"len":512,"ua":"a \\"b\\""}',
      {host: "press.example", agent: 'a "b"'},
    ],
    [
      "Apache's JSON, with a time of its own and a size that is no number",
      'LogFormat "{ \\"at\\":\\"%{%Y-%m-%dT%H:%M:%S}t.%{msec_frac}t%{%z}t\\", \\"ip\\":\\"%a\\", \\"m\\":\\"%m\\", \\"p\\":\\"%U\\", \\"q\\":\\"%q\\", \\"st\\":%>s, \\"size\\":%b, \\"ua\\":\\"%{User-Agent}i\\" }" own',
      '{ "at":"2024-03-03T08:09:10.123+0100", "ip":"192.0.2.17", "m":"GET", "p":"/a.html", "q":"?x=1", "st":200, "size":-, "ua":"Lynx/2.8" }',
      {bytes: 0},
    ],
    [
      "GoAccess's JSON, with members in members",
      'goaccess:{"ts":"%x.%^","req":{"ip":"%h","method":"%m","uri":"%U","headers":{"User-Agent":["%u"]}},"size":"%b","status":"%s"}|%s|%s',
      '{"ts":1709449750.25,"req":{"ip":"192.0.2.17","method":"GET","uri":"/a.html","headers":{"User-Agent":["Lynx/2.8"]}},"size":512,"status":200}',
      {},
    ],
    [
      "Apache's time in several directives, with a fraction and its zone",
      '%h [%{%d/%b/%Y %T}t.%{msec_frac}t %{%z}t] "%r" %>s %b "%{User-Agent}i"',
      '192.0.2.17 [03/Mar/2024 08:09:10.123 +0100] "GET /a.html HTTP/1.1" 200 512 "Lynx/2.8"',
      {},
    ],
    [
      "Apache's time in seconds, with a fraction behind",
      '%h %{sec}t.%{usec_frac}t "%r" %>s %b "%{User-Agent}i"',
      '192.0.2.17 1709449750.123456 "GET /a.html HTTP/1.1" 200 512 "Lynx/2.8"',
      {},
    ],
    [
      "CloudFront's real-time fields, as somebody chose them",
      "#Fields: timestamp c-ip sc-status sc-bytes cs-method x-host-header cs-uri-stem cs-uri-query cs-user-agent",
      "1709449750.123\t192.0.2.17\t200\t512\tGET\tpress.example\t/a.html\ta=b\tLynx/2.8",
      {host: "press.example"},
    ],
    [
      "columns of IIS, where lines come without their names",
      "#Fields: date time c-ip cs-method cs-uri-stem sc-status sc-bytes cs(User-Agent)",
      "2024-03-03 07:09:10 192.0.2.17 GET /a.html 200 512 Lynx/2.8",
      {},
    ],
    [
      "no bytes and no agent: what is not recorded is not nought",
      '%h %t "%r" %>s',
      `192.0.2.17 [${when}] "GET /say/"hello".html HTTP/1.1" 200`,
      {path: '/say/"hello".html', bytes: null, agent: null},
    ],
    [
      "two statuses and two addresses: the first of each",
      '%h %a %t "%r" %>s %s %b "%{User-Agent}i"',
      `192.0.2.17 192.0.2.99 [${when}] "GET /a.html HTTP/1.1" 200 302 512 "Lynx/2.8"`,
      {},
    ],
    [
      "a client list where the format says one address",
      '%h %l %u %t "%r" %>s %b "%{User-Agent}i"',
      `192.0.2.17, 10.0.0.1 - - [${when}] "GET /a.html HTTP/1.1" 200 - "Lynx/2.8"`,
      {bytes: 0},
    ],
  ] as const satisfies readonly (readonly [string, string, string, Want])[]) {
    test(what, async () => {
      const format = formatNamed(string);
      expect(await typist.rows(format, [line, "no request"])).toEqual([request(want), null]);
    });
  }
});

describe("a format string that lacks something says what", () => {
  for (const [string, missing] of [
    ['%l %u %t "%r" %>s %b', "the client (%h, $remote_addr)"],
    ['%h "%r" %>s', "the time (%t, $time_local)"],
    ["%h %t %>s", "the request (%r, $request)"],
    ["%h %t %m %>s", "the request (%r, $request)"],
    ['$remote_addr [$time_local] "$request"', "the status (%>s, $status)"],
    [
      "100%",
      "the client (%h, $remote_addr), the time (%t, $time_local), the request (%r, $request), the status (%>s, $status)",
    ],
  ] as const) {
    test(string, () => {
      let fault: unknown;
      try {
        formatNamed(string);
      } catch (thrown) {
        fault = thrown;
      }
      expect(fault).toBeInstanceOf(UserError);
      expect(fault).toMatchObject({code: "FORMAT_UNKNOWN", where: "logFormat"});
      expect((fault as UserError).message).toBe(`the format ${JSON.stringify(string)} does not tell ${missing}`);
    });
  }

  test("a zone that stands apart from its time is refused, not passed over", () => {
    expect(() => formatNamed('%{%F %T}t %h %{%z}t "%r" %>s')).toThrow("the zone, %{%z}t, stands apart from the time");
  });

  test("a name that no format has: the fault lists those there are", () => {
    expect(() => formatNamed("combind")).toThrow('no log format is called "combind"');
  });
});

describe("the format is found out from the lines", () => {
  const tail = `[${when}] "GET / HTTP/1.1" 200 5`;
  const origin = '"-" "Lynx/2.8"';
  const many = (count: number, line: string): string[] => Array.from({length: count}, () => line);
  for (const [what, lines, want] of [
    ["combined", [`192.0.2.17 - - ${tail} ${origin}`], "combined"],
    ["common", [`192.0.2.17 - - ${tail}`], "common"],
    ["combined behind a virtual host", [`www.example.org:80 192.0.2.17 - - ${tail} ${origin}`], "combined-vhost"],
    ["common behind a virtual host", [`www.example.org:80 192.0.2.17 - - ${tail}`], "common-vhost"],
    ["IPv6 clients, whose end looks like a port", many(20, `2001:db8::1:8080 - - ${tail} ${origin}`), "combined"],
    ["IPv6 clients with users", many(20, `2001:db8::1:8080 - frank ${tail} ${origin}`), "combined"],
    ["IPv6 clients in common", many(20, `2001:db8:0:1:2:3:4:5555 - - ${tail}`), "common"],
    ["clients with ports", [`192.0.2.17:4711 - - ${tail} ${origin}`], "combined"],
    [
      "common that became combined",
      [...many(50, `192.0.2.17 - - ${tail}`), ...many(50, `192.0.2.17 - - ${tail} ${origin}`)],
      "combined",
    ],
    [
      "one line in a hundred with an agent",
      [...many(99, `192.0.2.17 - - ${tail}`), `192.0.2.17 - - ${tail} ${origin}`],
      "common",
    ],
    [
      "damage all around one good line",
      [...many(99, "\\x00\\x01 damage"), `192.0.2.17 - - ${tail} ${origin}`],
      "combined",
    ],
    ["forwarded addresses after the agent", [`192.0.2.17 - - ${tail} ${origin} "203.0.113.9"`], "nginx-main"],
  ] as const) {
    test(`${what}: ${want}`, () => {
      expect(detect(lines)?.format.name).toBe(want);
    });
  }

  for (const [what, lines, want] of [
    [
      "clients with ports, and the server's address behind them",
      [1, 2, 3].map((reader) => `203.0.113.${reader}:${50_000 + reader} 10.0.0.1 - - ${tail} ${origin}`),
      "first",
    ],
    ["one client with its port, and the server's address", many(3, `203.0.113.1:50234 10.0.0.1 - - ${tail}`), "first"],
    [
      "clients of IPv6 with ports, and the server's address",
      [1, 2, 3].map((reader) => `[2001:db8::${reader}]:${50_000 + reader} 10.0.0.1 - - ${tail} ${origin}`),
      "first",
    ],
    [
      "a server's address with its port",
      [1, 2, 3].map((reader) => `127.0.1.1:80 203.0.113.${reader} - - ${tail} ${origin}`),
      "second",
    ],
    [
      "a server's address with an odd port",
      [1, 2, 3].map((reader) => `10.0.0.1:9443 203.0.113.${reader} - - ${tail} ${origin}`),
      "second",
    ],
    [
      "two addresses that both change: either may be the client's",
      [1, 2, 3].map((reader) => `192.0.2.${reader} 203.0.113.${reader} - - ${tail} ${origin}`),
      null,
    ],
  ] as const) {
    test(`${what}: ${want}`, () => expect(detect(lines)?.client).toBe(want));
  }

  for (const [what, lines] of [
    ["an error log", ["[Sun Mar 03 08:09:10 2024] [error] [client 192.0.2.17] File does not exist: /x"]],
    ["prose", ["Dear reader,", "this is no log."]],
    ["nothing", []],
  ] as const) {
    test(`${what}: none`, () => {
      expect(detect(lines)).toBeNull();
    });
  }

  test("every format is known by a name of its own", () => {
    expect(new Set(allFormats.map(({name}) => name)).size).toBe(allFormats.length);
  });
});

describe("a format that was given and fits no line is refused where the first line parts from it", () => {
  const line =
    '192.0.2.1 - - [01/Feb/2026:10:00:00 +0000] "GET /a.html HTTP/1.1" 200 5120 "-" "Mozilla/5.0 (X11) Firefox/140.0" 0.003\n';
  test.for([
    [
      '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent $request_time "$http_referer" "$http_user_agent"',
      "line 1 parts from it at column 76, where $request_time was expected",
    ],
    ['%h %l %u %t "%r" %>s %b %D "%{Referer}i" "%{User-Agent}i"', "at column 76, where %D was expected"],
    ["caddy", "line 1 parts from it at column 1, where an object of JSON was expected"],
  ] as const)("%s", async ([format, said]) => {
    const workshop = new Workshop();
    const told = await workshop.ingest([workshop.write("a.log", line), "--log-format", format], 3);
    expect(told).toContain(`error INPUT_NOT_A_LOG: no line of it fits the format that was given, ${format}`);
    expect(told).toContain(said);
    expect(told).toContain("the lines are combined");
    workshop.remove();
  });
});
