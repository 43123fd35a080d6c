import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import type {LanguageId} from "../../../src/base/words/language.ts";
import {ingestLogs} from "../../../src/operations/ingest.ts";
import {readerId} from "../../../src/workspace/reader-id.ts";
import {lineOf, logOf} from "../../press.ts";
import {deskOf, type TestDesk} from "./desk-of.ts";

// Each test reads a log and surveys.
vi.setConfig({testTimeout: 120_000, hookTimeout: 120_000});

const [fox, safari] = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
];

function taking(client: string, documents: number, agent: string): string[] {
  return Array.from({length: documents}, (_, number) =>
    lineOf({
      ...{client, path: `/<script>${number}.html`, bytes: 1_000_000, agent},
      at: `02/Jul/2005:1${number}:00:00 +0000`,
    }),
  );
}

/** Above a limit of 2, on the one day of the log: three clients, two of one network, two of one agent. Below it one, with one document. */
const log = logOf([
  ...taking("192.0.2.1", 5, fox),
  ...taking("192.0.2.2", 4, safari),
  ...taking("198.51.100.7", 3, fox),
  ...taking("203.0.113.9", 1, safari),
]);

let made: TestDesk;
async function begin(language: LanguageId = "en"): Promise<void> {
  made = deskOf({language, settings: {methodology: {heavyReaders: {documents: 2}}}});
  const path = join(made.folder, "..", "july.log");
  writeFileSync(path, log);
  await ingestLogs(made.desk.store(), {logs: [path]});
}
beforeEach(() => begin());
afterEach(async () => {
  expect(made.bugs).toEqual([]);
  await made.remove();
});

const numberOf = (address: string): string => String(readerId(address, made.desk.store().workspace.key));
const clientPath = (address: string): string => `/review/2005-07/clients/${numberOf(address)}`;
const rows = (): string[] => readFileSync(join(made.folder, "blacklist.csv"), "utf8").trim().split("\n").slice(1);

async function look(): Promise<string> {
  return made.done(await made.post("/review/2005-07/look", {}, "reviewer"));
}

async function page(path: string): Promise<string> {
  const answer = await made.get(path, "reviewer");
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

/** The mark of the blacklist that the forms of a page carry. */
function seenIn(text: string): string {
  return /name="seen" value="([^"]+)"/.exec(text)![1]!;
}

/** What a table of a page says, row by row. */
function tableIn(text: string, caption: string): string[][] {
  const table = text.split("<table>").find((part) => part.includes(`>${caption}</caption>`)) ?? "";
  return [...table.split("</table>")[0]!.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = ""]) => cell.replace(/<[^>]+>/g, "").trim()),
  );
}

describe("the months", () => {
  test("say who is undecided once somebody has looked, and looking is a job", async () => {
    expect(tableIn(await page("/review"), "Review")[1]).toEqual([
      "July 2005",
      "nobody has looked yet",
      "",
      "Look at the clients July 2005",
    ]);
    expect(await look()).toBe("/review/2005-07");
    expect(tableIn(await page("/review"), "Review")[1]).toEqual(["July 2005", "3", "", ""]);
    const list = await page("/review/2005-07");
    expect(list).toContain("3 clients are to be looked at; 3 are undecided.");
    expect(
      tableIn(list, "Undecided")
        .slice(1)
        .map(([client, documents, why]) => [client, documents, why]),
    ).toEqual([
      ["192.0.2.1", "5", "more than 2 documents in the month"],
      ["192.0.2.2", "4", "more than 2 documents in the month"],
      ["198.51.100.7", "3", "more than 2 documents in the month"],
    ]);
  });

  test("without a survey no page surveys by itself", async () => {
    for (const path of ["/review/2005-07", clientPath("192.0.2.1"), "/review/2005-07/close"]) {
      expect(await page(path)).toContain("Nobody has looked at these clients since");
    }
    expect(made.desk.jobs.all()).toEqual([]);
  });
});

describe("a client's page", () => {
  test("shows what the terminal shows, with the figures now, left out and as a reader, and nothing of an address in a link", async () => {
    await look();
    const text = await page(clientPath("192.0.2.1"));
    expect(text).toContain("<title>Client 1 of 3, July 2005");
    expect(text).toContain('<bdi dir="ltr">192.0.2.1</bdi>');
    expect(text).toContain("July 2005: 5 documents, 100.0% of them different, 5.0 MB.");
    expect(text).toContain("Active in 5 of 24 hours of the day, most at 10:00: 1 document.");
    expect(text).toContain(fox!);
    // One reader with one document of a megabyte counts now, on one day; the client took five.
    expect(tableIn(text, "What a decision would do to the figures: July 2005")).toEqual([
      ["July 2005", "now", "left out", "as a reader"],
      ["Distinct users", "1", "1", "2"],
      ["Megabytes per day", "1.0", "1.0", "6.0"],
      ["Files per day", "1", "1", "6"],
    ]);
    expect([...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, to]) => to).join()).not.toMatch(
      /192\.0|198\.51/,
    );
  });

  test("shows text of strangers as text", async () => {
    await look();
    const text = await page(clientPath("192.0.2.2"));
    expect(text).toContain("/&lt;script&gt;0.html");
    expect(text).not.toContain("<script>");
  });

  test("is not there of a client that is not listed", async () => {
    await look();
    expect((await made.get(clientPath("203.0.113.9"), "reviewer")).status).toBe(404);
    expect((await made.get("/review/2005-07/clients/192.0.2.1", "reviewer")).status).toBe(404);
  });
});

