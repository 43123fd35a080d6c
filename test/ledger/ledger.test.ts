import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {examineLedger, readLedger} from "../../src/ledger/ledger.ts";
import {LedgerRefused} from "../../src/ledger/ledger-fault.ts";
import {type BookTexts, heads, ledgerOf} from "./workshop.ts";

const editions = [heads.editions, "Press,en,12,2005-07-01,1000,60,40,,,", "Press,zh,13,2005-08-01,500,,,,,"] as const;

/** What is wrong and what is doubtful, each as its place and its words. */
function examined(texts: BookTexts): {faults: string[]; warnings: string[]} {
  const folder = ledgerOf(texts);
  const {faults, warnings} = examineLedger(folder);
  const told = ({path, line, column, what, help}: (typeof warnings)[number]): string =>
    `${path.slice(folder.length + 1)}:${line} ${column}: ${what} | ${help}`;
  return {faults: faults.map((fault) => `${fault.code} ${told(fault)}`), warnings: warnings.map(told)};
}

const deliveries = (...rows: readonly string[]): BookTexts => ({editions, deliveries: [heads.deliveries, ...rows]});
const newsletters = (...rows: readonly string[]): BookTexts => ({newsletters: [heads.newsletters, ...rows]});
const mailings = (...rows: readonly string[]): BookTexts => ({mailings: [heads.mailings, ...rows]});

describe("what cannot be is refused:", () => {
  for (const [what, texts, want] of [
    [
      "more spoiled than printed",
      {editions: [heads.editions, "Press,en,1,2005-07-01,100,101,,,,"]},
      "LEDGER_IMPOSSIBLE editions.csv:2 spoiled: 101 copies spoiled and kept, but only 100 printed | count the spoiled and kept copies among those printed",
    ],
    [
      "more spoiled and kept than printed",
      {editions: [heads.editions, "Press,en,1,2005-07-01,100,50,51,,,"]},
      "LEDGER_IMPOSSIBLE editions.csv:2 kept: 101 copies spoiled and kept, but only 100 printed | count the spoiled and kept copies among those printed",
    ],
    [
      "an edition twice",
      {editions: [heads.editions, "Press,en,1,2005-07-01,100,,,,,", "Press,en,1,2005-08-01,50,,,,,"]},
      'LEDGER_REFUSED editions.csv:3 null: the edition "Press 1" is there already, in line 2 | delete one of the two lines, or give a second printing an issue of its own, like 12b',
    ],
    [
      "an edition that nobody printed",
      deliveries("Pres 12,2005-07-02,Oslo,,NO,1,,,,", "Pres 12,2005-07-02,Oslo,,NO,2,,,,"),
      'LEDGER_REFUSED deliveries.csv:2 edition: nobody printed an edition "Pres 12", in 2 rows | write Press 12, or add it to editions.csv, whose title and issue together are the edition',
    ],
    [
      "an edition that is far from all",
      deliveries("The Daily Planet 4,2005-07-02,Oslo,,NO,1,,,,"),
      'LEDGER_REFUSED deliveries.csv:2 edition: nobody printed an edition "The Daily Planet 4" | add it to editions.csv, whose title and issue together are the edition',
    ],
    [
      "more delivered than there are, in the row with which they are too many",
      deliveries(
        "Press 12,2005-07-02,Oslo,,NO,600,,,,",
        "Press 12,2005-07-03,Riga,,LV,300,,,,",
        "Press 12,2005-07-04,Bergen,,NO,1,,,,",
      ),
      'LEDGER_IMPOSSIBLE deliveries.csv:4 copies: 901 copies of "Press 12" delivered, but only 900 were there (1,000 printed, 60 spoiled, 40 kept: editions.csv:2) | look for a delivery that is booked twice, or correct what was printed',
    ],
    [
      "more delivered than printed",
      deliveries("Press 13,2005-08-02,Oslo,,NO,501,,,,"),
      'LEDGER_IMPOSSIBLE deliveries.csv:2 copies: 501 copies of "Press 13" delivered, but only 500 were there (500 printed: editions.csv:3) | look for a delivery that is booked twice, or correct what was printed',
    ],
    [
      "more returned than delivered, in a row",
      deliveries("Press 12,2005-07-02,Oslo,,NO,600,,,,", "Press 12,2005-07-03,Riga,,LV,10,,11,,"),
      "LEDGER_IMPOSSIBLE deliveries.csv:3 returns: 11 copies returned, but only 10 delivered | look for a return booked for the wrong edition, or a delivery that is missing",
    ],
    [
      "more returned than delivered, in several rows",
      deliveries(
        "Press 12,2005-07-02,Oslo,,NO,100,,60,,",
        "Press 12,2005-07-03,Oslo,,NO,0,,40,,",
        "Press 12,2005-07-04,Oslo,,NO,0,,1,,",
      ),
      'LEDGER_IMPOSSIBLE deliveries.csv:4 returns: 101 copies of "Press 12" returned, but only 100 delivered | look for a return booked for the wrong edition, or a delivery that is missing',
    ],
    [
      "more pieces known of than were sent",
      mailings("By post,2005-07-02,400,371,22,8,,,,,"),
      "LEDGER_IMPOSSIBLE mailings.csv:2 sent: 371 delivered, 22 returned, 8 refused make 401 pieces, but only 400 were sent | count each piece once: it arrived, came back or was refused",
    ],
    [
      "more mails bounced than were sent",
      newsletters("Weekly,2005-07-08,100,101,,,,"),
      "LEDGER_IMPOSSIBLE newsletters.csv:2 bounced: 101 mails bounced, but only 100 were sent | count the bounced mails among those sent",
    ],
    [
      "a rank twice",
      {ranks: ["list,date,name,rank", "tranco 4KLX,2005-12-31,a.example,1", "tranco 4KLX,2005-12-31,a.example,2"]},
      "LEDGER_REFUSED ranks.csv:3 null: the rank of a.example in tranco 4KLX of 2005-12-31 is there already, in line 2 | delete one of the two lines, or give each list its permanent id",
    ],
    [
      "a target twice",
      {plan: ["measure,date,target", "readers,2009-12-31,1", "readers,2009-12-31,2"]},
      "LEDGER_REFUSED plan.csv:3 null: the target of readers by 2009-12-31 is there already, in line 2 | delete one of the two lines",
    ],
    [
      "something that ends before it begins",
      {events: ["date,until,text", "2005-07-02,2005-07-01,server down"]},
      "LEDGER_REFUSED notes.csv:2 until: until 2005-07-01 is before 2005-07-02 | swap the two days, or leave until empty",
    ],
    [
      "a formula in place of a number",
      deliveries("Press 12,2005-07-02,Oslo,,NO,=SUM(F1:F9),,,,"),
      "LEDGER_REFUSED deliveries.csv:2 copies: the cell holds a formula, not what it comes to | write what it comes to",
    ],
    [
      "a column that is missing",
      {funds: ["date,ammount,purpose", "2005-07-02,1,a"]},
      'LEDGER_REFUSED funds.csv:1 null: there is no column "amount" | call the column "ammount" amount',
    ],
  ] as const) {
    test(what, () => expect(examined(texts).faults).toEqual([want]));
  }
});

