import {type AskedPath, type ContentClass, readAskedPath, writeAskedPath} from "../../base/paths/asked-path.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {rules} from "../rules/all.ts";
import {fitsByPath} from "../rules/path-match.ts";
import {countedRank, rankOf} from "../rules/rank.ts";
import {itemOf} from "../site/path.ts";
import {areasWith, downloadArea, type SiteDescription} from "../site/site.ts";
import {isByPath} from "./double-clicks.ts";
import type {JudgeInput} from "./input.ts";
import {keepInParts, type Parts} from "./text-parts.ts";

/** Names of what documents belong to; the engine knows them by their place here. */
export interface GroupNames {
  readonly departments: readonly string[];
  readonly languages: readonly string[];
  /** Groups that top documents are listed by. */
  readonly lists: readonly string[];
  /** What documents can have in common. */
  readonly kinds: readonly DocumentKind[];
}

/** What a document belongs to, the names by their numbers. */
export interface DocumentKind {
  readonly department: number;
  readonly language: number;
  readonly list: number;
  readonly sections: readonly string[];
  /** Outside places that it leads to. */
  readonly places: readonly string[];
}

/** The number of what belongs to nothing that has a name. */
export const unnamed = -2;

/**
 * Judges every distinct path, numbers the documents that the paths lead to, and tells the engine what is known of each:
 * `judged_path`, `marker_path`, `section_document`, `sent_document`, and for the whole `document`.
 *
 * Where paths are told apart, `document` in `judged_path` is the path's own number, and `path_document` says which
 * document, and which item, that is.
 */
export async function judgePaths(
  engine: QueryEngine,
  {
    methodology,
    holdings,
    withDetails,
    rulePeriods,
    parts,
  }: Pick<JudgeInput, "methodology" | "holdings" | "withDetails"> & {
    readonly rulePeriods: readonly RulePeriod[];
    readonly parts: Parts;
  },
): Promise<GroupNames> {
  const [table, markerTable, paths] = await Promise.all([
    openDocumentTable(engine, {methodology, holdings, withDetails}),
    engine.table("marker_path"),
    isByPath(methodology) ? openPaths(engine, rulePeriods) : null,
  ]);
  const contentAt = await askContents(engine, holdings);
  const markers = rulePeriods.flatMap(({methodology}, rulePeriod) =>
    rules.flatMap((rule, rank) => {
      const path = rule.markerPath?.(methodology) ?? null;
      return path === null ? [] : [{rulePeriod, rank, path}];
    }),
  );
  const documents = new Map<string, number>();
  // However a path is written, and whatever was said of its content, it is one.
  const pathNumbers = new Map<string, number>();
  const numberOf = (document: string, asked: AskedPath): number => {
    const known = documents.get(document);
    const number = known ?? documents.size;
    if (known === undefined) {
      documents.set(document, number);
      table.put(document, number);
    }
    if (!paths) return number;
    const path = writeAskedPath({...asked, conditions: [], content: null});
    const own = pathNumbers.get(path) ?? paths.put(document, number);
    pathNumbers.set(path, own);
    return own;
  };
  await keepInParts(engine, {name: "path_verdict", question: "path-verdicts", parts}, async (part) => {
    const table = await engine.table("judged_path");
    await engine.askTexts(
      "paths",
      (texts) => {
        for (const path of texts) {
          const asked = contentAt(holdings.asked(path));
          const ranks = rulePeriods.map((rulePeriod) =>
            rankOf(rulePeriod.methodology, (rule) => rule.fitsPath?.(asked, rulePeriod.methodology)),
          );
          const number = ranks.includes(countedRank) ? numberOf(holdings.documentAt(asked), asked) : null;
          // However it is written, it is what it is.
          for (const {rulePeriod, rank, path: marker} of markers) {
            if (marker === asked.path) markerTable.add([[rulePeriod, path, rank]]);
          }
          table.add(ranks.map((rank, rulePeriod) => [rulePeriod, path, rank, rank < countedRank ? null : number]));
        }
      },
      part,
    );
    table.close();
  });
  markerTable.close();
  paths?.close();
  return table.close();
}

