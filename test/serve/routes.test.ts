import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {z} from "zod";
import {openApiPath} from "../../src/serve/public/openapi.ts";
import {publicRoutes} from "../../src/serve/public/routes.ts";
import {keepAnnouncement} from "../publish/site/built.ts";
import {amount} from "../run/amounts.ts";
import {examples, origin, type ServedPress, servePress} from "./served-press.ts";

/*
 * The table of routes: each answers as its row says, and none does anything else whatever it is asked.
 */

let served: ServedPress;
beforeAll(async () => {
  served = await servePress();
}, 60_000);
afterAll(() => served.remove());

const faultKeys = ["code", "message", "where", "help", "status"];

/** Is it what a fault of the API looks like? */
async function expectFault(response: Response, status: number, code: string): Promise<void> {
  const {error} = (await response.json()) as {error: Record<string, unknown>};
  expect([response.status, error["status"], error["code"]]).toEqual([status, status, code]);
  expect(Object.keys(error)).toEqual(faultKeys);
}

test("every route has an example", () => {
  expect(Object.keys(examples).toSorted()).toEqual(publicRoutes.map(({id}) => id).toSorted());
});

test("of an announcement alone every route has an answer, and the first page what is to come", async () => {
  const announced = await servePress(keepAnnouncement);
  try {
    for (const path of Object.values(examples)) expect([path, (await announced.get(path)).status]).not.toContain(500);
    expect(await (await announced.get("/")).text()).toContain("announced for 2006-01-20");
    expect(announced.bugs).toEqual([]);
  } finally {
    announced.remove();
  }
});

test("everything is public: nobody signs in for anything, so that there is nothing to be taken from a cookie", () => {
  expect(new Set(publicRoutes.map(({who}) => who))).toEqual(new Set(["everybody"]));
});

