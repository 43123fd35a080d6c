import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type ServedPress, servePress} from "./served-press.ts";

/*
 * Figures by a form, and figures on pages of others.
 */

let served: ServedPress;
beforeAll(async () => {
  served = await servePress();
}, 60_000);
afterAll(() => served.remove());

const page = async (query: string): Promise<string> => (await served.get(`/explore/${query}`)).text();
/** The rows of the table, as text. */
const rowsIn = (text: string): string[] => {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(text)?.[1] ?? "";
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    row!
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
};
const chosenIn = (text: string): string[] => {
  return [...text.matchAll(/<option value="([^"]*)" selected>/g)].map(([, value]) => value!);
};

describe("a figure by a form", () => {
  test("shows what was chosen, the newest first, each month beside that of the year before, with where it comes from", async () => {
    const text = await page("?figure=readers&from=2005-01&until=2005-03&compare=year-ago");
    expect(rowsIn(text)).toEqual([
      "March 2005 35,000 22,900 March 2004 +52.8 % 2005-H1 published first",
      "February 2005 33,000 22,000 February 2004 +50.0 % 2005-H1 published first",
      "January 2005 32,000 21,000 January 2004 +52.4 % 2005-H1 published first",
    ]);
    expect(chosenIn(text)).toEqual(["readers", "2005-01", "2005-03", "year-ago", "all"]);
  });

  test("shows months that nobody has published as such, and what was put right", async () => {
    const rows = rowsIn(await page("?figure=readers&from=2004-08&until=2004-11"));
    expect(rows[0]).toMatch(/^November 2004 30,400 .*Erratum 1 of 2004-H2 revision/);
    expect(rows[2]).toBe("September 2004 – not published");
  });

  test("says before the figures that they were counted by several rules, and not where they were not", async () => {
    const doubt = "These months were counted by several rules";
    const mixed = await page("?figure=readers&from=2004-12&until=2005-01");
    expect(mixed.indexOf(doubt)).toBeGreaterThan(0);
    expect(mixed.indexOf(doubt)).toBeLessThan(mixed.indexOf("<svg"));
    expect(await page("?figure=readers&from=2005-01&until=2005-06")).not.toContain(doubt);
    expect(await page("?figure=readers&from=2005-01&until=2005-06&compare=year-ago")).toContain(doubt);
  });

  test("takes two months that were chosen the wrong way round as they were meant", async () => {
    expect(rowsIn(await page("?from=2005-03&until=2005-01")).length).toBe(3);
  });

  test("shows the chart, the table, or both", async () => {
    for (const [query, hasChart, hasTable] of [
      ["", true, true],
      ["?as=chart", true, false],
      ["?as=table", false, true],
    ] as const) {
      const text = await page(query);
      expect([text.includes('class="wide"'), rowsIn(text).length > 0], query).toEqual([hasChart, hasTable]);
    }
  });

  test("leads to the same as data", async () => {
    for (const form of ["csv", "json"]) {
      const response = await served.get(`/explore/?figure=readers&from=2005-01&until=&compare=previous&as=${form}`);
      const to = response.headers.get("location")!;
      expect([response.status, to]).toEqual([
        301,
        `../api/v1/figures/readers?from=2005-01&compare=previous&format=${form}`,
      ]);
      expect((await served.get(new URL(to, "http://127.0.0.1:8080/explore/").pathname)).status).toBe(200);
    }
  });

  test("is found from every page, and sent to nobody else", async () => {
    expect(await (await served.get("/series/readers.html")).text()).toContain('href="../explore/?figure=readers"');
    expect(await (await served.get("/")).text()).toContain('<a href="explore/">');
    const response = await served.get("/explore/");
    expect(response.headers.get("content-security-policy")).toContain("form-action 'self'");
    expect(await response.text()).toContain('<form class="choose" method="get" action="./">');
    expect((await served.get("/explore")).headers.get("location")).toBe("explore/");
  });

  test("tells a person of a mistyped link in a page", async () => {
    const response = await served.get("/explore/?from=yesterday");
    expect([response.status, response.headers.get("content-type")]).toEqual([400, "text/html; charset=utf-8"]);
    expect((await served.get("/explore/?figure=nothing")).status).toBe(404);
  });

  test("all of its links lead somewhere", async () => {
    const text = await page("?figure=readers&from=2004-10&until=2005-02&compare=year-ago");
    for (const [, href] of text.matchAll(/<(?:a|link)[^>]* href="([^"#]+)[^"]*"/g)) {
      const url = new URL(href!.replaceAll("&amp;", "&"), "http://127.0.0.1:8080/explore/");
      const {status} = await served.get(`${url.pathname}${url.search}`);
      expect([200, 301], href).toContain(status);
    }
  });
});

describe("a figure on a page of others", () => {
  test("says of which edition it is, when that was published, and whether errata are in it", async () => {
    for (const [query, source] of [
      ["", "From the editions of The Example Press: 2005-H1. Published 2005-07-20."],
      [
        "?edition=2004-H2",
        "From the editions of The Example Press: 2004-H2. Published 2005-01-20. Corrected by 1 erratum.",
      ],
      [
        "?edition=2004-H2&amp;months=12",
        "From the editions of The Example Press: 2004-H1, 2004-H2. Published 2005-01-20. Corrected by 2 errata.",
      ],
    ] as const) {
      for (const path of ["/embed/readers/chart.svg", "/embed/readers/"]) {
        const text = await (await served.get(`${path}${query.replaceAll("&amp;", "&")}`)).text();
        expect(text.replaceAll(/\s+/g, " "), `${path}${query}`).toContain(source.split(": ")[0]!);
        expect(text.replaceAll(/<[^>]+>|\s+/g, " ").replaceAll(/ +/g, " "), `${path}${query}`).toContain(source);
      }
    }
  });

  test("may be shown by any page, and does nothing there", async () => {
    for (const path of ["/embed/readers/chart.svg", "/embed/readers/"]) {
      const {headers} = await served.get(path);
      expect(headers.get("content-security-policy")).not.toContain("frame-ancestors");
      expect(headers.get("x-frame-options")).toBe(null);
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    }
    expect((await served.get("/explore/")).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  test("is not there where there is no figure, no edition, or nothing to draw", async () => {
    for (const path of [
      "nothing/chart.svg",
      "nothing/",
      "readers/chart.svg?edition=1999-H1",
      "readers/?edition=2003-H2",
    ]) {
      expect((await served.get(`/embed/${path}`)).status, path).toBe(404);
    }
    expect((await served.get("/embed/readers/?months=1")).status).toBe(400);
    expect((await served.get("/embed/readers/?months=1000000")).status).toBe(400);
  });
});

describe("a table by a form", () => {
  const table = async (query: string): Promise<string> => (await served.get(`/explore/tables/${query}`)).text();

  test("shows an edition beside another, with what was put right, and no change of a share", async () => {
    const text = await table("?table=departments&edition=2004-H2&beside=2004-H1&as=table");
    expect(rowsIn(text).find((row) => row.startsWith("Deutsch"))).toBe(
      "Deutsch 188,008 188,008 0.0 % 51,002 51,002 0.0 % 20.0% 20.0%",
    );
    expect(chosenIn(text)).toEqual(["departments", "2004-H2", "2004-H1", "", "table"]);
    expect(text).not.toContain('<figure class="bars-of-rows">');
  });

  test("without anything said is the first table of the newest edition that has it, as chart and table", async () => {
    const text = await table("");
    expect(chosenIn(text)).toEqual(["departments", "2005-H1", "", "", "all"]);
    expect(text).toContain('<figure class="bars-of-rows">');
  });

  test("follows a row through the editions, the newest first", async () => {
    const text = await table("?table=departments&row=deutsch&as=table");
    const [, through] = text.split('id="through"');
    expect(rowsIn(through!)).toEqual([
      "2005-H1 188,008 51,002 20.0%",
      "2004-H2 188,008 51,002 20.0%",
      "2004-H1 188,008 51,002 20.0%",
    ]);
  });

  test("a row of another table is none of this one", async () => {
    expect(chosenIn(await table("?table=hours&row=deutsch"))).toContain("");
  });

  test("as CSV or JSON is that of the API", async () => {
    const answer = await served.get("/explore/tables/?table=departments&edition=2004-H2&as=csv");
    expect([answer.status, answer.headers.get("location")]).toEqual([
      301,
      "../../api/v1/tables/departments?edition=2004-H2&format=csv",
    ]);
  });

  test("of an edition that has no such table says which have", async () => {
    const answer = await served.get("/explore/tables/?table=departments&edition=1999-H1");
    expect(answer.status).toBe(400);
  });

  test("of no such table is not there", async () => {
    expect((await served.get("/explore/tables/?table=none")).status).toBe(404);
  });
});
