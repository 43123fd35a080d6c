import {expect, test} from "vitest";
import {judgePress, lineOf, logOf, verdictsOf} from "../press.ts";

const wait = 60_000;

/** Documents with their requests, and figures of sections and downloads. */
async function reportOf(paths: readonly string[], settings: Readonly<Record<string, unknown>>, files = {}) {
  const lines = paths.map((path, place) => lineOf({path, client: `192.0.2.${place + 1}`}));
  const {report, verdicts} = await judgePress({
    logs: {"access.log": logOf(lines)},
    period: "2005-07",
    settings: {smallest: 1, ranges: false, ...settings},
    files,
    tables: "top-documents",
  });
  const rows = report.tables.flatMap(({rows}) => rows.map(({label, values}) => [String(label), values[0]]));
  const figures = report.measures.map(({id, values}) => [id, values[0]] as const);
  return {rows: Object.fromEntries(rows), figures: Object.fromEntries(figures), verdicts};
}

test(
  "spellings of one path are one document, for rules and figures",
  async () => {
    const paths = [
      "/caf%c3%a9.html",
      "/caf\u00e9.html",
      "/caf\\xC3\\xA9.html",
      "/%7Emole/",
      "//~mole/./",
      "//robots.txt",
    ];
    const {rows, verdicts} = await reportOf([...paths, "/%72obots.txt"], {});
    expect(rows).toEqual({"/caf%C3%A9.html": 3, "/~mole/": 2});
    expect(verdicts.filter((verdict) => verdict === "page-furniture")).toHaveLength(2);
  },
  wait,
);

test(
  "parameters that are named make documents, which have titles, sections and downloads; nothing else of a query is kept",
  async () => {
    const {rows, figures} = await reportOf(
      [
        "/?p=12",
        "/?utm_source=x&p=12",
        "/index.html?p=%31%32",
        "/?p=13",
        "/?q=secret",
        "/get?file=a.pdf&as=x",
        "/get?as=y",
        "/b/c.pdf",
      ],
      {
        documents: {query: ["p"]},
        titles: "titles.csv",
        departments: "departments.csv",
        sections: {twelve: "/?p=12"},
        downloads: {pdf: ["*.pdf", "/get?file=*.pdf"]},
        methodology: {notPages: {paths: ["/get?as=y"]}},
      },
      {
        "titles.csv": "path,title\n/?p=12,The twelfth\n",
        "departments.csv": "prefix,department,language,title\n/?p,blog,,\n/**,rest,,\n",
      },
    );
    expect(rows).toEqual({"The twelfth": 3, "/?p=13": 1, "/": 1, "/get?file=*.pdf": 1, "/b/c.pdf": 1});
    expect(figures).toMatchObject({"section-readers:twelve": 3, "download-readers:pdf": 2, "downloads:pdf": 2});
  },
  wait,
);

test(
  "slashes and letters are the same where it is said",
  async () => {
    const {rows, figures} = await reportOf(["/News", "/news/", "/NEWS/index.html", "/Files/A.PDF", "/"], {
      documents: {trailingSlash: "same", case: "same"},
      sections: {news: "/News/"},
    });
    expect(rows).toEqual({"/news": 3, "/files/a.pdf": 1, "/": 1});
    expect(figures["section-readers:news"]).toBe(3);
  },
  wait,
);

test(
  "what the server said it sent decides before the ending; a 304 is what others were given, and an error says nothing",
  async () => {
    const lines = [
      ["/File:a.png", 200, "text/html; charset=utf-8"],
      ["/File:a.png", 304, null],
      ["/b.png", 200, "image/png"],
      ["/b.png", 404, "text/html"],
      ["/b.png", 304, null],
      ["/cover", 200, "image/webp"],
      ["/cover", 304, null],
      ["/data", 200, "application/json"],
      ["/page", 200, "text/html"],
      ["/paper.pdf", 200, "application/pdf"],
      ["/robots.html", 200, null],
    ].map(([uri, status, type], place) =>
      JSON.stringify({
        ts: Date.UTC(2005, 6, 1, 12) / 1000 + place,
        logger: "http.log.access",
        msg: "handled request",
        request: {
          remote_ip: "192.0.2.1",
          proto: "HTTP/2.0",
          method: "GET",
          host: "press.example",
          uri,
          headers: {"User-Agent": ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"]},
        },
        size: place + 1,
        status,
        resp_headers: type === null ? {} : {"Content-Type": [type]},
      }),
    );
    const verdicts = await verdictsOf({logs: {"access.log": logOf(lines)}, period: "2005-07"});
    expect(verdicts).toEqual([
      "counted",
      "counted",
      "graphics",
      "not-successful",
      "graphics",
      "graphics",
      "graphics",
      "page-furniture",
      "counted",
      "counted",
      "counted",
    ]);
  },
  wait,
);

test(
  "a second click is one, however its path is spelled and whatever else was asked",
  async () => {
    const at = (seconds: string): string => `01/Jul/2005:12:00:${seconds} +0000`;
    const lines = [
      lineOf({path: "/%7Emole/?utm_source=x", at: at("00"), bytes: 1}),
      lineOf({path: "/~mole/", at: at("05"), bytes: 2}),
      lineOf({path: "/?p=1", at: at("10"), bytes: 3}),
      lineOf({path: "/?p=2", at: at("12"), bytes: 4}),
    ];
    const verdicts = await verdictsOf({
      logs: {"access.log": logOf(lines)},
      period: "2005-07",
      methodology: {extends: "counter-5.1"},
      settings: {documents: {query: ["p"]}},
    });
    expect(verdicts).toEqual(["double-clicks", "counted", "counted", "counted"]);
  },
  wait,
);
