import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {z} from "zod";
import {UserError} from "../../../src/base/error.ts";
import {html} from "../../../src/render/markup/html.ts";
import {stylePath} from "../../../src/serve/desk/assets.ts";
import {defineDeskRoute} from "../../../src/serve/desk/route.ts";
import {deskRoutes} from "../../../src/serve/desk/routes.ts";
import {deskOf} from "./desk-of.ts";

const none = z.object({});
const sent: {name: string; text: string}[] = [];
let paths: string[] = [];

const base = {params: none, query: none, form: none};
const page = (text: string) => ({kind: "page", title: "A page", body: html`<p>${text}</p>`}) as const;

const routes = [
  defineDeskRoute({
    ...base,
    id: "books",
    method: "GET",
    path: "/books",
    purpose: "",
    who: "books",
    carryOut: () => page("<b>"),
  }),
  defineDeskRoute({
    ...{...base, id: "save", method: "POST", path: "/books", purpose: "", who: "books"},
    form: z.object({name: z.string().min(1), row: z.array(z.string())}),
    lists: ["row"],
    carryOut: ({form}) => page(`${form.name}: ${form.row.join()}`),
  }),
  defineDeskRoute({
    ...{...base, id: "send", method: "POST", path: "/send", purpose: "", who: "logs"},
    form: z.object({note: z.string()}),
    files: {most: 2, bytes: 1000, bytesInAll: 1500},
    carryOut: ({files, form}) => {
      paths = files.map(({path}) => path);
      sent.push(...files.map(({name, path}) => ({name, text: readFileSync(path, "utf8")})));
      return page(form.note);
    },
  }),
  defineDeskRoute({
    ...base,
    id: "own",
    method: "GET",
    path: "/own",
    purpose: "",
    who: "signed-in",
    carryOut: () => page("own"),
  }),
  defineDeskRoute({
    ...base,
    id: "open",
    method: "GET",
    path: "/open",
    purpose: "",
    who: "anybody",
    carryOut: () => page("open"),
  }),
  defineDeskRoute({
    ...{...base, id: "sure", method: "POST", path: "/sure", purpose: "", who: "publish", again: true},
    carryOut: () => ({kind: "go", to: "/own", token: "another"}),
  }),
  defineDeskRoute({
    ...{...base, id: "fault", method: "GET", path: "/fault", purpose: "", who: "anybody"},
    carryOut: () => {
      throw new UserError("LEDGER_REFUSED", "<i>no</i> day", "write one", "ledger/editions.csv, line 3");
    },
  }),
  defineDeskRoute({
    ...{...base, id: "bug", method: "GET", path: "/bug", purpose: "", who: "anybody"},
    carryOut: () => {
      throw new TypeError("secret");
    },
  }),
];

const desk = deskOf({routes});
const unsure = deskOf({routes, isSureNow: false});
afterAll(async () => {
  await desk.remove();
  await unsure.remove();
});

describe("who may", () => {
  for (const [path, as, want] of [
    ["/books", "editor", 200],
    ["/books", "bookkeeper", 200],
    ["/books", "reviewer", 403],
    ["/books", "reader", 403],
    ["/own", "reader", 200],
    ["/open", "nobody", 200],
    ["/nothing", "editor", 404],
    ["/books/", "editor", 404],
    ["/BOOKS", "editor", 404],
    ["/books%2f", "editor", 404],
    ["/books?x=1", "editor", 400],
  ] as const) {
    test(`${as} at ${path}: ${want}`, async () => expect((await desk.get(path, as)).status).toBe(want));
  }

  test("nobody is led to where one signs in, and back", async () => {
    const answer = await desk.get("/own", "nobody");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in?to=%2Fown"]);
  });
  test("somebody without the second factor is led to it", async () => {
    const answer = await desk.get("/own", "half");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in/second?to=%2Fown"]);
  });
  test("a form of a session that has ended changes nothing, and says so", async () => {
    const answer = await desk.post("/books", {name: "a", row: []}, "nobody");
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Your session has ended");
  });
  test("two cookies of the name are nobody's", async () => {
    const answer = await desk.get("/own", "nobody", {cookie: "__Host-desk=editor; __Host-desk=reader"});
    expect(answer.status).toBe(303);
  });
  test("the second factor is asked for again", async () => {
    expect((await unsure.post("/sure")).status).toBe(403);
    const answer = await desk.post("/sure");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/own"]);
    expect(answer.headers.get("set-cookie")).toBe("__Host-desk=another; Path=/; Secure; HttpOnly; SameSite=Lax");
  });
});

describe("where a form comes from", () => {
  const form = {name: "a", row: ["1", "2"]};
  const sentWith = async (headers: Record<string, string>) => {
    const all = {cookie: "__Host-desk=editor", "content-type": "application/x-www-form-urlencoded", ...headers};
    const init = {method: "POST", body: "name=a&row=1", headers: all};
    return (await desk.app.fetch(new Request("http://localhost:8081/books", init))).status;
  };
  test("its own page", async () => expect(await (await desk.post("/books", form)).text()).toContain("a: 1,2"));
  for (const [what, headers, want] of [
    ["neither header", {}, 403],
    ["another site", {origin: "https://evil.example", "sec-fetch-site": "cross-site"}, 403],
    ["another site under the same name", {origin: "http://localhost:9000", "sec-fetch-site": "same-site"}, 403],
    ["no origin that is told", {origin: "null", "sec-fetch-site": "same-origin"}, 403],
    ["a typed address", {"sec-fetch-site": "none"}, 403],
    ["a browser that tells the origin alone", {origin: "http://localhost:8081"}, 200],
    ["a browser that tells the site alone", {"sec-fetch-site": "same-origin"}, 200],
  ] as const) {
    test(`${what}: ${want}`, async () => expect(await sentWith(headers)).toBe(want));
  }
  test("another host is no site of this server", async () => {
    expect((await desk.app.fetch(new Request("http://desk.example.org/own"))).status).toBe(421);
  });
  for (const method of ["PUT", "DELETE", "OPTIONS", "PATCH"]) {
    test(`${method} is refused`, async () => {
      expect((await desk.app.fetch(new Request("http://localhost:8081/own", {method}))).status).toBe(405);
    });
  }
});