describe("deciding", () => {
  test("writes a row, leads to the next with what was done and the way back, and is in the figures", async () => {
    await look();
    const text = await page(clientPath("192.0.2.1"));
    const fields = {seen: seenIn(text), decision: "reader", own: "a school"};
    const answer = await made.post(clientPath("192.0.2.1"), fields, "reviewer");
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `${clientPath("192.0.2.2")}?done=${numberOf("192.0.2.1")}&named=1`,
    ]);
    expect(rows()).toEqual(["192.0.2.1,2005-07-01,,reader,a school,The reviewer,2006-01-01"]);
    expect(made.acts).toEqual([["reviewer", "decide", `2005-07, client ${numberOf("192.0.2.1")}: reader`]]);
    const next = await page(answer.headers.get("location")!);
    expect(next).toContain("Written: 192.0.2.1 is a reader.");
    expect(next).toContain("broadsheet.yaml names the blacklist now.");
    expect(next).toContain('name="reason" value="a school"');
    expect(tableIn(next, "What a decision would do to the figures: July 2005")[1]).toEqual([
      "Distinct users",
      "2",
      "2",
      "3",
    ]);
    const undo = await made.post(`${clientPath("192.0.2.1")}/undo`, {seen: seenIn(next)}, "reviewer");
    expect(undo.headers.get("location")).toBe(`${clientPath("192.0.2.1")}?undone=1`);
    expect(rows()[1]).toBe("192.0.2.1,2005-07-01,,later,taken back,The reviewer,2006-01-01T00:00:00Z");
    expect(await page(undo.headers.get("location")!)).toContain("Taken back: a new row says what held before.");
    expect(made.desk.jobs.all()).toHaveLength(1);
  });

  test("without a reason is refused, with the form as it was; later needs none", async () => {
    await look();
    const seen = seenIn(await page(clientPath("192.0.2.1")));
    const refused = await made.post(clientPath("192.0.2.1"), {seen, decision: "robot", own: "  "}, "reviewer");
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Say why, in a few words.");
    expect((await made.post(clientPath("192.0.2.1"), {seen, decision: "later"}, "reviewer")).status).toBe(303);
    expect(rows()).toEqual(["192.0.2.1,2005-07-01,,later,,The reviewer,2006-01-01"]);
  });

  test("of two at once, the second is told what the first did, and its form is still filled", async () => {
    await look();
    const seen = seenIn(await page(clientPath("192.0.2.1")));
    await made.post(clientPath("192.0.2.1"), {seen, decision: "reader", own: "a <i>school</i>"}, "editor");
    const met = await made.post(clientPath("192.0.2.1"), {seen, decision: "robot", own: "asks all night"}, "reviewer");
    const text = await met.text();
    expect(met.status).toBe(409);
    expect(tableIn(text, "Somebody else has decided meanwhile")[1]).toEqual([
      "a reader",
      "The editor",
      "2006-01-01",
      "a &lt;i&gt;school&lt;/i&gt;",
    ]);
    expect(text).toContain('value="asks all night"');
    expect(rows()).toHaveLength(1);
    const again = await made.post(
      clientPath("192.0.2.1"),
      {seen: seenIn(text), decision: "robot", own: "asks all night"},
      "reviewer",
    );
    expect(again.status).toBe(303);
    expect(rows()).toHaveLength(2);
    // About another client both rows stay, and that is said.
    const other = await made.post(clientPath("192.0.2.2"), {seen, decision: "robot", own: "x"}, "reviewer");
    expect(other.headers.get("location")).toContain("&between=2");
    expect(await page(other.headers.get("location")!)).toContain("Others had written 2 decisions meanwhile");
  });

  test("a blacklist that was changed by hand is not written over", async () => {
    await look();
    await made.post(clientPath("192.0.2.1"), {
      seen: seenIn(await page(clientPath("192.0.2.1"))),
      decision: "robot",
      own: "x",
    });
    const seen = seenIn(await page(clientPath("192.0.2.2")));
    const path = join(made.folder, "blacklist.csv");
    writeFileSync(path, readFileSync(path, "utf8").replace(",x,", ",another reason,"));
    const met = await made.post(clientPath("192.0.2.2"), {seen, decision: "robot", own: "y"});
    expect([met.status, rows().length]).toEqual([409, 1]);
    expect(await met.text()).toContain("blacklist.csv was changed otherwise than at its end");
  });
});

