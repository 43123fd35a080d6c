import {afterEach, describe, expect, test} from "vitest";
import {longTest} from "../../run/amounts.ts";
import {Workshop} from "../workshop.ts";

let workshop = new Workshop();
afterEach(() => {
  workshop.remove();
  workshop = new Workshop();
});

const agents = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
];

/** One request a minute: the words before the time, what was asked for, the agent, and what stands behind it. */
function log(
  lines: number,
  {
    client,
    path = (place) => `/essays/${place % 7}.html`,
    agent = (place) => agents[place % agents.length]!,
    tail = () => "",
  }: {
    readonly client: (place: number) => string;
    readonly path?: (place: number) => string;
    readonly agent?: (place: number) => string;
    readonly tail?: (place: number) => string;
  },
): string {
  return Array.from({length: lines}, (_, place) => {
    const minute = `${String(10 + Math.floor(place / 60)).padStart(2, "0")}:${String(place % 60).padStart(2, "0")}`;
    return `${client(place)} - - [06/Jan/2026:${minute}:00 +0000] "GET ${path(place)} HTTP/1.1" 200 512 "-" "${agent(place)}"${tail(place)}\n`;
  }).join("");
}

/** Readers, documents a day, and what robots took, of January. */
async function figures(): Promise<{readers: number | null; files: number | null; robots: number}> {
  const {measures, account} = await workshop.report("2026-01");
  const value = (id: string): number | null => measures.find((measure) => measure.id === id)!.values[0]!;
  const robots = account[0]!.verdicts.find(({id}) => id === "robots")!.requests;
  return {readers: value("readers"), files: value("documents-per-day"), robots};
}

describe("one address for everybody", () => {
  test("makes no reader, and one robot behind it takes nobody along", async () => {
    const path = (place: number): string => (place === 30 ? "/robots.txt" : `/essays/${place % 7}.html`);
    workshop.write("a.log", log(61, {client: () => "127.0.0.1", path}));
    const said = await workshop.ingest(["a.log"]);
    expect(said).toContain("a.log: 61 of 61 requests (100.0%) come from one address that stands for everybody");
    // 60 documents on one day; /robots.txt is page furniture.
    expect(await figures()).toEqual({readers: null, files: 60, robots: 0});
  });

  test("is one even where a public address has the agents of many", async () => {
    workshop.write("a.log", log(60, {client: () => "203.0.113.10"}));
    await workshop.ingest(["a.log"]);
    expect((await figures()).readers).toBeNull();
  });

  test("with one agent it may be one reader, and is told", async () => {
    workshop.write("a.log", log(60, {client: () => "203.0.113.10", agent: () => agents[0]!}));
    expect(await workshop.ingest(["a.log"])).toContain("come from one client, which may be a proxy");
    expect((await figures()).readers).toBe(1);
  });

  test("is no limit's client: fifteen hundred documents in a month count", async () => {
    workshop.write("a.log", log(800, {client: () => "172.18.0.1"}) + log(700, {client: () => "172.18.0.1"}));
    await workshop.ingest(["a.log"]);
    expect(await figures()).toEqual({readers: null, files: 1500, robots: 0});
  });

  test("addresses of a CDN are no readers', and those behind its own header are", async () => {
    const client = (place: number): string => `172.68.1.${place % 50}`;
    workshop.write("a.log", log(60, {client}));
    expect(await workshop.ingest(["a.log"])).toContain(
      "come from addresses of Cloudflare: its readers are not recorded",
    );
    expect((await figures()).readers).toBeNull();
    const json = Array.from({length: 60}, (_, place) =>
      JSON.stringify({
        time: `2026-01-07T10:${String(place).padStart(2, "0")}:00Z`,
        remote_addr: client(place),
        http_cf_connecting_ip: `203.0.113.${place % 9}`,
        request: "GET /a HTTP/1.1",
        status: 200,
        http_user_agent: agents[0],
      }),
    );
    workshop.write("b.log", `${json.join("\n")}\n`);
    expect(await workshop.ingest(["b.log"])).toContain("clients are taken from cf-connecting-ip");
  });

  test("a pool of private addresses is no readers', unless a person says that clients are there", async () => {
    workshop.write("a.log", log(60, {client: (place) => `172.18.0.${1 + (place % 3)}`}));
    expect(await workshop.ingest(["a.log"])).toContain("come from a few private addresses, as of proxies");
    expect((await figures()).readers).toBeNull();
    await workshop.ingest(["a.log", "--again", "--client", "connection"]);
    expect((await figures()).readers).toBe(3);
  });

  test("a log that names nobody counts documents, and no reader", async () => {
    for (const nobody of ["-", "unknown", "0.0.0.0"]) {
      workshop.remove();
      workshop = new Workshop();
      workshop.write("a.log", log(20, {client: () => nobody}));
      await workshop.ingest(["a.log"]);
      expect([nobody, await figures()]).toEqual([nobody, {readers: null, files: 20, robots: 0}]);
    }
  });

  longTest("beside another log its requests are documents, and readers are those of the other", async () => {
    workshop.write("a.log", log(10, {client: () => "127.0.0.1"}));
    workshop.write("b.log", log(30, {client: (place) => `203.0.113.${place % 5}`}));
    await workshop.ingest(["a.log", "b.log"]);
    expect(await figures()).toEqual({readers: 5, files: 40, robots: 0});
    const said = await workshop.run("report", "2026-01", "--tables", "none");
    expect(said.stdout.replaceAll(/\s+/g, " ")).toContain(
      "10 counted requests came in logs that do not tell readers apart",
    );
  });
});

