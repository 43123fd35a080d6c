import type {Engine} from "../engine/contract.ts";
import type {Case} from "./case.ts";
import {areasWith, type Holdings} from "./holdings.ts";
import {countedRank, rankOf} from "./rank.ts";

/** Names of what documents belong to; the engine knows them by their place here. */
export interface ShelfNames {
  readonly departments: readonly string[];
  readonly languages: readonly string[];
  /** Groups that top documents are listed by. */
  readonly lists: readonly string[];
}

/** The number of what belongs to nothing that has a name. */
export const unnamed = -2;

/**
 * Judges every distinct path, numbers the documents that the paths lead to, and tells the engine what is known of each:
 * `judged_path`, `section_document`, `sent_document`, and for the whole `document`.
 */
export async function judgePaths(
  engine: Engine,
  {methodology, holdings, isWhole}: Pick<Case, "methodology" | "holdings" | "isWhole">,
): Promise<ShelfNames> {
  const table = await engine.table("judged_path", {path: "text", path_rank: "integer", document: "integer"});
  const shelf = await openShelf(engine, holdings, isWhole);
  const documents = new Map<string, number>();
  await engine.askInBatches("paths", (rows) => {
    table.add(
      rows.map((row) => {
        const path = String(row["path"]);
        const rank = rankOf((rule) => rule.fitsPath?.(path, methodology));
        if (rank < countedRank) return [path, rank, null];
        const document = holdings.documentAt(path);
        const known = documents.get(document);
        if (known !== undefined) return [path, rank, known];
        documents.set(document, documents.size);
        shelf.put(document, documents.size - 1);
        return [path, rank, documents.size - 1];
      }),
    );
  });
  table.close();
  return shelf.close();
}

/** Where what is known of each document goes. */
interface Shelf {
  put(document: string, number: number): void;
  close(): ShelfNames;
}

async function openShelf(engine: Engine, {departments, titles, ...areas}: Holdings, isWhole: boolean): Promise<Shelf> {
  const sections = await engine.table("section_document", {section: "text", document: "integer"});
  const sent = await engine.table("sent_document", {place: "text", document: "integer"});
  const shape = {
    document: "integer",
    name: "text",
    department: "integer",
    language: "integer",
    list: "integer",
  } as const;
  const documents = isWhole ? await engine.table("document", shape) : null;
  const [inDepartment, inLanguage, inList] = [openNumbers(), openNumbers(), openNumbers()];
  return {
    put(document, number) {
      sections.add(areasWith(document, areas.sections).map((name) => [name, number]));
      sent.add(areasWith(document, areas.sentTo).map((name) => [name, number]));
      if (!documents) return;
      const {department = null, language = null} = departments?.departmentOf(document) ?? {};
      const list = titles.get(document)?.group ?? department;
      documents.add([
        [number, document, inDepartment.numberOf(department), inLanguage.numberOf(language), inList.numberOf(list)],
      ]);
    },
    close() {
      for (const table of [sections, sent, documents]) table?.close();
      return {departments: inDepartment.names, languages: inLanguage.names, lists: inList.names};
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
