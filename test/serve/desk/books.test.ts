import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {utils, write} from "@e965/xlsx";
import {afterEach, describe, expect, test} from "vitest";
import {bookNames} from "../../../src/ledger/books.ts";
import {heads} from "../../ledger/workshop.ts";
import {type DeskWish, deskOf, type TestDesk} from "./desk-of.ts";

let one: TestDesk | null = null;
afterEach(() => one?.remove());

function deskWith(funds: readonly string[] | null, wish: DeskWish = {}): TestDesk {
  const files = funds === null ? {} : {"ledger/funds.csv": [heads.funds, ...funds].map((row) => `${row}\n`).join("")};
  one = deskOf({...wish, files: {...files, ...wish.files}});
  return one;
}

const fundsOf = ({folder}: TestDesk): string => readFileSync(join(folder, "ledger/funds.csv"), "utf8");
const stateIn = (page: string): string => /name="state" value="([^"]+)"/.exec(page)![1]!;
const madeIn = (page: string) => ({state: stateIn(page), was: /name="was" value="([^"]+)"/.exec(page)![1]!});
const pageOf = async (desk: TestDesk, path: string): Promise<string> => (await desk.get(path)).text();
const row = {"cell-date": "2005-07-21", "cell-amount": "5", "cell-purpose": "print"};

describe("the list of books", () => {
  test("has every book, with its rows, days, faults and doubts", async () => {
    const desk = deskWith(["2005-07-20,150,print,,", "2005-07-20,150,print,,"], {
      files: {"ledger/mailings.csv": `${heads.mailings}\nPapers,2005-07-20,many,,,,,,,,\n`},
    });
    const page = await pageOf(desk, "/books");
    for (const name of bookNames) expect(page).toContain(`href="/books/${name}"`);
    expect(page).toContain("1 doubt");
    expect(page).toContain("1 fault");
    expect(page).toContain("not kept");
  });

  for (const [role, status] of [
    ["editor", 200],
    ["bookkeeper", 200],
    ["reviewer", 403],
    ["reader", 403],
    ["nobody", 303],
  ] as const) {
    test(`is open to ${role}: ${status}`, async () => {
      expect((await deskWith([]).get("/books", role)).status).toBe(status);
    });
  }
});

describe("the page of a book", () => {
  test("has each row as it is written, with what the check says of it, and how it is corrected", async () => {
    const page = await pageOf(
      deskWith(["2005-07-20,150,print,f1,", "20/07/2005,80,print,,", "2005-07-20,105,print,,f1"]),
      "/books/funds",
    );
    expect(page).toContain("corrected in line 4");
    expect(page).toContain("write 2005-07-20.");
    expect(page).toContain('href="/books/funds/rows/3"');
    expect(page).not.toContain('href="/books/funds/rows/2"');
  });

  test("shows a hundred of ten thousand rows, and leads to the others and to what the check says of them", async () => {
    const rows = Array.from({length: 10_000}, (_, place) => `2005-07-20,${place + 1},print,,`);
    const page = await pageOf(deskWith(["x,1,print,,", ...rows]), "/books/funds");
    expect(page.length).toBeLessThan(120_000);
    expect(page.match(/<tr id="line-/g)).toHaveLength(1);
    expect(page).toContain('href="/books/funds?page=1#line-2"');
    expect((await one!.get("/books/funds?page=7")).status).toBe(200);
    expect((await one!.get("/books/funds?page=0")).status).not.toBe(200);
  });

  test("draws nothing of what stands in cells", async () => {
    const hostile = '2005-07-20,1,"<script>alert(1)</script>\u202e=HYPERLINK(""x"")\u0007",,';
    const page = await pageOf(deskWith([hostile]), "/books/funds");
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("\u202e");
    expect(page).not.toContain("\u0007");
    expect(page).toContain("&lt;script&gt;");
  });

  test("is short, however long a cell is and however many columns a sheet has", async () => {
    const desk = deskWith([`2005-07-20,1,${"x".repeat(900_000)},,`]);
    expect((await pageOf(desk, "/books/funds")).length).toBeLessThan(30_000);
    const heads = Array.from({length: 900}, (_, place) => `further ${place}`).join("\t");
    const text = `date\tamount\tpurpose\t${heads}\n2005-07-21\t5\tprint\n`;
    const plan = await (await desk.post("/books/funds/paste", {text})).text();
    expect(plan.length).toBeLessThan(30_000);
    expect(plan).toContain("And 850 more.");
  });

  test("of a book that is not kept begins it", async () => {
    const desk = deskWith(null);
    expect(await pageOf(desk, "/books/funds")).toContain('action="/books/funds/begin"');
    expect((await desk.post("/books/funds/begin", {}, "bookkeeper")).headers.get("location")).toBe("/books/funds");
    expect(fundsOf(desk)).toContain("date,amount,purpose,id,corrects");
    expect(desk.acts).toEqual([["bookkeeper", "book-begun", "ledger/funds.csv"]]);
    expect((await desk.get("/books/nothing")).status).toBe(404);
  });

  test("says what is wrong with a file that it cannot edit", async () => {
    const desk = deskWith(null, {files: {"ledger/funds.csv": "x"}});
    writeFileSync(join(desk.folder, "ledger/funds.csv"), Buffer.from([0x64, 0xe9, 0x0a]));
    const answer = await desk.get("/books/funds");
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("save it in UTF-8")]);
  });
});

