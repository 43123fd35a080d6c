import {describe, expect, test} from "vitest";
import type {Head} from "../../../src/intake/bytes/head.ts";
import {planOf, type ReadingSettings} from "../../../src/intake/line/plan.ts";

const nothingSaid: ReadingSettings = {format: null, client: null, trustedProxies: [], query: null};
const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

function head(sample: readonly string[]): Head {
  const file = {path: "a.log", where: "a.log", packing: "none"} as Head["file"];
  return {file, mark: "", isOpen: false, hasLines: true, sample, isSampledThrough: true};
}

/** Twenty lines of the combined family, with what a server appends. */
function combined(client: (place: number) => string, tail: (place: number) => string = () => ""): string[] {
  return places.map(
    (place) =>
      `${client(place)} - - [06/Jan/2026:10:${String(place).padStart(2, "0")}:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "${agent}"${tail(place)}`,
  );
}

/** Twenty lines of JSON. */
function json(members: (place: number) => object): string[] {
  return places.map((place) =>
    JSON.stringify({
      time: `2026-01-06T10:${String(place).padStart(2, "0")}:00Z`,
      ...{request: "GET /a HTTP/1.1", status: 200, http_user_agent: agent},
      ...members(place),
    }),
  );
}

const places = Array.from({length: 20}, (_, place) => place);
const reader = (place: number): string => `203.0.113.${place % 7}`;

describe("where clients are looked for first", () => {
  for (const [what, sample, want] of [
    ["the connection, where it changes", combined(reader), "connection"],
    [
      "the connection, where browsers of a few send a header",
      combined(reader, (place) => (place < 4 ? ' "9.9.9.9"' : ' "-"')),
      "connection",
    ],
    [
      "the connection, where the header says the same",
      combined(reader, (place) => ` "${reader(place)}"`),
      "connection",
    ],
    [
      "the header, where connections are one",
      combined(
        () => "203.0.113.200",
        (place) => ` "${reader(place)}"`,
      ),
      "x-forwarded-for",
    ],
    [
      "what stands behind a label",
      combined(
        () => "10.0.0.1",
        (place) => ` xff="${reader(place)}"`,
      ),
      "appended",
    ],
    [
      "the header of RFC 7239",
      combined(
        () => "10.0.0.1",
        (place) => ` "for=${reader(place)};proto=https"`,
      ),
      "x-forwarded-for",
    ],
    [
      "the same, with quotes as nginx escapes them",
      combined(
        () => "10.0.0.1",
        (place) => ` "for=\\x22[2001:db8:0:${place % 7}::1]:4711\\x22;proto=https"`,
      ),
      "x-forwarded-for",
    ],
    [
      "the same, with quotes as Apache escapes them",
      combined(
        () => "10.0.0.1",
        (place) => ` "for=\\"[2001:db8:0:${place % 7}::1]:4711\\";proto=https, for=10.0.0.9"`,
      ),
      "x-forwarded-for",
    ],
    [
      "the same, with quotes that were escaped twice",
      combined(
        () => "10.0.0.1",
        (place) => ` "for=\\\\x22[2001:db8:0:${place % 7}::1]:4711\\\\x22;proto=https"`,
      ),
      "x-forwarded-for",
    ],
    [
      "the header, where connections come by a socket of the machine's own",
      combined(
        () => "unix:",
        (place) => ` "${reader(place)}"`,
      ),
      "x-forwarded-for",
    ],
    ["a list in brackets before the connection", combined((place) => `(${reader(place)}) 10.0.0.1`), "x-forwarded-for"],
    [
      "the place of the user's name, where an address stands there",
      combined(() => "10.0.0.1").map((line, place) => line.replace("- -", `- ${reader(place)}`)),
      "user",
    ],
    [
      "what HAProxy captured",
      places.map(
        (place) =>
          `10.0.0.1:5500${place % 10} [06/Jan/2026:10:00:00.123] fe be/s1 0/0/0/7/7 200 5 - - ---- 1/1/0/0/0 0/0 {${reader(place)}|Lynx/2.8 (a, b)} "GET /a HTTP/1.1"`,
      ),
      "captured",
    ],
    [
      "x_forward_for, as Kubernetes' example calls it",
      json((place) => ({remote_addr: "10.0.0.1", x_forward_for: reader(place)})),
      "x-forwarded-for",
    ],
    [
      "the header, where connections are private",
      combined(
        (place) => `10.0.0.${place % 3}`,
        (place) => ` "${reader(place)}"`,
      ),
      "x-forwarded-for",
    ],
    [
      "the header, where connections are a CDN's",
      combined(
        (place) => `172.68.1.${place}`,
        (place) => ` "${reader(place)}"`,
      ),
      "x-forwarded-for",
    ],
    [
      "the header with twice the clients of a pool of proxies",
      combined(
        (place) => `198.51.100.${place % 3}`,
        (place) => ` "${reader(place)}"`,
      ),
      "x-forwarded-for",
    ],
    [
      "the connection with twice the clients of the header",
      combined(
        (place) => `198.51.100.${place % 18}`,
        (place) => ` "${reader(place)}"`,
      ),
      "connection",
    ],
    [
      "the header, where every other reader comes past a proxy inside",
      combined(
        (place) => (place % 2 === 0 ? "10.0.0.5" : reader(place)),
        (place) => (place % 2 === 0 ? ` "198.51.100.${place}"` : ' "-"'),
      ),
      "x-forwarded-for",
    ],
    [
      "the connection, where those who come past the proxy send the header, too",
      combined(
        (place) => (place % 2 === 0 ? "10.0.0.5" : reader(place)),
        (place) => (place % 2 === 0 || place < 6 ? ` "198.51.100.${place}"` : ' "-"'),
      ),
      "connection",
    ],
    [
      "what stands further behind, where connections are one",
      combined(
        () => "10.0.0.9",
        (place) => ` 0.003 "-" ${reader(place)}`,
      ),
      "appended",
    ],
    [
      "another member of JSON that names clients",
      json((place) => ({remote_addr: "10.0.0.1", client_ip: reader(place)})),
      "client_ip",
    ],
    [
      "a CDN's header in JSON",
      json((place) => ({remote_addr: "10.0.0.1", http_fastly_client_ip: reader(place)})),
      "fastly-client-ip",
    ],
    [
      "Cloudflare's own header before what anybody wrote",
      json((place) => ({
        remote_addr: `172.68.1.${place}`,
        http_x_forwarded_for: `9.9.9.${place}, ${reader(place)}`,
        http_cf_connecting_ip: reader(place),
      })),
      "cf-connecting-ip",
    ],
  ] as const) {
    test(what, () => expect(planOf(head(sample), nothingSaid).plan?.order[0]).toBe(want));
  }
});

