import fc from "fast-check";
import {renderJson} from "../../../src/report/json/report.ts";
import {lineOf, logOf, type Press, reportPress} from "../../press.ts";

/*
 * A second way to what a report may tell: it knows every request, and subtracts what is printed.
 */

/** As many readers may be told, so that logs of a few dozen requests have both kinds of groups. */
export const smallest = 3;
/** More documents than this in a month are a heavy reader's. */
const most = 6;

/** A request of one reader. */
export interface Hit {
  readonly reader: number;
  readonly path: string;
  readonly month: "07" | "08";
  readonly day: number;
  readonly hour: number;
  readonly site: string;
}

const files = {
  "departments.csv": [
    "prefix,department,language,title",
    "/en/,english,en,English",
    "/de/,german,de,German",
    "/mix/en,mix,en,Mixed",
    "/mix/de,mix,de,",
    "",
  ].join("\n"),
  "titles.csv": "path,title,group\n/en/2,Two,Letters\n/de/2,Zwei,Letters\n/plain,Plain,Letters\n",
};
const documents = [
  "/en/1",
  "/en/2",
  "/en/3",
  "/de/1",
  "/de/2",
  "/mix/en",
  "/mix/de",
  "/plain",
  "/other",
  "/gone/1",
  "/gone/2",
];

const placed = {
  month: fc.constantFrom("07" as const, "07" as const, "08" as const),
  day: fc.integer({min: 1, max: 9}),
  hour: fc.constantFrom(8, 8, 9, 20),
  site: fc.constantFrom("-", "-", "https://a.example/", "https://b.example/"),
};

/** Logs in which many readers come for the same few documents, and three are alone in some of what they do. */
export const hits: fc.Arbitrary<Hit[]> = fc
  .tuple(fc.subarray(documents, {minLength: 3, maxLength: 7}), fc.integer({min: 8, max: 24}))
  .chain(([common, readers]) => {
    const many = fc.record({reader: fc.integer({min: 1, max: readers}), path: fc.constantFrom(...common), ...placed});
    const alone = fc.record({reader: fc.integer({min: 31, max: 33}), path: fc.constantFrom(...documents), ...placed});
    return fc.tuple(
      fc.array(many, {minLength: 3 * readers, maxLength: 4 * readers}),
      fc.array(alone, {minLength: 1, maxLength: 14}),
    );
  })
  .map(([many, alone]) => [...many, ...alone]);

const isMissing = ({path}: Hit): boolean => path.startsWith("/gone/");

/** A press that has these requests, and the settings that divide them in every way. */
export function pressOf(all: readonly Hit[]): Press {
  const lines = all.map((hit) => {
    const at = `0${hit.day}/${hit.month === "07" ? "Jul" : "Aug"}/2005:${String(hit.hour).padStart(2, "0")}:00:00 +0000`;
    const status = isMissing(hit) ? 404 : 200;
    return lineOf({client: `198.51.100.${hit.reader}`, at, path: hit.path, status}).replace('"-"', `"${hit.site}"`);
  });
  return {
    logs: {"access.log": logOf(lines)},
    files,
    period: "2005-07..2005-08",
    tables: "all",
    hasRanges: true,
    methodology: {heavyReaders: {documents: most}, robots: {lists: []}},
    settings: {
      places: false,
      smallest,
      sites: ["press.example"],
      departments: "departments.csv",
      titles: "titles.csv",
      sections: {letters: ["/en/2", "/de/2"], mix: "/mix/"},
    },
  };
}

/** One figure that is printed, and the requests that it counts. */
export interface Told {
  readonly name: string;
  /** What divides the requests: what is told of two ways may be a part of the other by chance alone. */
  readonly way: "documents" | "hours" | "weekdays" | "sites" | "missing" | "months";
  readonly hits: readonly Hit[];
  readonly readers: number | null;
  /** The number of its requests; null where it is not printed. */
  readonly requests: number | null;
}

interface JsonReport {
  readonly measures: readonly {readonly id: string; readonly values: readonly (number | null)[]}[];
  readonly totals: Readonly<Record<string, number | null>>;
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly {
      readonly key: string;
      readonly kind: string;
      readonly values: readonly (number | null)[];
    }[];
  }[];
  readonly ranges: {
    readonly values: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
    readonly totals: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  };
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const departmentOf = (path: string): string => /^\/(en|de|mix)\//.exec(path)?.[1] ?? "";
const departmentNames: Readonly<Record<string, string>> = {en: "english", de: "german", mix: "mix", "": "unknown"};
const languageOf = (path: string): string => /^\/(?:mix\/)?(en|de)(?:\/|$)/.exec(path)?.[1] ?? "unknown";
const isLetter = (path: string): boolean => ["/en/2", "/de/2", "/plain"].includes(path);
const listOf = (path: string): string => (isLetter(path) ? "Letters" : departmentNames[departmentOf(path)]!);
const siteOf = ({site}: Hit): string => (site === "-" ? "unknown" : new URL(site).host);