/** So many paths at most are known by what the server said of them: whoever can write into a log can write any number. */
const mostContents = 500_000;

/**
 * What does the server say that a path is, where the request itself does not say it? An answer that nothing has changed (304) names no
 * content: it is what others were given. Where they were given different things, nothing is known.
 */
async function askContents(
  engine: QueryEngine,
  holdings: Pick<SiteDescription, "asked">,
): Promise<(asked: AskedPath) => AskedPath> {
  const contents = new Map<string, ContentClass | null>();
  await engine.askTexts("typed-paths", (texts) => {
    for (const text of texts) {
      const {path, content} = holdings.asked(text);
      const known = contents.get(path);
      if (known === undefined && contents.size >= mostContents) continue;
      contents.set(path, known === undefined || known === content ? content : null);
    }
  });
  if (contents.size === 0) return (asked) => asked;
  return (asked) => (asked.content === null ? {...asked, content: contents.get(asked.path) ?? null} : asked);
}

async function openPaths(engine: QueryEngine, rulePeriods: readonly RulePeriod[]) {
  const table = await engine.table("path_document");
  const items = openNumbers();
  let paths = 0;
  return {
    put(document: string, number: number): number {
      table.add(
        rulePeriods.map((rulePeriod, place) => {
          const item = items.numberOf(itemOf(document, rulePeriod.methodology.formats));
          return [place, paths, number, item];
        }),
      );
      return paths++;
    },
    close: () => table.close(),
  };
}

/** Where what is known of each document goes. */
interface DocumentTable {
  put(document: string, number: number): void;
  close(): GroupNames;
}

async function openDocumentTable(
  engine: QueryEngine,
  {methodology, holdings, withDetails}: Pick<JudgeInput, "methodology" | "holdings" | "withDetails">,
): Promise<DocumentTable> {
  const {departments, titles, ...areas} = holdings;
  const hasFiles = methodology.measures.includes("static-hits");
  const [sections, sent, files, documents] = await Promise.all([
    engine.table("section_document"),
    engine.table("sent_document"),
    engine.table("static_document"),
    withDetails ? engine.table("document") : null,
  ]);
  const [inDepartment, inLanguage, inList] = [openNumbers(), openNumbers(), openNumbers()];
  const ofKind = openNumbers();
  return {
    put(document, number) {
      const asked = readAskedPath(document);
      const downloaded = areasWith(asked, areas.downloads).map(downloadArea);
      const inSections = [...areasWith(asked, areas.sections), ...downloaded];
      const toPlaces = areasWith(asked, areas.sentTo);
      sections.add(inSections.map((name) => [name, number]));
      sent.add(toPlaces.map((name) => [name, number]));
      if (hasFiles && fitsByPath(asked, methodology.notPages)) files.add([[number]]);
      if (!documents) return;
      const {department = null, language = null} = departments?.departmentOf(document) ?? {};
      const shelves = {
        department: inDepartment.numberOf(department),
        language: inLanguage.numberOf(language),
        list: inList.numberOf(titles.get(document)?.group ?? department),
      };
      const kind: DocumentKind = {...shelves, sections: inSections, places: toPlaces};
      documents.add([[number, document, ...Object.values(shelves), ofKind.numberOf(JSON.stringify(kind))]]);
    },
    close() {
      for (const table of [sections, sent, files, documents]) table?.close();
      const kinds = ofKind.names.map((kind): DocumentKind => JSON.parse(kind));
      return {departments: inDepartment.names, languages: inLanguage.names, lists: inList.names, kinds};
    },
  };
}

function openNumbers(): {numberOf(name: string | null): number; readonly names: string[]} {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    numberOf(name) {
      if (name === null) return unnamed;
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}
