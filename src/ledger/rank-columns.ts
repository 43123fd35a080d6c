import {quoted} from "../workspace/sheet/cell.ts";
import {importFault} from "./import/import-fault.ts";
import {plainLetters} from "./spelling.ts";

/** Where a public list has its ranks and its names. */
export interface RankColumns {
  readonly separator: string;
  /** From 0. */
  readonly rank: number;
  readonly name: number;
  /** Does the first row name the columns? */
  readonly hasHead: boolean;
}

/** What a column of ranks is called, the surest first; letters and digits alone. */
const rankNames = [
  "rank",
  "globalrank",
  "rang",
  "platz",
  "position",
  "pos",
  "place",
  "puesto",
  "posicion",
  "排名",
  "名次",
  "الترتيب",
];
/** What a column of names is called. */
const nameNames = [
  "domain",
  "domainname",
  "host",
  "hostname",
  "site",
  "website",
  "domaine",
  "dominio",
  "域名",
  "النطاق",
];

const example = "name a list whose rows are like 1,example.org";

/** A host with a dot, whose last part is no number: neither `10.00` nor an address. */
const domain = /^[^\s"'/:@,;]+\.[^\s"'/:@,;.]*[\p{L}][^\s"'/:@,;.]*\.?$/u;
/** Of so many names at least has a column of names to be. */
const leastShare = 0.9;

/**
 * Which column holds the names, and which the ranks? Names are known by what stands in the column, ranks by its head; without a head by rising
 * from row to row.
 *
 * @param rows The first rows of the list.
 * @throws {UserError} IMPORT_REFUSED where no column is such, or several may be.
 */
export function findRankColumns(rows: readonly string[], where: string): RankColumns {
  const [first = ""] = rows;
  const separator = [",", ";", "\t"].toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const cells = rows.map((row) => listedCells(row, separator));
  const hasHead = !cells[0]!.some((cell) => isRank(cell) || domain.test(cell));
  const heads = hasHead ? cells[0]!.map(plainHead) : [];
  if (hasHead && rows.length === 1) throw importFault("the list is empty", example, where);
  const columns = cells[0]!.map((_, place) => cells.slice(hasHead ? 1 : 0).map((row) => row[place] ?? ""));
  const calledOf = (place: number): string => (hasHead ? quoted(cells[0]![place]!) : String(place + 1));
  const only = (found: readonly number[], names: readonly string[], what: string): number => {
    const named = names.map((name) => found.filter((place) => heads[place] === name)).find(({length}) => length > 0);
    const [one, other] = named ?? found;
    if (one === undefined) throw importFault(`no column of the list holds ${what}`, example, where);
    if (other === undefined) return one;
    const which = `the columns ${calledOf(one)} and ${calledOf(other)} may both be the one of ${what}`;
    throw importFault(which, "leave the ranks and the domains alone in the file", where);
  };
  const places = [...columns.keys()];
  const name = only(
    places.filter((place) => isOfNames(columns[place]!)),
    nameNames,
    "domains",
  );
  const ranked = places.filter((place) => columns[place]!.length > 0 && columns[place]!.every(isRank));
  const isNamed = ranked.some((place) => rankNames.includes(heads[place] ?? ""));
  const rising = ranked.filter((place) => isRising(columns[place]!));
  const rank = only(isNamed || rising.length === 0 ? ranked : rising, rankNames, "ranks");
  return {separator, rank, name, hasHead};
}

/** The cells of a row, without their quotation marks. */
export function listedCells(row: string, separator: string): string[] {
  if (!row.includes('"')) return row.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (const letter of row) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell.trim()];
}

/** Is it digits alone, as the number of a place is? */
export function isRank(cell: string): boolean {
  return /^\d{1,10}$/.test(cell);
}

function isOfNames(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell !== "");
  return written.length > 0 && written.filter((cell) => domain.test(cell)).length >= written.length * leastShare;
}

function isRising(cells: readonly string[]): boolean {
  return cells[0] === "1" && cells.every((cell, i) => i === 0 || Number(cell) >= Number(cells[i - 1]));
}

function plainHead(head: string): string {
  return plainLetters(head).replace(/[^\p{L}\p{N}]/gu, "");
}