describe("a row", () => {
  test("is added at the end, and it is written down who did it", async () => {
    const desk = deskWith(["2005-07-20,150,print,,"]);
    const state = stateIn(await pageOf(desk, "/books/funds"));
    const answer = await desk.post("/books/funds/rows", {state, ...row}, "bookkeeper");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/books/funds?saved=1"]);
    expect(fundsOf(desk).split("\n")[2]).toBe("2005-07-21,5,print,,");
    expect(desk.acts).toEqual([["bookkeeper", "book-row-added", "ledger/funds.csv"]]);
    expect(await pageOf(desk, "/books/funds?saved=1")).toContain("Saved: 1 row.");
  });

  test("is refused beside its field, with what was typed still there", async () => {
    const desk = deskWith(["2005-07-20,150,print,,"]);
    const state = stateIn(await pageOf(desk, "/books/funds"));
    const answer = await desk.post("/books/funds/rows", {state, ...row, "cell-amount": "48,817"});
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(
      'value="48,817" autocomplete="off" dir="auto" aria-describedby="means-amount fault-amount" aria-invalid="true"',
    );
    expect(page).toContain("write 48817.");
    expect(page).toContain('value="print"');
    expect(fundsOf(desk).split("\n")).toHaveLength(3);
    expect(desk.acts).toEqual([]);
  });

  test("stands behind those that came in between, which is said", async () => {
    const desk = deskWith([]);
    const state = stateIn(await pageOf(desk, "/books/funds"));
    writeFileSync(join(desk.folder, "ledger/funds.csv"), `${heads.funds}\n2005-07-01,1,print,,\n`);
    const answer = await desk.post("/books/funds/rows", {state, ...row});
    expect(answer.headers.get("location")).toBe("/books/funds?saved=1&between=1");
    expect(fundsOf(desk)).toBe(`${heads.funds}\n2005-07-01,1,print,,\n2005-07-21,5,print,,\n`);
  });

  test("is not written over what somebody else changed: both versions are shown, and the form is still filled", async () => {
    const desk = deskWith(["2005-07-20,150,print,,"]);
    const state = stateIn(await pageOf(desk, "/books/funds"));
    writeFileSync(join(desk.folder, "ledger/funds.csv"), `${heads.funds}\n2005-07-20,151,print,,\n`);
    const answer = await desk.post("/books/funds/rows", {state, ...row});
    const page = await answer.text();
    expect(answer.status).toBe(409);
    expect(page).toContain("2005-07-20,151,print,,");
    expect(page).toContain('value="2005-07-21"');
    const again = await desk.post("/books/funds/rows", {state: stateIn(page), ...row});
    expect(again.status).toBe(303);
    expect(fundsOf(desk)).toBe(`${heads.funds}\n2005-07-20,151,print,,\n2005-07-21,5,print,,\n`);
  });

  test("is corrected by a new one, and withdrawn", async () => {
    const desk = deskWith(["2005-07-20,150,print,,", "2005-07-22,80,print,,"]);
    const form = await pageOf(desk, "/books/funds/rows/2");
    expect(form).toContain('value="150"');
    const answer = await desk.post("/books/funds/rows/2", {...madeIn(form), ...row, "cell-amount": "105"});
    expect(answer.status).toBe(303);
    expect(fundsOf(desk)).toBe(
      `${heads.funds}\n2005-07-20,150,print,row-2,\n2005-07-22,80,print,,\n2005-07-21,105,print,,row-2\n`,
    );
    expect((await desk.get("/books/funds/rows/2")).headers.get("location")).toBe("/books/funds/rows/4");
    const made = madeIn(await pageOf(desk, "/books/funds/rows/3"));
    expect((await desk.post("/books/funds/rows/3/withdraw", made)).status).toBe(303);
    expect(fundsOf(desk).trimEnd().split("\n").at(-1)).toBe(",,,,row-3");
    expect(desk.acts.map(([, act, about]) => `${act} ${about}`)).toEqual([
      "book-row-corrected ledger/funds.csv:2",
      "book-row-withdrawn ledger/funds.csv:3",
    ]);
    expect((await desk.get("/books/funds/rows/99")).status).toBe(404);
  });

  test("is not corrected by what cannot be used, and the form says why", async () => {
    const desk = deskWith(["2005-07-20,150,print,,"]);
    const made = madeIn(await pageOf(desk, "/books/funds/rows/2"));
    const answer = await desk.post("/books/funds/rows/2", {...made, ...row, "cell-date": "yesterday"});
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('value="yesterday"')]);
    expect(
      (await desk.post("/books/funds/rows/2", {...made, state: "nonsense", ...row})).status,
    ).toBeGreaterThanOrEqual(400);
  });
});