describe.each(publicRoutes.map((route) => [route.id, route] as const))("%s", (id, route) => {
  const path = examples[id]!;

  test("answers its example in the shape that it says", async () => {
    const response = await served.get(path);
    const text = await response.text();
    expect(response.status, text).toBe(200);
    if (route.answer === null) return;
    expect((route.answer as z.ZodType).safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  test("says what it is, that nothing may be done with it, and sets no cookie", async () => {
    const {headers} = await served.get(path);
    expect(headers.get("content-type")).toMatch(/^[\w/+.-]+(?:; charset=utf-8)?$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none';.*base-uri 'none'/);
    expect(headers.get("content-security-policy")).not.toMatch(/script-src|\*|http/);
    expect(headers.get("access-control-allow-origin")).toBe(["api", "picture"].includes(route.kind) ? "*" : null);
    expect(headers.get("set-cookie")).toBe(null);
    expect(headers.get("server")).toBe(null);
  });

  test("is not sent again to who has it", async () => {
    const first = await served.get(path);
    const etag = first.headers.get("etag")!;
    for (const had of [etag, `W/${etag}`, `"x", ${etag}`, etag.replace(/"$/, '-gz"'), "*"]) {
      const again = await served.get(path, {headers: {"If-None-Match": had}});
      expect([again.status, await again.text()], had).toEqual([304, ""]);
    }
    expect((await served.get(path, {headers: {"If-None-Match": '"other"'}})).status).toBe(200);
  });

  test("tells HEAD what it tells GET, without the body", async () => {
    const [get, head] = [await served.get(path), await served.get(path, {method: "HEAD"})];
    expect(await head.text()).toBe("");
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "BREW"])("refuses %s", async (method) => {
    const response = await served.get(path, {method});
    expect(response.headers.get("allow")).toBe("GET, HEAD");
    await expectFault(response, 405, "METHOD_REFUSED");
  });

  test("refuses a body, whatever it is", async () => {
    for (const headers of [
      {"content-length": "1"},
      {"content-length": "99999999999"},
      {"transfer-encoding": "chunked"},
    ]) {
      await expectFault(await served.get(path, {headers: headers as Record<string, string>}), 413, "BODY_REFUSED");
    }
  });

  test("is shown under the site's own names alone", async () => {
    for (const [host, status] of [
      ["http://127.0.0.1:8080", 200],
      ["http://localhost:8080", 200],
      ["http://[::1]:9", 200],
      [origin, 200],
      ["http://readership.example.org:443", 200],
      ["http://readership.example.org:8080", 421],
      ["http://readership.example.org.evil.example", 421],
      ["http://evil.example", 421],
      ["http://127.0.0.2:8080", 421],
      ["http://localhost.evil.example", 421],
    ] as const) {
      const response = await served.app.fetch(new Request(`${host}${path}`));
      expect(response.status, host).toBe(status);
      if (status === 421) await expectFault(response, 421, "HOST_UNKNOWN");
    }
  });

  if (route.kind === "api") {
    test("tells other sites' pages that they may ask", async () => {
      const response = await served.get(path, {method: "OPTIONS"});
      expect(response.status).toBe(204);
      expect(response.headers.get("access-control-allow-methods")).toBe("GET, HEAD");
      expect(response.headers.get("access-control-allow-credentials")).toBe(null);
    });

    test("refuses a parameter that it does not take, and one that stands there twice", async () => {
      const [bare] = path.split("?");
      for (const query of ["?utm_source=x", "?__proto__=1", "?constructor=1", "?toString=1"]) {
        await expectFault(await served.get(`${bare}${query}`), 400, "PARAMETER_REFUSED");
      }
      for (const name of Object.keys(route.query.shape)) {
        await expectFault(await served.get(`${bare}?${name}=&${name}=`), 400, "PARAMETER_REFUSED");
        await expectFault(await served.get(`${bare}?${name}=%00%22`), 400, "PARAMETER_REFUSED");
      }
      await expectFault(await served.get(`${bare}?${"a".repeat(5000)}=1`), 400, "PARAMETER_REFUSED");
    });
  }
});

const hostilePaths = [
  "/..%2f..%2fbroadsheet.yaml",
  "/%2e%2e/broadsheet.yaml",
  "/editions/%2e%2e%2f%2e%2e%2fstore/key",
  "/editions/2004-H2/..%5c..%5cstore%5ckey",
  "/editions//2004-H2/report.json",
  "/editions/2004-H2/report.json%00.html",
  "/%252e%252e/store/key",
  "/\\..\\store\\key",
  "/editions/2004-H2/report.json/",
  "/editions/2004-H2/",
  "/store/key",
  "/broadsheet.yaml",
  "/published/keys.txt",
  "/_headers",
  "/.htaccess",
  "/hosting/nginx.conf",
  "/site.json",
  "/api/v1/figures/..%2f..%2fstore",
  "/api/v1/figures/%00",
  "/api/v1/tables/departments%2frows",
  "/api/v1/editions/__proto__",
  "/api/v1/figures/constructor",
  "/api/v2/figures",
  "/api/v1/",
  "/api",
  "/%ff%fe",
  "/%",
  `/${"a/".repeat(600)}`,
  `/${"a".repeat(5000)}`,
];

test.each(hostilePaths)("%s is nothing", async (path) => {
  const response = await served.get(path);
  expect([400, 404]).toContain(response.status);
  // How a secret key begins, plain or under a password: a public one stands at the foot of every page.
  expect(await response.text()).not.toMatch(/publication:|RWQAAEIy|RWRTY0Iy|untrusted comment/i);
});

test("whatever the table is asked, by chance: an answer of its own, no bug, nothing of the workspace, all headers", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...["api", "v1", "figures", "tables", "editions", "errata", "methodology", "readers", "2004-H2", "series"],
      ...["..", ".", "", "%2e%2e", "%2f", "%00", "__proto__", "*", ":figure", "index.html", "keys.txt", "store"],
    ),
    fc.string({unit: "binary", maxLength: 12}).map(encodeURI_),
    fc.string({maxLength: 12}),
  );
  const value = fc.oneof(
    fc.constantFrom("2004-01", "2004-13", "9999-99", "0000-01", "-1", "csv", "json", "year-ago", "1e9", "[object]", ""),
    fc.string({unit: "binary", maxLength: 20}).map(encodeURI_),
  );
  const name = fc.oneof(
    fc.constantFrom("from", "until", "compare", "format", "edition", "figure", "as", "months", "__proto__"),
    fc.string({maxLength: 6}).map(encodeURI_),
  );
  const query = fc.array(fc.tuple(name, value), {maxLength: 4});
  const known = fc.constantFrom(...Object.values(examples).map((path) => path.split("?")[0]!));
  const path = fc.oneof(
    fc.array(piece, {maxLength: 6}).map((pieces) => `/${pieces.join("/")}`),
    known,
  );
  const method = fc.constantFrom("GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "DELETE");
  const headers = fc.dictionary(
    fc.constantFrom("if-none-match", "accept-encoding", "accept", "range", "cookie", "origin", "x-forwarded-host"),
    fc.string({maxLength: 20}).filter((text) => /^[\x20-\x7e]*$/.test(text)),
  );
  await fc.assert(
    fc.asyncProperty(method, path, query, headers, async (how, where, asked, said) => {
      const search = asked.map(([one, other]) => `${one}=${other}`).join("&");
      let request: Request;
      try {
        request = new Request(`http://127.0.0.1:8080${where}${search === "" ? "" : `?${search}`}`, {
          method: how,
          headers: said,
        });
      } catch {
        // No client can send it.
        return;
      }
      if (new URL(request.url).host !== "127.0.0.1:8080") return;
      const response = await served.app.fetch(request);
      const text = await response.text();
      expect([200, 204, 301, 303, 304, 400, 404, 405, 413]).toContain(response.status);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("set-cookie")).toBe(null);
      expect(response.headers.get("location") ?? "").not.toMatch(/^\/\/|:/);
      if (
        response.status >= 400 &&
        response.headers.get("content-type")?.startsWith("application/json") &&
        how !== "HEAD"
      ) {
        expect(Object.keys((JSON.parse(text) as {error: object}).error)).toEqual(faultKeys);
      }
      expect(text).not.toContain("minisign encrypted secret key");
    }),
    {numRuns: amount({few: 400, all: 100_000}), seed: 2005},
  );
  expect(served.bugs).toEqual([]);
}, 600_000);

function encodeURI_(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

describe("the description of the API", () => {
  interface Described {
    readonly openapi: string;
    readonly servers: readonly {readonly url: string}[];
    readonly paths: Readonly<
      Record<string, {get: {operationId: string; parameters?: {name: string; in: string; required: boolean}[]}}>
    >;
  }
  const described = async () => (await (await served.get("/api/v1/openapi.json")).json()) as Described;

  test("has the routes of the table and no others, each with what it takes", async () => {
    const {openapi, paths} = await described();
    expect(openapi).toMatch(/^3\.1\./);
    const own = publicRoutes.filter(({kind}) => kind === "api");
    expect(Object.keys(paths)).toEqual(own.map(({path}) => openApiPath(path)));
    for (const {id, path, params, query} of own) {
      const {operationId, parameters = []} = paths[openApiPath(path)]!.get;
      expect(operationId).toBe(id);
      const names = parameters.map(({name, in: place, required}) => [name, place, required]);
      expect(names).toEqual([
        ...Object.keys(params.shape).map((name) => [name, "path", true]),
        ...Object.keys(query.shape).map((name) => [name, "query", false]),
      ]);
    }
  });

  test("names a server from which its paths lead to the routes", async () => {
    const {servers} = await described();
    expect(new URL(servers[0]!.url, "https://example.org/readership/api/v1/openapi.json").pathname).toBe(
      "/readership/",
    );
  });

  test("refers to nothing that it does not have", async () => {
    const text = JSON.stringify(await described());
    const named = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
    );
    expect(named).toEqual(new Set(["schemas/Fault", "responses/Fault"]));
    expect(text).not.toContain('"$ref":"#/$defs');
  });
});