describe("clients that are alike", () => {
  test("are decided about at once, but for those whose mark was taken away", async () => {
    await look();
    const list = await page("/review/2005-07");
    expect(tableIn(list, "Clients that are alike").slice(1)).toEqual([
      ["Decide about 3 clients at once", "listed for the same reasons", "more than 2 documents in the month"],
      ["Decide about 2 clients at once", "with the same agent", fox],
      ["Decide about 2 clients at once", "in the same network", "192.0.2.0/24"],
    ]);
    const group = `${clientPath("192.0.2.1")}/like/agent`;
    const text = await page(group);
    expect(tableIn(text, "What a decision would do to the figures: July 2005").slice(1)).toEqual([
      ["Distinct users", "1", "1", "3"],
      ["Megabytes per day", "1.0", "1.0", "9.0"],
      ["Files per day", "1", "1", "9"],
    ]);
    const members = [...text.matchAll(/name="member" value="(\d+)" checked/g)].map(([, member]) => member!);
    expect(members).toEqual([numberOf("192.0.2.1"), numberOf("198.51.100.7")]);
    const none = await made.post(group, {seen: seenIn(text), decision: "robot", own: "a wave"}, "reviewer");
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining("Nobody is marked.")]);
    const answer = await made.post(
      group,
      {seen: seenIn(text), decision: "robot", own: "a wave", member: members},
      "reviewer",
    );
    expect(answer.headers.get("location")).toBe("/review/2005-07?many=2&named=1");
    expect(rows()).toEqual(
      ["192.0.2.1", "198.51.100.7"].map((client) => `${client},2005-07-01,,robot,a wave,The reviewer,2006-01-01`),
    );
    const after = await page("/review/2005-07?many=2");
    expect(after).toContain("Written: a row for each of 2 clients.");
    expect(
      tableIn(after, "Decided")
        .slice(1)
        .map((row) => row.slice(0, 5)),
    ).toEqual(
      ["192.0.2.1", "198.51.100.7"].map((client) => [client, "a robot", "The reviewer", "2006-01-01", "a wave"]),
    );
    const alone = await made.post(`${clientPath("192.0.2.2")}/like/network`, {
      seen: seenIn(after),
      decision: "robot",
      own: "x",
      member: [numberOf("192.0.2.2")],
    });
    expect(alone.status).toBe(303);
    expect(await page("/review/2005-07")).toContain("Nobody is undecided any more.");
  });
});

describe("closing a month", () => {
  test("tells who is undecided first, asks for the second factor, and nothing is decided afterwards", async () => {
    await look();
    const text = await page("/review/2005-07/close");
    expect(text).toContain("3 clients are undecided, and nobody can decide about them by address once it is closed.");
    const moved = await made.post("/review/2005-07/close", {undecided: "2"});
    expect([moved.status, made.desk.jobs.all().length]).toEqual([409, 1]);
    expect(await made.done(await made.post("/review/2005-07/close", {undecided: "3"}))).toBe("/review");
    expect(made.acts).toEqual([["editor", "close", "2005-07"]]);
    expect(tableIn(await page("/review"), "Review")[1]?.slice(0, 3)).toEqual([
      "July 2005",
      "nobody has looked yet",
      "closed on 2006-01-01",
    ]);
    await look();
    const after = await page("/review/2005-07");
    expect(after).not.toContain("192.0.2.1");
    expect(after).toContain("July 2005 was closed on 2006-01-01");
    const client = await page(clientPath("192.0.2.1"));
    expect(client).toContain(`client:${BigInt(numberOf("192.0.2.1")).toString(16).padStart(16, "0")}`);
    expect(client).not.toContain('name="decision"');
    const late = await made.post(clientPath("192.0.2.1"), {seen: "none", decision: "robot", own: "x"});
    expect(late.status).not.toBe(303);
  });
});

test("bookkeepers and readers of drafts see no client", async () => {
  await look();
  for (const role of ["bookkeeper", "reader", "half", "nobody"] as const) {
    const answer = await made.get(clientPath("192.0.2.1"), role);
    expect([role, answer.status === 200]).toEqual([role, false]);
    expect(await answer.text()).not.toContain("192.0.2.1<");
  }
});

test.each(["de", "fr", "es", "ar", "zh"] as const)(
  "every page is in the language of the desk: %s",
  async (language) => {
    await made.remove();
    await begin(language);
    await look();
    const english = /Undecided|undecided|Decide|document|client\b|Why|Written|Network|Took/;
    for (const path of [
      "/review",
      "/review/2005-07",
      clientPath("192.0.2.1"),
      `${clientPath("192.0.2.1")}/like/agent`,
      "/review/2005-07/close",
    ]) {
      const said = (await page(path)).replace(/<[^>]+>/g, " ");
      if (language !== "fr" && language !== "es") expect([path, english.exec(said)?.[0]]).toEqual([path, undefined]);
    }
  },
);
