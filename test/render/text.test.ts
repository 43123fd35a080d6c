import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {renderStandingText, renderText} from "../../src/render/text/report.ts";
import {widthOf} from "../../src/render/text/wrap.ts";
import {renderAccountText} from "../../src/render/views/account.ts";
import {amount} from "../run/amounts.ts";
import {gappedReport, longReport, report} from "./fixture.ts";
import {hostileText, hostileTexts} from "./hostile.ts";
import {reportedReport, reportWith, richReport} from "./rich-fixture.ts";

const plain = {width: 80, color: false};

function linesOf(text: string): string[] {
  return text.split("\n");
}

describe("the report on a terminal", () => {
  test("the half-year of the model case stands in one table of 80 columns, the whole period set off", () => {
    expect(linesOf(renderText(report, plain)).slice(0, 8)).toEqual([
      "The Example Press · readership, second half of 2005                     UTC",
      "",
      "80,836 distinct users in November 2005, the most of the half-year.",
      "",
      "                           Jul    Aug    Sep    Oct    Nov    Dec   Jul–Dec",
      "Distinct users ¹ ² ³    48,817 52,213 66,730 73,193 80,836 73,928   240,103",
      "Megabytes per day ¹ ² ³  443.2  370.6  558.7  602.7  535.2  471.5     496.4",
      "Files per day ¹ ² ³      3,502  3,791  5,221  6,298  6,406  5,481     5,109",
    ]);
  });

  test("figures whose change is known stand above the sentence that leads with it, the rest of the summary below the notes", () => {
    const lines = linesOf(renderText(richReport, plain));
    expect(lines.slice(2, 8)).toEqual([
      "Distinct users     73,928  December 2005  +5.6 %  December 2004: 70,018",
      "Megabytes per day   471.5  December 2005  −4.0 %  December 2004: 490.9",
      "Files per day       5,481  December 2005  +9.6 %  December 2004: 5,000",
      "",
      "Distinct users up 5.6 percent on December 2004: 73,928, from 70,018. October",
      "2004 is covered for 30 days of 31: a change against it is not one of whole",
    ]);
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
    expect(at("³ Left out")).toBeLessThan(at("80,836 distinct users"));
    expect(at("80,836 distinct users")).toBeLessThan(at("Compared with"));
  });

  test("where there is room for it, the row's course stands at its end", () => {
    expect(linesOf(renderText(report, {width: 90, color: false})).slice(3, 6)).toEqual([
      "",
      "                            Jul     Aug     Sep     Oct     Nov     Dec   Jul–Dec",
      "Distinct users ¹ ² ³     48,817  52,213  66,730  73,193  80,836  73,928   240,103  ▁▂▅▆█▆",
    ]);
  });

  test("without a figure of the whole period there is no column for it", () => {
    const measures = report.measures.map((measure) => ({...measure, total: null, totalReason: "not asked for"}));
    const text = renderText({...report, measures}, plain);
    expect(text).toContain("\nDistinct users ¹ ² ³     48,817  52,213  66,730  73,193  80,836  73,928  ▁▂▅▆█▆\n");
    expect(text).not.toContain("Jul–Dec");
  });

  test("a figure of the whole period alone has dashes for its months and no course", () => {
    const [first, ...others] = report.measures;
    const none = report.columns.map(() => null);
    const whole = {...first!, values: none, reasons: none.map(() => "asked of the whole period, not of a month")};
    const lines = linesOf(renderText({...report, measures: [whole, ...others]}, {width: 100, color: false}));
    expect(lines).toContain("Distinct users ¹ ² ³          –       –       –       –       –       –    240,103");
    expect(lines).toContain("– Distinct users, July to December: asked of the whole period, not of a month.");
  });

  test("a long label stands on two lines rather than that the months are split", () => {
    const [first, ...others] = report.measures;
    const measures = [{...first!, label: "Users of several months in a row"}, ...others];
    expect(linesOf(renderText({...report, measures}, plain)).slice(4, 8)).toEqual([
      "                                Jul    Aug    Sep    Oct    Nov    Dec   Jul–Dec",
      "Users of several months in a",
      "row ¹ ² ³                    48,817 52,213 66,730 73,193 80,836 73,928   240,103",
      "Megabytes per day ¹ ² ³       443.2  370.6  558.7  602.7  535.2  471.5     496.4",
    ]);
  });

  test("a value that an older report gave has a mark that hangs behind it, explained once", () => {
    const text = renderText({...reportedReport, comparison: null, index: null, tables: []}, plain);
    expect(text).toContain(
      [
        "                           Jul     Aug     Sep     Oct     Nov     Dec   Jul–Dec",
        "Days covered                31    7/31      30      31      30      31   160/184",
        "Distinct users ¹ ² ³    48,817ʳ 52,213ʳ 66,730  73,193  80,836  73,928   240,103",
        "Megabytes per day ¹ ² ³  443.2ʳ  370.6ʳ  558.7       –   535.2   471.5         –",
      ].join("\n"),
    );
    expect(text.match(/^ʳ: reported by an older report, not measured\.$/gm)).toHaveLength(1);
  });

  test("notes that share a number are printed once, together, with a hanging indent", () => {
    expect(renderText(report, plain)).toContain(
      [
        "² Left out in July and August: 12 clients that took more than 1,000 documents in",
        "  the month (48,113 requests). This may wrongly leave out devoted readers and",
        "  shared connections.",
        "³ Left out from September on",
      ].join("\n"),
    );
  });

  test("the last lines count the logs and say where the rest is", () => {
    const end = linesOf(renderText(report, {width: 120, color: false})).slice(-3);
    expect(end).toEqual([
      "3,059,292 lines in 6 files; 82 could not be read. Every request is accounted for: broadsheet account",
      "2005-H2",
      "",
    ]);
  });

  test("an account that does not add up is said in numbers", () => {
    const [july, ...others] = report.account;
    const open = {...report, account: [{...july!, requests: 391_476}, ...others]};
    const text = renderText(open, {width: 100, color: false}).replaceAll("\n", " ");
    expect(text).toContain("July 2005 has 391,476 requests, but its verdicts add up to 391,475.");
    expect(text).not.toContain("Every request is accounted for");
  });

  test("a missing figure is a dash, a gap in the line, and a reason below", () => {
    const lines = linesOf(renderText(gappedReport, plain));
    expect(lines).toContain("Megabytes per day ¹ ² ³  443.2  370.6  558.7      –  535.2  471.5         –");
    expect(lines).toContain("– Megabytes per day, October: not recorded: this format has no byte count.");
    expect(lines).toContain("– Megabytes per day, July to December 2005 as a whole: not recorded for October.");
    expect(renderText(gappedReport, {width: 100, color: false})).toContain("  ▄▁█·▇▅\n");
  });

  test("days covered stand under the head only when a month is not whole", () => {
    expect(renderText(gappedReport, plain)).toContain(
      "\nDays covered                31   7/31     30     31     30     31   160/184\n",
    );
    expect(renderText(report, plain)).not.toContain("Days covered");
  });

  test("24 months are split into four blocks that name the year", () => {
    const heads = linesOf(renderText(longReport(24), plain)).filter((line) =>
      /^ +(20\d\d|[JFMASOND][a-z]{2}) */.test(line),
    );
    const firstHalf = "                            Jan     Feb     Mar     Apr     May     Jun";
    const secondHalf = "                            Jul     Aug     Sep     Oct     Nov     Dec";
    const year = (digits: string) => `                           ${digits}`;
    expect(heads).toEqual([
      ...[year("2005"), secondHalf, year("2006"), firstHalf],
      ...[year("2006"), secondHalf, year("2007"), firstHalf],
    ]);
  });

  test("the whole of a period in blocks stands below the last of them", () => {
    expect(renderText(longReport(24), plain)).toContain(
      [
        "",
        "                           Period",
        "Distinct users ¹ ² ³      240,103",
        "Megabytes per day ¹ ² ³     496.4",
        "Files per day ¹ ² ³         5,109",
        "",
      ].join("\n"),
    );
  });

  test("colour adds escape sequences and changes no character", () => {
    const coloured = renderText(richReport, {width: 80, color: true});
    expect(coloured).toContain("\x1b[1mThe Example Press");
    expect(coloured).toContain("\x1b[1mDepartments");
    expect(coloured.replace(/\x1b\[\d+m/g, "")).toBe(renderText(richReport, plain));
  });

  test("a report without months, measures or notes is still a page", () => {
    const empty = {...report, columns: [], measures: [], notes: [], standing: [], summary: [], account: [], inputs: []};
    expect(renderText(empty, plain)).toContain("No log was read for this period.");
  });

  test("the standing notes alone are numbered", () => {
    expect(renderStandingText(report, plain)).toBe(
      [
        "1. A reader here is a computer, not a person: several people may share one, and",
        "   one person may use several.",
        "2. Copies kept by a proxy or a browser are read without a line in the logs.",
        "",
      ].join("\n"),
    );
  });
});

describe("the account on a terminal", () => {
  test("has a row a verdict, a total and a share", () => {
    const lines = linesOf(renderAccountText(report, {width: 120, color: false}));
    expect(lines.find((line) => line.startsWith("Graphics"))?.split(/ {2,}/)).toEqual([
      "Graphics",
      "160,000",
      "175,000",
      "230,000",
      "280,000",
      "290,000",
      "267,118",
      "1,402,118",
      "45.8%",
    ]);
    expect(
      lines
        .find((line) => line.startsWith("All requests"))
        ?.split(/ {2,}/)
        .slice(-2),
    ).toEqual(["3,059,210", "100.0%"]);
  });

  test("has a row a log, in which lines are requests and what could not be read", () => {
    const lines = linesOf(renderAccountText(report, plain));
    expect(lines).toContain("logs/access-2005-07.log.gz     391,485     391,475          10           0");
    expect(lines).toContain("All logs                     3,059,292   3,059,210          82           0");
  });

  test("says which days are missing", () => {
    expect(renderAccountText(gappedReport, plain)).toContain(
      "The logs cover 7 of the 31 days of August 2005. No line for day 8–31.",
    );
  });
});

describe("hostile text on a terminal", () => {
  const prints = [renderText, renderAccountText, renderStandingText];

  test.each(hostileTexts)("no line is wider than the terminal: %j", (text) => {
    for (const print of prints) {
      for (const line of linesOf(print(reportWith(text), plain))) expect(widthOf(line)).toBeLessThanOrEqual(80);
    }
  });

  test("no line of a long period is wider than the terminal, nor of a comparison, nor of a table", () => {
    for (const width of [80, 97, 132]) {
      for (const print of prints) {
        for (const one of [longReport(24), reportedReport, reportWith("x".repeat(90))]) {
          for (const line of linesOf(print(one, {width, color: false}))) {
            expect(widthOf(line)).toBeLessThanOrEqual(width);
          }
        }
      }
    }
  });

  test("the only control character is the line break", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const print of prints) {
          expect(print(reportWith(text), plain)).not.toMatch(
            /[^\P{Cc}\n]|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\u{e0000}-\u{e007f}]/u,
          );
        }
      }),
      {numRuns: amount({few: 30, all: 100})},
    );
  });
});