test("a member of any name that holds better addresses is told, and not taken", () => {
  const sample = json((place) => ({remote_addr: "10.0.0.1", visitor: {addr: reader(place)}}));
  const {plan} = planOf(head(sample), nothingSaid);
  expect([plan?.order[0], plan?.better, plan?.everybody]).toEqual(["connection", "visitor.addr", ["10.0.0.1"]]);
});

test("a CDN's servers, which change in its own log as readers do, are no better clients", () => {
  const sample = json((place) => ({
    ClientIP: reader(place),
    remote_addr: reader(place),
    EdgeServerIP: `198.51.100.${place}`,
  }));
  const {plan} = planOf(head(sample), nothingSaid);
  expect([plan?.order[0], plan?.better]).toEqual(["connection", null]);
});

describe("what is not clear is refused with what it is between", () => {
  for (const [what, sample, want] of [
    [
      "connection and header",
      combined(
        (place) => `198.51.100.${place % 9}`,
        (place) => ` "203.0.113.${place % 8}"`,
      ),
      ["connection", "x-forwarded-for"],
    ],
    [
      "two addresses at the beginning",
      combined((place) => `198.51.100.${place % 9} 203.0.113.${place % 8}`),
      ["first", "second"],
    ],
  ] as const) {
    test(what, () => expect(planOf(head(sample), nothingSaid)).toMatchObject({fault: "unclear", between: want}));
  }
});

describe("what a person said decides", () => {
  const two = combined(
    (place) => `198.51.100.${place % 9}`,
    (place) => ` "203.0.113.${place % 8}"`,
  );
  for (const client of [["connection"], ["x-forwarded-for"], ["cf-connecting-ip", "x-forwarded-for"]]) {
    test(client.join(", "), () => expect(planOf(head(two), {...nothingSaid, client}).plan?.order).toEqual(client));
  }

  test("with trusted proxies said, nothing is unclear: only their headers are read", () => {
    const {plan} = planOf(head(two), {...nothingSaid, trustedProxies: ["198.51.100.0/24"]});
    expect(plan).toMatchObject({asksBehindTrusted: true, trusted: ["198.51.100.0/24"]});
  });
});
