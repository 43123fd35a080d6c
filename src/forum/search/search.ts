import type {ForumStore} from "../store.ts";
import {sectionMark} from "./keep.ts";
import {readQuery} from "./match.ts";

/** A post that was found. */
export interface FoundPost {
  readonly post: number;
  readonly thread: number;
  readonly number: number;
  readonly title: string;
  readonly section: string;
  readonly day: string;
  readonly name: string | null;
  /** Of its text, without marks. */
  readonly extract: string;
}

/** What was found, the last written first. */
export interface SearchFindings {
  readonly found: readonly FoundPost[];
  /** 0 where there is nothing to look for; 20 at most. */
  readonly pages: number;
}

const aPage = 25;
const mostFound = 500;
/** More runs of signs than begin alike in a language; beyond it they are looked for by more signs. */
const mostSigns = 300;
const extractLength = 200;

type FoundRow = Omit<FoundPost, "extract"> & {readonly text: string};

/** Looks through everything that is shown; of what is held or hidden nothing is there to be found. */
export function searchPosts(
  {file}: ForumStore,
  typed: string,
  {section = "", page = 1}: {readonly section?: string; readonly page?: number} = {},
): SearchFindings {
  const place = section === "" ? "" : sectionMark(section);
  const query = readQuery(typed, place, (signs) =>
    file
      .all<{term: string}>("signsBeginning", {from: signs, until: `${signs}\u{10ffff}`, most: mostSigns})
      .map(({term}) => term),
  );
  if (query === null) return {found: [], pages: 0};
  const most = mostFound;
  const all =
    query.by === "signs"
      ? file.all<{post: number}>("foundBySigns", {match: query.match, place, most})
      : file.all<{post: number}>("foundByWords", {match: query.match, most});
  const pages = Math.ceil(all.length / aPage);
  if (!Number.isSafeInteger(page) || page < 1 || page > pages) return {found: [], pages};
  const wanted = all.slice((page - 1) * aPage, page * aPage).map(({post}) => post);
  const rows = file.all<FoundRow>("foundPosts", {posts: JSON.stringify(wanted)});
  return {found: rows.map(({text, ...row}) => ({...row, extract: extractOf(text, row, query.sought)})), pages};
}

function extractOf(text: string, {number, title}: Omit<FoundRow, "text">, sought: readonly string[]): string {
  // Of a first post the title stands before the text.
  const body = (number === 1 && text.startsWith(`${title}\n`) ? text.slice(title.length + 1) : text).replace(
    /\s+/g,
    " ",
  );
  const low = body.toLowerCase();
  const places = sought.map((part) => low.indexOf(part.toLowerCase())).filter((place) => place >= 0);
  const from = Math.max(0, (places.length === 0 ? 0 : Math.min(...places)) - extractLength / 4);
  // A pair of surrogates is not cut in two.
  const cut = body.slice(from, from + extractLength).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
  return `${from > 0 ? "…" : ""}${cut.trim()}${from + extractLength < body.length ? "…" : ""}`;
}
