import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {z} from "zod";
import {UserError} from "../../../base/error.ts";
import {parsedJson} from "../../../base/json.ts";
import {parsePeriod, previousPeriod} from "../../../base/period.ts";
import {Translator} from "../../../base/words/translator.ts";
import {readLedger} from "../../../ledger/ledger.ts";
import {type PanelCity, readPanel} from "../../../ledger/panel.ts";
import {measureLedger} from "../../../measures/ledger/ledger-measures.ts";
import {figuresOf} from "../../../report/ledger-part.ts";
import type {Figures, Report} from "../../../report/report.ts";
import {isSame} from "../../../report/restate/figures.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import {type FileTree, textOf} from "../place/place.ts";

const base = z.object({period: z.string(), value: z.number()}).optional();
const city = z.object({city: z.string(), region: z.string().optional(), country: z.string().optional()});
const shape = z.looseObject({
  settings: z.looseObject({
    ledger: z.looseObject({
      ...{printBase: base, mailBase: base, smallestCity: z.number().optional()},
      cities: z.union([z.string(), z.array(z.looseObject(city.shape))]).optional(),
    }),
  }),
});

/** Do the figures of the books follow from the sums and columns of them that the edition has? */
export function checkBooks(
  place: FileTree,
  report: Report,
  excuse: string | null,
): {readonly checked: readonly string[]; readonly findings: readonly Finding[]} {
  const published = report.ledger?.measures ?? [];
  if (published.length === 0) return {checked: [], findings: []};
  try {
    const books = new Map(bookFilesIn(place).map(({book, name}) => [book, textOf(place, name, "")]));
    if (books.size === 0) {
      const cause = "the figures of the books: the edition has nothing of the books";
      return {checked: [], findings: [unchecked(null, cause)]};
    }
    const made = measuresOf(books, place, report);
    const missing = published.filter(({id}) => !made.some((one) => one.id === id));
    const moved = published.flatMap((own) => movedIn(own, made, report));
    const open = missing.map(({label}) => unchecked("books", `${label}: the book that it is made of is not published`));
    const findings = [...(excuse === null || moved.length === 0 ? moved : [unchecked("books", excuse)]), ...open];
    const count = published.length - missing.length;
    return {
      checked: moved.length === 0 && count > 0 ? [`${count} measures of the books follow from books/`] : [],
      findings,
    };
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    const cause = `the books cannot be read: ${fault.message}`;
    return {
      checked: [],
      findings: [fault.code === "EDITION_REFUSED" ? unchecked("books", cause) : differs("books", cause)],
    };
  }
}

/** The books that an edition has, each with the name of its file. */
export function bookFilesIn(place: FileTree): {readonly book: string; readonly name: string}[] {
  return [...place.files.keys()].flatMap((name) => {
    const book = /^books\/([a-z]+)\.csv$/.exec(name)?.[1];
    return book === undefined ? [] : [{book, name}];
  });
}

function measuresOf(books: ReadonlyMap<string, string>, place: FileTree, report: Report): Figures[] {
  const rules = shape.safeParse(parsedJson(place.files.get("methodology.json")?.read().toString("utf8") ?? ""));
  const settings = rules.success ? rules.data.settings.ledger : {};
  const ledger = readLedger(join(tmpdir(), "broadsheet-no-books"), {instead: books});
  const period = parsePeriod(report.period, "1970-01-01");
  const {printBase, mailBase, smallestCity} = settings;
  const baseOf = (one: z.output<typeof base>) =>
    one && {period: parsePeriod(one.period, "1970-01-01"), value: one.value};
  const [print, mail] = [baseOf(printBase), baseOf(mailBase)];
  const found = measureLedger(ledger, {
    ...{period, previous: previousPeriod(period), panel: panelOf(settings.cities, place)},
    ...(smallestCity === undefined ? {} : {smallestCity}),
    bases: {...(print ? {print} : {}), ...(mail ? {mail} : {})},
    ours: null,
    // Only the plan asks for figures of the logs, and it is not looked at here.
    figuresOf: () => () => null,
  });
  const words = new Translator(report.language, report.labels);
  return found.measures.map((measure) => figuresOf(measure, words));
}

/** The table of cities is read as every table of a person's is: from a file. */
function panelOf(cities: string | readonly object[] | undefined, place: FileTree): readonly PanelCity[] | null {
  if (cities === undefined) return null;
  if (typeof cities !== "string") return cities as readonly PanelCity[];
  const file = place.files.get(cities);
  if (file === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-verify-"));
  try {
    writeFileSync(join(folder, "cities.csv"), file.read());
    return readPanel(join(folder, "cities.csv"));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function movedIn({id, label, values, total, decimals}: Figures, made: readonly Figures[], report: Report): Finding[] {
  const now = made.find((one) => one.id === id);
  if (now === undefined) return [];
  const words = new Translator(report.language, report.labels);
  const all = [
    ...values.map((value, place) => ({value, follows: now.values[place] ?? null, span: report.columns[place]!.period})),
    {value: total, follows: now.total, span: report.period},
  ];
  return all.flatMap(({value, follows, span}) => {
    if (isSame(value, follows)) return [];
    const text = (one: number | null): string => (one === null ? "–" : words.number(one, decimals));
    const cell = `${label}, ${words.period(span)}`;
    return [
      differs("books", "the figure does not follow from the books", {cell, published: text(value), now: text(follows)}),
    ];
  });
}