describe("shortened addresses", () => {
  test("a reader is a network with an agent, and a crawler judges its own agent alone", async () => {
    const bot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    const client = (place: number): string => (place % 2 === 0 ? "203.0.113.0" : "198.51.100.0");
    const isBot = (place: number): boolean => place === 31;
    const path = (place: number): string => (isBot(place) ? "/robots.txt" : `/essays/${place % 7}.html`);
    const agent = (place: number): string => (isBot(place) ? bot : agents[place % 3]!);
    workshop.write("a.log", log(61, {client, path, agent}));
    expect(await workshop.ingest(["a.log"])).toContain("come from shortened addresses");
    expect(await figures()).toEqual({readers: 6, files: 60, robots: 0});
  });

  test("the last part may be a letter, and IPv6 may be a /48", async () => {
    const client = (place: number): string => (place % 2 === 0 ? `203.0.${place % 4}.xxx` : `2001:db8:${place % 6}::`);
    workshop.write("a.log", log(60, {client, agent: () => agents[0]!}));
    expect(await workshop.ingest(["a.log"])).toContain("come from shortened addresses");
    // Of even places 203.0.0 and 203.0.2; of odd ones 2001:db8:1, :3 and :5.
    expect((await figures()).readers).toBe(5);
  });
});

test("an agent that CloudFront wrote is none", async () => {
  const client = (place: number): string => `192.0.2.${1 + (place % 6)}`;
  workshop.write("a.log", log(8, {client, agent: () => "Amazon CloudFront"}));
  await workshop.ingest(["a.log"]);
  expect(await figures()).toEqual({readers: 6, files: 8, robots: 0});
});

describe("two fields that would give other readers", () => {
  test("are refused, and either may be said", async () => {
    const two = {
      client: (place: number) => `198.51.100.${place % 9}`,
      tail: (place: number) => ` "203.0.113.${place % 8}"`,
    };
    workshop.write("a.log", log(40, two));
    const refused = await workshop.ingest(["a.log"], 3);
    expect(refused).toContain(
      "error INPUT_UNCLEAR: the connection and x-forwarded-for both hold addresses that change",
    );
    expect(refused).toContain("--client x-forwarded-for, or --client connection");
    await workshop.ingest(["a.log", "--client", "X-Forwarded-For"]);
    expect((await figures()).readers).toBe(8);
    await workshop.ingest(["a.log", "--again", "--client", "connection"]);
    expect((await figures()).readers).toBe(9);
  });

  test("at the beginning of lines are refused, too", async () => {
    workshop.write("a.log", log(40, {client: (place) => `198.51.100.${place % 9} 203.0.113.${place % 8}`}));
    expect(await workshop.ingest(["a.log"], 3)).toContain("--client second, or --client first");
    await workshop.ingest(["a.log", "--client", "second"]);
    expect((await figures()).readers).toBe(8);
  });

  test("a field that no line has is refused with those that there are", async () => {
    workshop.write("a.log", log(40, {client: (place) => `198.51.100.${place % 9}`}));
    const refused = await workshop.ingest(["a.log", "--client", "cf-connecting-ip"], 3);
    expect(refused).toContain("its lines hold addresses in connection: name one of them, as in --client connection");
  });
});