/** How each table divides requests: the row's key, or null where the request is not in the table. */
function keyIn(table: string): {readonly way: Told["way"]; readonly keyOf: (hit: Hit) => string | null} {
  const [id, list] = table.split(":");
  const counted = (keyOf: (hit: Hit) => string | null) => (hit: Hit) => (isMissing(hit) ? null : keyOf(hit));
  switch (id) {
    case "departments":
      return {way: "documents", keyOf: counted(({path}) => departmentNames[departmentOf(path)]!)};
    case "languages":
      return {way: "documents", keyOf: counted(({path}) => languageOf(path))};
    case "top-documents":
      return {
        way: "documents",
        keyOf: counted(({path}) => (list === undefined || listOf(path) === list ? path : null)),
      };
    case "referrers":
      return {way: "sites", keyOf: counted(siteOf)};
    case "hours":
      return {way: "hours", keyOf: counted(({hour}) => String(hour).padStart(2, "0"))};
    case "weekdays":
      return {
        way: "weekdays",
        keyOf: counted(({month, day}) => weekdays[new Date(`2005-${month}-0${day}T00:00Z`).getUTCDay()]!),
      };
    default:
      return {way: "missing", keyOf: (hit) => (isMissing(hit) ? hit.path : null)};
  }
}

/** How many different readers? */
export function readersOf(all: readonly Hit[]): number {
  return new Set(all.map(({reader}) => reader)).size;
}

/** The requests that count, or would if they were answered: without those of heavy readers. */
function withoutHeavy(all: readonly Hit[]): Hit[] {
  const byMonth = Map.groupBy(
    all.filter((hit) => !isMissing(hit)),
    ({reader, month}) => `${reader} ${month}`,
  );
  return all.filter(({reader, month}) => (byMonth.get(`${reader} ${month}`)?.length ?? 0) <= most);
}

/** Every figure of readers or requests that the report prints, with the requests behind it. */
export async function tellingsOf(
  all: readonly Hit[],
): Promise<{told: Told[]; report: JsonReport; all: readonly Hit[]}> {
  const report: JsonReport = JSON.parse(renderJson(await reportPress(pressOf(all))));
  const asked = withoutHeavy(all);
  const counted = asked.filter((hit) => !isMissing(hit));
  const told: Told[] = [];
  for (const {id, values} of report.measures) {
    const areas: Readonly<Record<string, (hit: Hit) => boolean>> = {
      readers: () => true,
      "section-readers:letters": ({path}) => ["/en/2", "/de/2"].includes(path),
      "section-readers:mix": ({path}) => path.startsWith("/mix/"),
    };
    const isIn = areas[id];
    if (!isIn) continue;
    const own = counted.filter(isIn);
    told.push({name: `${id} total`, way: "documents", hits: own, readers: report.totals[id] ?? null, requests: null});
    for (const [place, month] of ["07", "08"].entries()) {
      const hits = own.filter((hit) => hit.month === month);
      told.push({name: `${id} ${month}`, way: "months", hits, readers: values[place] ?? null, requests: null});
    }
  }
  for (const {id, rows} of report.tables.filter((table) => !/robots|agents/.test(table.id))) {
    const {way, keyOf} = keyIn(id);
    const own = asked.filter((hit) => keyOf(hit) !== null);
    const shown = new Set(rows.filter(({kind, values}) => kind !== "others" && values[0] !== null).map(({key}) => key));
    for (const {key, kind, values} of rows) {
      const hits = own.filter((hit) => (kind === "others" ? !shown.has(keyOf(hit)!) : keyOf(hit) === key));
      const [first, second] = values;
      const [requests, readers] = way === "missing" ? [second, first] : [first, second];
      told.push({name: `${id} ${key}`, way, hits, readers: readers ?? null, requests: requests ?? null});
    }
  }
  // All files are in the account, however few.
  const whole = {readers: report.totals["readers"] ?? null, requests: counted.length, hits: counted};
  for (const way of ["documents", "hours", "weekdays", "sites"] as const) told.push({name: "all", way, ...whole});
  return {told, report, all};
}
