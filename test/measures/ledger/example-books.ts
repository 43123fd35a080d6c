import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Translated} from "../../../src/base/words/translate.ts";
import type {Channel, Ledger, TranslationRow} from "../../../src/ledger/rows.ts";
import type {LedgerFigures} from "../../../src/measures/ledger/ledger-figures.ts";
import {measureLedger} from "../../../src/measures/ledger/ledger-measures.ts";
import type {LedgerSurvey} from "../../../src/measures/ledger/ledger-survey.ts";
import type {Span} from "../../../src/measures/spans.ts";
import {inEnglish} from "../../in-english.ts";

/** The page that defines what the books yield. */
export const page = readFileSync(fileURLToPath(new URL("../../../docs/ledger-measures.md", import.meta.url)), "utf8");

/** The cells of the table below a heading of the page, without its head. */
function cellsBelow(heading: string): string[][] {
  const [, below = ""] = page.split(`\n### ${heading}\n`);
  const [table = ""] = below.split("\n#");
  const lines = table.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const number = (cell: string): number => Number(cell.replaceAll(",", ""));
const numberOrNull = (cell: string): number | null => (cell === "–" ? null : number(cell));
const textOrNull = (cell: string): string | null => (cell === "–" ? null : cell);

/** Books without a row. */
export const emptyLedger: Ledger = {
  editions: [],
  deliveries: [],
  mailings: [],
  newsletters: [],
  funds: [],
  translations: [],
  ranks: [],
  plan: [],
  credits: [],
  events: [],
};

/** The books that the page works its examples out from, as they are printed there. */
export const exampleLedger: Ledger = {
  ...emptyLedger,
  editions: cellsBelow("Editions").map(([title, issue, language, printedOn, ...copies]) => ({
    edition: `${title} ${issue}`,
    title: title!,
    language: language!,
    issue: issue!,
    printedOn: printedOn!,
    printedCopies: number(copies[0]!),
    spoiledCopies: number(copies[1]!),
    keptCopies: number(copies[2]!),
    cost: null,
  })),
  deliveries: cellsBelow("Deliveries").map(([edition, on, city, region, country, copies, channel, returned]) => ({
    edition: edition!,
    on: on!,
    city: city!,
    region: region!,
    country: country!,
    copies: number(copies!),
    channel: channel as Channel,
    returnedCopies: number(returned!),
  })),
  mailings: cellsBelow("Mailings").map(([programme, on, sent, delivered, returned, refused, reason, cost]) => ({
    programme: programme!,
    on: on!,
    sent: number(sent!),
    delivered: number(delivered!),
    returned: number(returned!),
    refused: number(refused!),
    reason: textOrNull(reason!),
    place: null,
    cost: number(cost!),
  })),
  newsletters: cellsBelow("Newsletters").map(([list, on, sent, bounced, subscribers, left]) => ({
    list: list!,
    on: on!,
    sent: number(sent!),
    bounced: numberOrNull(bounced!),
    subscribers: numberOrNull(subscribers!),
    left: numberOrNull(left!),
  })),
  funds: cellsBelow("Funds").map(([on, amount, purpose]) => ({on: on!, amount: number(amount!), purpose: purpose!})),
  translations: cellsBelow("Translations").map(([language, kind, on, title]) => ({
    language: language!,
    kind: kind as TranslationRow["kind"],
    on: on!,
    title: title!,
  })),
  ranks: cellsBelow("Ranks").map(([list, on, name, rank, notInFirst]) => ({
    list: list!,
    on: on!,
    name: name!,
    rank: numberOrNull(rank!),
    notInFirst: numberOrNull(notInFirst!),
  })),
  plan: cellsBelow("Plan").map(([measure, on, target]) => ({measure: measure!, on: on!, target: number(target!)})),
};

/** Six months from one on, under a name. */
export function halfYear(name: string, firstMonth: number): Span {
  const year = name.slice(0, 4);
  const months = Array.from({length: 6}, (_, index) => `${year}-${String(firstMonth + index).padStart(2, "0")}`);
  return {name, months};
}

/** What the books yield, as an English report has it. */
export function measureInEnglish(ledger: Ledger, asked: LedgerSurvey): Translated<LedgerFigures> {
  return inEnglish(measureLedger(ledger, asked));
}

/** What the page asks: the second half of 2005. */
export const exampleSurvey: LedgerSurvey = {
  period: halfYear("2005-H2", 7),
  previous: halfYear("2005-H1", 1),
  bases: {},
  panel: null,
  ours: "The Example Press",
  figuresOf: () => () => null,
};