describe("nothing is wrong with", () => {
  for (const [what, texts] of [
    ["all copies delivered, and all returned", deliveries("Press 12,2005-07-01,Oslo,,NO,900,,900,,")],
    [
      "returns in a row of their own",
      deliveries("Press 12,2005-07-01,Oslo,,NO,900,shop,,,", "Press 12,2005-07-09,Oslo,,NO,0,shop,30,,"),
    ],
    ["pieces of which nothing is known", mailings("By post,2005-07-02,400,371,22,,,,,,")],
    ["a mailing of which all is known", mailings("By post,2005-07-02,400,371,22,7,,,,,")],
    ["a newsletter of which nothing more is noted", newsletters("Weekly,2005-07-08,100,,,,,")],
    [
      "a list that falls by those who left",
      newsletters("Weekly,2005-07-08,100,,100,,,", "Weekly,2005-07-15,97,,97,3,,"),
    ],
    ["two lists on one day", newsletters("Weekly,2005-07-08,100,,100,,,", "Monthly,2005-07-08,90,,90,,,")],
    ["an edition that nobody delivered", {editions}],
    ["the same issue of two titles", {editions: [...editions, "Press in Chinese,zh,12,2005-07-01,1,,,,,"]}],
  ] as const) {
    test(what, () => expect(examined(texts)).toEqual({faults: [], warnings: []}));
  }
});