describe("what a form may hold", () => {
  for (const [what, body, want] of [
    ["a field that is unknown", "name=a&row=1&role=editor", 400],
    ["a field twice", "name=a&name=b&row=1", 400],
    ["a field that is empty", "name=&row=1", 400],
    ["too much", `name=${"a".repeat(70_000)}&row=1`, 413],
  ] as const) {
    test(`${what}: ${want}`, async () => {
      const headers = {
        cookie: "__Host-desk=editor",
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
      };
      const answer = await desk.app.fetch(new Request("http://localhost:8081/books", {method: "POST", body, headers}));
      expect(answer.status).toBe(want);
    });
  }
  test("JSON is no form", async () => {
    const headers = {cookie: "__Host-desk=editor", "sec-fetch-site": "same-origin", "content-type": "application/json"};
    const answer = await desk.app.fetch(
      new Request("http://localhost:8081/books", {method: "POST", body: "{}", headers}),
    );
    expect(answer.status).toBe(413);
  });

  test("of eight gigabytes of nothing, where no file is taken, sixteen megabytes are passed over and no more", async () => {
    let bytes = 0;
    const body = new ReadableStream({
      pull: (to) => {
        bytes += 1_000_000;
        to.enqueue(new Uint8Array(1_000_000));
      },
    });
    const headers = {
      cookie: "__Host-desk=editor",
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "8000000000",
    };
    const init = {method: "POST", body, headers, duplex: "half"} as RequestInit;
    expect((await desk.app.fetch(new Request("http://localhost:8081/books", init))).status).toBe(413);
    expect(bytes).toBeLessThan(20_000_000);
  });

  test("files come along, and are gone when it is answered", async () => {
    const form = new FormData();
    form.set("note", "two");
    form.append("log", new File(["one\r\nline"], "C:\\logs\\access.log"));
    form.append("log", new File(["two"], "../../etc/passwd"));
    const answer = await desk.post("/send", form);
    expect(await answer.text()).toContain("two");
    expect(sent.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
      {name: "access.log", text: "one\r\nline"},
      {name: "passwd", text: "two"},
    ]);
    expect(paths.map((path) => existsSync(path))).toEqual([false, false]);
  });
  for (const [what, files] of [
    ["a file that is too long", [new File(["x".repeat(1001)], "a")]],
    ["more in all than is taken", [new File(["x".repeat(900)], "a"), new File(["x".repeat(900)], "b")]],
    ["more files than are taken", [new File(["a"], "a"), new File(["b"], "b"), new File(["c"], "c")]],
  ] as const) {
    test(`${what} is refused, and nothing of it stays`, async () => {
      const form = new FormData();
      form.set("note", "x");
      for (const file of files) form.append("log", file);
      expect((await desk.post("/send", form)).status).toBe(413);
      expect(readdirSync(join(desk.folder, "desk/sent"))).toEqual([]);
    });
  }
  test("a file that breaks off is refused", async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="log"; filename="a"\r\n\r\nhalf';
    const headers = {
      cookie: "__Host-desk=editor",
      "sec-fetch-site": "same-origin",
      "content-type": "multipart/form-data; boundary=x",
    };
    const answer = await desk.app.fetch(new Request("http://localhost:8081/send", {method: "POST", body, headers}));
    expect(answer.status).toBe(413);
    expect(readdirSync(join(desk.folder, "desk/sent"))).toEqual([]);
  });
});

describe("what goes wrong", () => {
  test("a fault that a person can repair is a page", async () => {
    const answer = await desk.get("/fault");
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain("&lt;i&gt;no&lt;/i&gt; day");
    expect(text).toContain("ledger/editions.csv, line 3");
    expect(text).toContain("write one");
  });
  test("a bug is told by its number, and by nothing else", async () => {
    const answer = await desk.get("/bug");
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain("secret");
    expect(desk.bugs.map(String)).toContain("TypeError: secret");
  });
});

describe("every answer", () => {
  test("says what a browser may do with it, and is kept by nobody", async () => {
    const {headers} = await desk.get("/own");
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self'/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("set-cookie")).toBeNull();
  });
  test("has its style by a name that says what is in it", async () => {
    const text = await (await desk.get("/own")).text();
    expect(text).toContain(`href="${stylePath}"`);
    const style = await deskOfAll.get(stylePath, "nobody");
    expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
  });
  test("shows text as text", async () => expect(await (await desk.get("/books")).text()).toContain("<p>&lt;b&gt;</p>"));
  test("has nothing within it that would be run or styled", async () => {
    expect(await (await desk.get("/own")).text()).not.toMatch(/ style=| on[a-z]+=|<style|<script(?! src)/);
  });
});

const deskOfAll = deskOf();
afterAll(() => deskOfAll.remove());

describe("the table of all screens", () => {
  test("has each id once, and each path and method", () => {
    const twice = (names: readonly string[]) => names.filter((name, place) => names.indexOf(name) !== place);
    expect(twice(deskRoutes.map(({id}) => id))).toEqual([]);
    expect(twice(deskRoutes.map(({method, path}) => `${method} ${path}`))).toEqual([]);
  });
});
