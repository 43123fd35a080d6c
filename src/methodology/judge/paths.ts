import {type AskedPath, type ContentClass, readAskedPath, writeAskedPath} from "../../base/paths/asked-path.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Methodology} from "../methodology.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {rules} from "../rules/all.ts";
import {fitsByPath} from "../rules/path-match.ts";
import {apartRank, rankOf} from "../rules/rank.ts";
import {itemOf} from "../site/path.ts";
import {areasWith, downloadArea, partsOf, type SiteDescription} from "../site/site.ts";
import {isByPath} from "./double-clicks.ts";
import {openFeeds} from "./feeds.ts";
import type {JudgeInput} from "./input.ts";
import {feedRank} from "./reader-table.ts";
import {asksRetrievals} from "./retrieval-window.ts";
import {openRetrieved} from "./retrieved-paths.ts";
import {keepInParts, type Parts} from "./text-parts.ts";

/** Names of what documents belong to; the engine knows them by their place here. */
export interface GroupNames {
  readonly departments: readonly string[];
  readonly languages: readonly string[];
  /** Groups that top documents are listed by. */
  readonly lists: readonly string[];
  /** What documents can have in common. */
  readonly kinds: readonly DocumentKind[];
  /** Is there a path of a file that is taken home? */
  readonly hasRetrieved: boolean;
}

/** What a document belongs to, the names by their numbers. */
export interface DocumentKind {
  readonly department: number;
  readonly language: number;
  readonly list: number;
  /** 0 where there is but one. */
  readonly site: number;
  readonly sections: readonly string[];
  /** Outside places that it leads to. */
  readonly places: readonly string[];
}

/** The number of what belongs to nothing that has a name. */
export const unnamed = -2;

/**
 * Judges every distinct path, numbers the documents that the paths lead to, and tells the engine what is known of each:
 * `judged_path`, `marker_path`, `section_document`, `sent_document`, and for the whole `document`; of files that are taken home
 * `retrieved_path` and `retrieved_part`.
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
    withRetrievals = true,
    sites,
    rulePeriods,
    parts,
  }: Pick<JudgeInput, "methodology" | "holdings" | "withDetails" | "withRetrievals" | "sites"> & {
    readonly rulePeriods: readonly RulePeriod[];
    readonly parts: Parts;
  },
): Promise<GroupNames & {readonly feeds: readonly string[]}> {
  const [table, markerTable, feeds, paths, retrieved] = await Promise.all([
    openDocumentTable(engine, {methodology, holdings, withDetails, sites}),
    engine.table("marker_path"),
    openFeeds(engine, rulePeriods, sites?.wanted ?? null),
    isByPath(methodology) ? openPaths(engine, rulePeriods, sites) : null,
    asksRetrievals({methodology, withRetrievals}) ? openRetrieved(engine, methodology, holdings.downloads) : null,
  ]);
  const askedIn = readerOf(holdings, sites);
  const contentAt = await askContents(engine, askedIn);
  const markers = rulePeriods.flatMap(({methodology}, rulePeriod) =>
    rules.flatMap((rule, rank) => {
      const path = rule.markerPath?.(methodology) ?? null;
      return path === null ? [] : [{rulePeriod, rank, path}];
    }),
  );
  const rulesOf = rulesBySite(rulePeriods, sites);
  const documentsOf = openNumbersBySite();
  let documentCount = 0;
  // However a path is written, and whatever was said of its content, it is one.
  const pathNumbersOf = openNumbersBySite();
  const numberOf = (document: string, asked: SitePath): number => {
    const {site} = asked;
    const ofSite = documentsOf(site);
    const known = ofSite.get(document);
    const number = known ?? documentCount++;
    if (known === undefined) {
      ofSite.set(document, number);
      table.put(document, number, site);
    }
    if (!paths) {
      if (known === undefined) retrieved?.put(document, number, number);
      return number;
    }
    const path = writeAskedPath({...asked, conditions: [], content: null});
    const numbers = pathNumbersOf(site);
    const before = numbers.get(path);
    if (before !== undefined) return before;
    const own = paths.put(document, number, site);
    numbers.set(path, own);
    retrieved?.put(document, number, own);
    return own;
  };
  await keepInParts(engine, {name: "path_verdict", question: "path-verdicts", parts}, async (part) => {
    const table = await engine.table("judged_path");
    await engine.askTexts(
      "paths",
      (texts) => {
        for (const path of texts) {
          const asked = contentAt(askedIn(path));
          feeds.see(path, asked);
          const ranks = rulesOf(asked.site).map((own) => rankOf(own, (rule) => rule.fitsPath?.(asked, own)));
          const number = ranks.some((rank) => rank >= apartRank || rank === feedRank)
            ? numberOf(holdings.documentAt(asked), asked)
            : null;
          // Its requests are of a site, though they are for no document.
          const none = sites && noDocumentOf(asked.site);
          // However it is written, it is what it is.
          for (const {rulePeriod, rank, path: marker} of markers) {
            if (marker === asked.path) markerTable.add([[rulePeriod, path, rank]]);
          }
          table.add(
            ranks.map((rank, rulePeriod) => [
              rulePeriod,
              path,
              rank,
              rank < apartRank && rank !== feedRank ? none : number,
            ]),
          );
        }
      },
      part,
    );
    table.close();
  });
  markerTable.close();
  paths?.close();
  return {...table.close(), hasRetrieved: retrieved?.close() ?? false, feeds: feeds.close()};
}

/** What was asked for, and of which site: 0 where there is but one. */
interface SitePath extends AskedPath {
  readonly site: number;
}