describe("what is doubtful is told, and refuses nothing:", () => {
  const oslo = "Press 12,2005-07-02,Oslo,,NO,1,,,,";
  const city = (name: string, region: string, country: string, copies: number): string =>
    `Press 12,2005-07-02,${name},${region},${country},${copies},,,,`;
  for (const [what, texts, want] of [
    [
      "a delivery before the day of printing",
      deliveries("Press 13,2005-07-31,Oslo,,NO,1,,,,", "Press 13,2005-07-30,Oslo,,NO,1,,,,"),
      [
        'deliveries.csv:2 date: "Press 13" went out on 2005-07-31, before it was printed on 2005-08-01, in 2 rows | correct the one of the two days that is wrong',
      ],
    ],
    [
      "copies that can only have gone out twice",
      deliveries("Press 12,2005-07-02,Oslo,,NO,900,,100,,", "Press 12,2005-08-02,Riga,,LV,100,,,,"),
      [
        'deliveries.csv:3 copies: 1,000 copies of "Press 12" delivered, but only 900 were there (1,000 printed, 60 spoiled, 40 kept: editions.csv:2) | look for a delivery that is booked twice; leave it if copies that came back went out again',
      ],
    ],
    [
      "a city with and without its marks",
      deliveries(city("São Paulo", "SP", "BR", 1), city("São Paulo", "SP", "BR", 2), city("Sao Paulo", "", "BR", 3)),
      [
        'deliveries.csv:4 city: the city is spelt "Sao Paulo" here, and "São Paulo" in 2 rows | write São Paulo if it is the same city',
      ],
    ],
    [
      "a city with and without a hyphen: of two alike the first is offered",
      deliveries(city("New York", "NY", "US", 1), city("New-York", "NY", "US", 2)),
      [
        'deliveries.csv:3 city: the city is spelt "New-York" here, and "New York" in 1 row | write New York if it is the same city',
      ],
    ],
    [
      "a city with a letter too few, in the same region",
      deliveries(city("Bergn", "", "NO", 1), city("Bergen", "", "NO", 2), city("Bergen", "", "NO", 3)),
      [
        'deliveries.csv:2 city: the city is spelt "Bergn" here, and "Bergen" in 2 rows | write Bergen if it is the same city, or the regions of both if not',
      ],
    ],
    [
      "no city that is a letter apart in another region or country",
      deliveries(city("Bergen", "", "NO", 1), city("Berger", "", "DE", 2), city("Bergan", "X", "NO", 3)),
      [],
    ],
    ["no short name that is a letter apart", deliveries(city("Bonn", "", "DE", 1), city("Born", "", "DE", 2)), []],
    [
      "no name that has another number",
      deliveries(city("District 1", "", "DE", 1), city("District 2", "", "DE", 2)),
      [],
    ],
    [
      "a country by its letters and by its name",
      deliveries(city("Oslo", "", "NO", 1), city("Oslo", "", "NO", 2), city("Bergen", "", "Norway", 3)),
      ['deliveries.csv:4 country: the country is "Norway" here, and "NO" in 2 rows | write NO in both'],
    ],
    [
      "a programme in capitals",
      mailings("By post,2005-07-02,1,,,,,,,,", "By Post,2005-08-02,1,,,,,,,,"),
      [
        'mailings.csv:3 programme: the programme is spelt "By Post" here, and "By post" in 1 row | write By post in both',
      ],
    ],
    [
      "a list that is spelt in two ways",
      newsletters("Weekly,2005-07-08,100,,,,,", "weekly,2005-07-15,100,,,,,"),
      ['newsletters.csv:3 list: the list is spelt "weekly" here, and "Weekly" in 1 row | write Weekly in both'],
    ],
    [
      "subscribers that are gone and have not left",
      newsletters("Weekly,2005-07-22,80,,80,4,,", "Weekly,2005-07-08,100,,100,,,", "Weekly,2005-07-15,100,,,6,,"),
      [
        "newsletters.csv:2 subscribers: Weekly has 20 subscribers fewer than in line 3, and 10 are noted as left | note how many left, or correct the number of subscribers",
      ],
    ],
    [
      "a list that has a day twice",
      newsletters("Weekly,2005-07-08,100,,,,,", "Weekly,2005-07-08,90,,,,,"),
      [
        "newsletters.csv:3 date: Weekly has 2005-07-08 in line 2, too, with other figures | delete the row that is wrong, or leave both where two newsletters were sent",
      ],
    ],
    [
      "more mails than subscribers",
      newsletters("Weekly,2005-07-08,120,,100,,,"),
      [
        "newsletters.csv:2 sent: 120 mails were sent to a list of 100 subscribers | correct one of the two, or leave it where subscribers were counted after many had left",
      ],
    ],
    [
      "the same row twice",
      deliveries(oslo, city("Riga", "", "LV", 1), oslo, oslo),
      [
        "deliveries.csv:4 null: the row says the same as line 2 and 1 more row | delete it if it was booked twice; leave it if it happened twice",
      ],
    ],
    [
      "letters that were taken for others",
      deliveries(city("MÃ¼nchen", "", "DE", 1), city("MÃ¼nchen", "", "DE", 2)),
      [
        'deliveries.csv:2 city: letters of "MÃ¼nchen" were spoilt when the file was saved, in 2 rows | write München, and save the file as CSV in UTF-8',
      ],
    ],
    [
      "letters that were taken for others twice",
      deliveries(city("MÃƒÂ¼nchen", "", "DE", 1)),
      [
        'deliveries.csv:2 city: letters of "MÃƒÂ¼nchen" were spoilt when the file was saved | write München, and save the file as CSV in UTF-8',
      ],
    ],
    [
      "letters that were lost",
      deliveries(city("M\ufffdnchen", "", "DE", 1)),
      [
        'deliveries.csv:2 city: letters of "M\ufffdnchen" were spoilt when the file was saved | write the word anew, and save the file as CSV in UTF-8',
      ],
    ],
    [
      "a text that may be a formula",
      {funds: [heads.funds, "2005-07-02,1,=A1,,"]},
      ['funds.csv:2 purpose: "=A1" looks like a formula | write what it comes to, if it is one'],
    ],
  ] as const) {
    test(what, () => expect(examined(texts)).toEqual({faults: [], warnings: want}));
  }

  test("a book that is not in UTF-8", () => {
    const folder = ledgerOf({});
    writeFileSync(join(folder, "funds.csv"), Buffer.from("date,amount,purpose\n2005-07-02,1,für Papier\n", "latin1"));
    const {warnings} = examineLedger(folder);
    expect(warnings.map(({line, what}) => [line, what])).toEqual([
      [null, "the file is not in UTF-8, and was read as Windows-1252"],
    ]);
    expect(readLedger(folder).funds[0]?.purpose).toBe("für Papier");
  });
});