describe("how an input was read", () => {
  test("is shown, and settings that changed since are noticed until it is read again", async () => {
    const tail = (place: number): string => ` "203.0.113.${place % 4}"`;
    workshop.write("a.log", log(40, {client: (place) => `198.51.100.${place % 9}`, tail}));
    await workshop.ingest(["a.log"]);
    expect((await workshop.run("inputs")).stdout).toContain("  clients from connection\n");
    workshop.write("press/broadsheet.yaml", "publication: The Test Press\nclient: [x-forwarded-for, connection]\n");
    expect(await workshop.ingest(["a.log"])).toContain("1 input was read by older settings");
    expect((await workshop.run("inputs")).stdout).toContain("read by older settings");
    const again = await workshop.ingest(["a.log", "--again"]);
    expect(again).toContain("a.log: read again: 40 lines; 40 requests");
    expect(again).not.toContain("older settings");
    expect((await workshop.run("inputs")).stdout).toContain("  clients from x-forwarded-for, else connection\n");
    expect(await figures()).toEqual({readers: 4, files: 40, robots: 0});
  });

  test("a log that grew into one address for everybody is read anew as a whole", async () => {
    const whole = log(60, {client: (place) => (place < 4 ? `203.0.113.${place}` : "127.0.0.1")});
    workshop.write("a.log", whole.split("\n").slice(0, 4).join("\n").concat("\n"));
    await workshop.ingest(["a.log"]);
    workshop.write("a.log", whole);
    expect(await workshop.ingest(["a.log"])).toContain("a.log: 56 new lines; 56 requests");
    expect(await figures()).toEqual({readers: null, files: 60, robots: 0});
  });
});

describe("times without a zone are read as UTC, and told", () => {
  const local = (text: string): string => text.replaceAll(" +0000]", "]");
  const object = (time: string): string =>
    `${JSON.stringify({time, remote_addr: "192.0.2.7", request: "GET /a HTTP/1.1", status: 200, http_user_agent: agents[0]})}\n`.repeat(
      6,
    );
  const halves = '%h [%{%Y-%m-%d}t|%{%H:%M:%S}t] \\"%r\\" %>s %b \\"%{User-Agent}i\\"';
  for (const [what, content, isTold, words] of [
    ["Apache's, cut off", local(log(6, {client: (place) => `192.0.2.${place}`})), true, []],
    ["in JSON", object("2026-01-06 10:00:00"), true, []],
    ["with one", object("2026-01-06T10:00:00+01:00"), false, []],
    ["with one of hours alone", object("2026-01-06T10:00:00+01"), false, []],
    ["in UTC by its name", object("2026-01-06T10:00:00Z"), false, []],
    [
      "W3C, which is UTC",
      "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n" +
        "2026-01-06 10:00:00 192.0.2.7 GET /a 200\n".repeat(6),
      false,
      [],
    ],
    [
      "day and time of a string of one's own",
      `192.0.2.7 [2026-01-06|10:00:00] "GET /a HTTP/1.1" 200 5 "Lynx"\n`.repeat(6),
      true,
      ["--log-format", halves],
    ],
    [
      "HAProxy, whose clock is the machine's",
      '192.0.2.33:55008 [06/Jan/2026:10:00:00.584] ft bk/abc 0/0/0/72/72 200 7456 - - ---- 5/4/0/1/0 0/0 "GET /news/ HTTP/1.1"\n'.repeat(
        6,
      ),
      true,
      [],
    ],
  ] as const) {
    test(what, async () => {
      workshop.write("a.log", content);
      const said = await workshop.ingest(["a.log", ...words]);
      expect(said.includes("a.log: 6 of 6 requests (100.0%) have times without a zone: they are read as UTC")).toBe(
        isTold,
      );
      expect(said).toContain("Read");
      const {account} = await workshop.report("2026-01");
      expect(account[0]!.requests).toBe(6);
    });
  }
});

describe("one agent for clients of all kinds is told", () => {
  for (const [agent, isTold] of [
    ["Varnish", true],
    ["-", true],
    ["Go-http-client/1.1", true],
    [agents[0]!, false],
    ["Amazon CloudFront", false],
    ["BunnyCDN/1.0", false],
  ] as const) {
    test(agent, async () => {
      workshop.write("a.log", log(40, {client: (place) => `192.0.2.${place % 20}`, agent: () => agent}));
      const said = await workshop.ingest(["a.log"]);
      expect(said.includes(`40 of 40 requests (100.0%), of many clients, have one agent, ${agent}: `)).toBe(isTold);
    });
  }

  test("and of one client it is none to be told", async () => {
    workshop.write("a.log", log(40, {client: () => "192.0.2.7", agent: () => "Varnish"}));
    expect(await workshop.ingest(["a.log"])).not.toContain("of many clients");
  });
});