describe("rows of a spreadsheet", () => {
  test("are shown with their columns before any is added, then added once", async () => {
    const desk = deskWith(["2005-07-20,150,print,,"]);
    const text = "Date\tAmount\tPurpose\tMood\n2005-07-20\t150\tprint\tfine\n2005-07-23\t8\tprint\tbad\n";
    const plan = await (await desk.post("/books/funds/paste", {text})).text();
    expect(plan).toContain("not taken");
    expect(plan).toContain("1 row is in the book already");
    expect(plan).toContain("Add 1 row<");
    expect(fundsOf(desk)).not.toContain("2005-07-23");
    const planned = /name="text" value="([^"]*)"/.exec(plan)![1]!;
    const fields = {state: stateIn(plan), text: planned};
    expect((await desk.post("/books/funds/grid", fields)).headers.get("location")).toBe("/books/funds?saved=1");
    expect(fundsOf(desk)).toBe(`${heads.funds}\n2005-07-20,150,print,,\n2005-07-23,8,print,,\n`);
    expect((await desk.post("/books/funds/grid", fields)).status).toBe(422);
    expect(desk.acts).toHaveLength(1);
  });

  test("are not added where one cannot be used; what was pasted is still there", async () => {
    const answer = await deskWith([]).post("/books/funds/paste", {
      text: "date;amount;purpose\n2005-07-20;many;print\n",
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain("what was pasted:2");
    expect(page).toContain("2005-07-20;many;print");
    expect(page).not.toContain('action="/books/funds/grid"');
  });

  for (const type of ["xlsx", "ods", "csv"] as const) {
    test(`of a file of ${type} are shown before any is added`, async () => {
      const desk = deskWith([]);
      const sheet = utils.aoa_to_sheet([
        ["Date", "Amount", "Purpose"],
        ["2005-07-20", 150, "print"],
      ]);
      const bytes = write({SheetNames: ["Money"], Sheets: {Money: sheet}}, {type: "buffer", bookType: type}) as Buffer;
      const form = new FormData();
      form.set("sheet", "");
      form.set("file", new File([new Uint8Array(bytes)], `list.${type}`));
      const answer = await desk.post("/books/funds/upload", form);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("Add 1 row<")]);
      expect(fundsOf(desk)).toBe(`${heads.funds}\n`);
      expect(existsSync(join(desk.folder, "desk/sent/0"))).toBe(false);
    });
  }

  test("of a file that is none are refused in a sentence", async () => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])], "list.xlsx"));
    const answer = await deskWith([]).post("/books/funds/upload", form);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("IMPORT_REFUSED")]);
  });
});

test("a book is given out as CSV that runs nothing, its amounts as they are", async () => {
  const desk = deskWith(["2005-07-20,-150,=SUM(A1),,", "2005-07-21,5,@x,,"]);
  const answer = await desk.get("/books/funds/export");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="funds.csv"');
  expect(await answer.text()).toBe(
    "date,amount,purpose,id,corrects\r\n2005-07-20,-150,'=SUM(A1),,\r\n2005-07-21,5,'@x,,\r\n",
  );
});

for (const language of ["ar", "de", "es", "fr", "zh"] as const) {
  test(`the screen is said in ${language}`, async () => {
    const desk = deskWith(["2005-07-20,150,print,,", "x,1,print,,"], {language});
    for (const path of ["/books", "/books/funds", "/books/funds/rows/2"]) {
      const page = await pageOf(desk, path);
      expect(page).not.toMatch(/Add the row|Look which column|not kept|Withdraw this row/);
    }
  });
}
