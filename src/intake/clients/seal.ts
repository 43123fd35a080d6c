import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {periodOf} from "../../base/period.ts";
import {dayAt, daysOf} from "../../base/zone.ts";
import type {FactStore} from "../../engine/fact-store.ts";
import {sealNames} from "../../workspace/address-book.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/** A sealed file that names the clients of an input's month. */
export interface SealedNames {
  readonly file: string;
  /** `YYYY-MM`, in the publication's time zone. */
  readonly month: string;
  readonly clients: number;
}

/** The books of an input, and the months that it has none of because they are closed. */
export interface Books {
  readonly books: readonly SealedNames[];
  readonly closedMonths: readonly string[];
}

/** What a book is written with. */
export interface BooksContext {
  readonly engine: FactStore;
  readonly workspace: Workspace;
  /** Months whose addresses are not kept; null where none are. */
  readonly closedMonths: ReadonlySet<string> | null;
}

/** What is known of a file of facts. */
interface Span {
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
}

/** So many names are in memory at once: a book that would have more is several. */
const mostNames = 1_000_000;

/**
 * Seals who the readers of an input were, month by month, so that each month can be forgotten by itself.
 *
 * @param clients The table of their names; see `DraftClients`. Its spans are those of {@link monthSql}.
 * @returns Files in the store's folder of work, and the closed months, which have none.
 */
export async function writeBooks(clients: string, facts: Span, context: BooksContext): Promise<Books> {
  const {closedMonths, engine, workspace} = context;
  if (closedMonths === null || facts.firstSecond === null) return {books: [], closedMonths: []};
  const months = monthsOf(facts, workspace.config.timeZone);
  const books: SealedNames[] = [];
  const closed: string[] = [];
  try {
    for (const {number, count} of await countsOf(clients, engine)) {
      const {month} = months[number]!;
      if (closedMonths.has(month)) {
        closed.push(month);
        continue;
      }
      for (let from = 0; from < count; from += mostNames) {
        const names = await namesOf(clients, number, from, engine);
        const file = join(workspace.store.work, `${randomUUID()}.book`);
        books.push({file, month, clients: Math.min(mostNames, count - from)});
        sealNames(file, names, workspace.key, month);
      }
    }
    return {books, closedMonths: closed};
  } catch (fault) {
    for (const {file} of books) rmSync(file, {force: true});
    throw fault;
  }
}

async function countsOf(clients: string, engine: FactStore): Promise<{number: number; count: number}[]> {
  const rows = await engine.rows(`select span, count(name) as names from ${clients} group by span order by span`);
  return rows.map((row) => ({number: Number(row["span"]), count: Number(row["names"])}));
}

/** Names of a span, a name a line. Sorted: addresses that are alike lie together and take less room. */
async function namesOf(clients: string, span: number, from: number, engine: FactStore): Promise<string> {
  const [row] = await engine.rows(`select string_agg(name, chr(10) order by name) as names from (
    select name from ${clients} where span = ${span} and name is not null order by name limit ${mostNames} offset ${from})`);
  return String(row!["names"]);
}

/** SQL that tells the month of a row of facts, by its place among the months that the facts are of. */
export function monthSql(facts: Span, {closedMonths, workspace}: BooksContext): string {
  if (closedMonths === null) return "0";
  const months = monthsOf(facts, workspace.config.timeZone);
  const ends = months.slice(0, -1).map(({until}, number) => `when second < ${until} then ${number}`);
  return ends.length === 0 ? "0" : `case ${ends.join(" ")} else ${ends.length} end`;
}

/** The one month, `YYYY-MM`, that all facts are of; null where they are of several, or of none. */
export function onlyMonth(facts: Span, {workspace}: BooksContext): string | null {
  if (facts.firstSecond === null) return null;
  const [month, ...others] = monthsOf(facts, workspace.config.timeZone);
  return others.length === 0 ? month!.month : null;
}

interface Month {
  readonly month: string;
  /** The second in which it is over. */
  readonly until: number;
}

function monthsOf({firstSecond, lastSecond}: Span, timeZone: string): Month[] {
  const [first, last] = [firstSecond!, lastSecond!].map((second) => dayAt(second * 1000, timeZone).slice(0, 7));
  return periodOf(first!, last!).months.map((month) => ({month, until: daysOf([month], timeZone).at(-1)!.untilSecond}));
}