test("two spellings that look alike are one", () => {
  const rows = ["São Paulo", "Sa\u0303o Paulo", "São\u00a0Paulo", "São\u200b Paulo"];
  const texts = deliveries(...rows.map((name, place) => `Press 12,2005-07-02,${name},,BR,${place},,,,`));
  expect(new Set(readLedger(ledgerOf(texts)).deliveries.map(({city}) => city))).toEqual(new Set(["São Paulo"]));
});

describe("faults of several books", () => {
  const texts = {
    editions: [heads.editions, "Press,en,12,38534,1000,,,,,"],
    deliveries: [heads.deliveries, ...Array.from({length: 15}, () => "Press 99,soon,,,,1,,,,")],
    funds: [heads.funds, "2005-07-02,1,a,r1,", "2005-07-02,1,,r2,r9"],
  } as const;
  const folder = ledgerOf(texts);
  const {faults, faultCount} = examineLedger(folder);
  test("are told book by book, in the order of lines, the first twenty of them", () => {
    expect(faultCount).toBe(33);
    expect(faults).toHaveLength(20);
    const places = faults.map(({path, line}) => `${path.slice(folder.length + 1)}:${line}`);
    expect(places.slice(0, 4)).toEqual(["editions.csv:2", "deliveries.csv:2", "deliveries.csv:2", "deliveries.csv:3"]);
  });
  test("do not lead to further ones that only follow from them", () => {
    expect(faults.some(({what}) => what.startsWith("nobody printed"))).toBe(false);
  });
  test("make the ledger refused, with the first and their number", () => {
    let refused: unknown;
    try {
      readLedger(folder);
    } catch (fault) {
      refused = fault;
    }
    expect(refused).toBeInstanceOf(LedgerRefused);
    expect(refused).toMatchObject({
      code: "LEDGER_REFUSED",
      message: expect.stringContaining("; 32 more faults in the ledger"),
      where: `${join(folder, "editions.csv")}:2, column "print_date"`,
      faultCount: 33,
    });
  });
});

test("a book that is a spreadsheet's own file is refused as a whole", () => {
  const folder = ledgerOf({});
  writeFileSync(join(folder, "funds.csv"), Buffer.from("PK\x03\x04 and so on", "latin1"));
  expect(examineLedger(folder).faults).toEqual([
    {
      code: "LEDGER_REFUSED",
      path: join(folder, "funds.csv"),
      line: null,
      column: null,
      what: "the file is a spreadsheet's own, not CSV",
      help: "save it again, as CSV in UTF-8",
    },
  ]);
});

test("measures that are known beforehand hold for the older reports", () => {
  const folder = ledgerOf({history: ["measure,month,value,source", "raeders,2005-07,1,report"]});
  expect(examineLedger(folder, {measures: ["readers"]}).faults.map(({help}) => help)).toEqual(["write readers"]);
  expect(examineLedger(folder).faults).toEqual([]);
});

test("a measure that is not there is told of the plan and the notes, where all are known", () => {
  const folder = ledgerOf({
    plan: [
      "measure,date,target",
      "raeders,2009-12-31,1",
      "readers,2009-12-31,1",
      "section-readers:chinese,2009-12-31,1",
    ],
    events: ["date,measure,text", "2005-07-01,zzz,election", "2005-07-01,,election 2"],
  });
  const {warnings} = examineLedger(folder, {allMeasures: ["readers", "section-readers:NAME"]});
  expect(warnings.map(({line, what, help}) => [line, what, help])).toEqual([
    [2, 'there is no measure "raeders"', "write readers"],
    [2, 'there is no measure "zzz"', "write the id of a measure: docs/measures.md has them"],
  ]);
  expect(examineLedger(folder).warnings).toEqual([]);
});