/** Takes a path apart from the site before it, where there are several. */
function readerOf(holdings: Pick<SiteDescription, "asked">, sites: JudgeInput["sites"]): (text: string) => SitePath {
  if (sites === null) return (text) => ({...holdings.asked(text), site: 0});
  return (text) => {
    const blank = text.indexOf(" ");
    return {...holdings.asked(text.slice(blank + 1)), site: Number(text.slice(0, blank))};
  };
}

/** The rules of each period, by a site's number: what is furniture may be a site's own. */
function rulesBySite(
  rulePeriods: readonly RulePeriod[],
  sites: JudgeInput["sites"],
): (site: number) => readonly Methodology[] {
  const general = rulePeriods.map(({methodology}) => methodology);
  const own = (sites?.sites ?? []).map(({name}) =>
    general.map((methodology) => {
      const pageFurniture = methodology.siteFurniture.get(name);
      return pageFurniture === undefined ? methodology : {...methodology, pageFurniture};
    }),
  );
  return (site) => own[site] ?? general;
}

/** Numbers of texts, of each site by themselves. */
function openNumbersBySite(): (site: number) => Map<string, number> {
  const bySite: Map<string, number>[] = [];
  return (site) => {
    const known = bySite[site] ?? new Map<string, number>();
    bySite[site] = known;
    return known;
  };
}

/** What stands for all that is no document of a site. */
function noDocumentOf(site: number): number {
  return -1 - site;
}

/** So many paths at most are known by what the server said of them: whoever can write into a log can write any number. */
const mostContents = 500_000;

/**
 * What does the server say that a path is, where the request itself does not say it? An answer that nothing has changed (304) names no
 * content: it is what others were given. Where they were given different things, nothing is known.
 */
async function askContents(
  engine: QueryEngine,
  askedIn: (text: string) => SitePath,
): Promise<(asked: SitePath) => SitePath> {
  const contents = new Map<string, ContentClass | null>();
  const keyOf = ({site, path}: SitePath): string => (site === 0 ? path : `${site} ${path}`);
  await engine.askTexts("typed-paths", (texts) => {
    for (const text of texts) {
      const asked = askedIn(text);
      const {content} = asked;
      const key = keyOf(asked);
      const known = contents.get(key);
      if (known === undefined && contents.size >= mostContents) continue;
      contents.set(key, known === undefined || known === content ? content : null);
    }
  });
  if (contents.size === 0) return (asked) => asked;
  return (asked) => (asked.content === null ? {...asked, content: contents.get(keyOf(asked)) ?? null} : asked);
}

async function openPaths(engine: QueryEngine, rulePeriods: readonly RulePeriod[], sites: JudgeInput["sites"]) {
  const table = await engine.table("path_document");
  for (const site of (sites?.sites ?? []).keys()) {
    const none = noDocumentOf(site);
    table.add(rulePeriods.map((_, place) => [place, none, none, unnamed]));
  }
  const items = openNumbers();
  let paths = 0;
  return {
    put(document: string, number: number, site: number): number {
      table.add(
        rulePeriods.map((rulePeriod, place) => {
          const item = items.numberOf(`${site} ${itemOf(document, rulePeriod.methodology.formats)}`);
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
  put(document: string, number: number, site: number): void;
  close(): Omit<GroupNames, "hasRetrieved">;
}

async function openDocumentTable(
  engine: QueryEngine,
  {methodology, holdings, withDetails, sites}: Pick<JudgeInput, "methodology" | "holdings" | "withDetails" | "sites">,
): Promise<DocumentTable> {
  const {titles, ...areas} = holdings;
  const parts = sites === null ? [holdings] : sites.sites.map(({name}) => partsOf(holdings, name));
  const hasFiles = methodology.measures.includes("static-hits");
  const [sections, sent, files, documents, bySite] = await Promise.all([
    engine.table("section_document"),
    engine.table("sent_document"),
    engine.table("static_document"),
    withDetails ? engine.table("document") : null,
    sites && engine.table("document_site"),
  ]);
  bySite?.add(sites?.sites.map((_, site) => [noDocumentOf(site), site]) ?? []);
  const [inDepartment, inLanguage, inList] = [openNumbers(), openNumbers(), openNumbers()];
  const ofKind = openNumbers();
  return {
    put(document, number, site) {
      const asked = readAskedPath(document);
      const downloaded = areasWith(asked, areas.downloads).map(downloadArea);
      const {departments, sections: ownSections} = parts[site]!;
      const inSections = [...areasWith(asked, ownSections), ...downloaded];
      const toPlaces = areasWith(asked, areas.sentTo);
      sections.add(inSections.map((name) => [name, number]));
      sent.add(toPlaces.map((name) => [name, number]));
      if (hasFiles && fitsByPath(asked, methodology.notPages)) files.add([[number]]);
      bySite?.add([[number, site]]);
      if (!documents) return;
      const {department = null, language = null} = departments?.departmentOf(document) ?? {};
      const shelves = {
        department: inDepartment.numberOf(department),
        language: inLanguage.numberOf(language),
        list: inList.numberOf(titles.get(document)?.group ?? department),
      };
      const kind: DocumentKind = {...shelves, site, sections: inSections, places: toPlaces};
      documents.add([
        [
          number,
          `${sites?.sites[site]?.prefix ?? ""}${document}`,
          ...Object.values(shelves),
          ofKind.numberOf(JSON.stringify(kind)),
        ],
      ]);
    },
    close() {
      for (const table of [sections, sent, files, documents, bySite]) table?.close();
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
