import {z} from "zod";
import {readAskedPath} from "../../base/paths/asked-path.ts";
import {canonicalPath, inOneCase} from "../../base/paths/form.ts";
import {type PathPattern, patternFault, readPattern} from "../../base/paths/pattern.ts";
import type {QueryCondition} from "../../base/paths/query.ts";
import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {languageCell} from "../../workspace/sheet/language-cell.ts";
import {readSheet, type SheetKind} from "../../workspace/sheet/sheet.ts";
import type {DocumentNaming} from "./path.ts";

/** Where a document belongs. */
export interface Belonging {
  readonly department: string;
  /** BCP 47, as it is written canonically (`zh-Hant`); null where the table names none. */
  readonly language: string | null;
}

/** Which department every document belongs to. */
export interface DepartmentTable {
  /** The keys of all departments, in the order in which the table first names them. */
  readonly departments: readonly string[];
  /**
   * Where does a document belong?
   *
   * @param document As `documentOf` gives it.
   * @returns That of the longest prefix that fits; null where none does.
   */
  departmentOf(document: string): Belonging | null;
  /** What its patterns ask of queries. */
  readonly conditions: readonly QueryCondition[];
  /** The department's printed name: its title, or its key where the table gives none. */
  titleOf(department: string): string;
}

interface Prefix {
  /** As it is written in the table. */
  readonly written: string;
  readonly line: number;
  /** True where it ends in a slash: what follows it has to begin with one. */
  readonly isFolder: boolean;
  readonly belonging: Belonging;
}

const prefixCell: Cell<string> = cell((text, refuse) => {
  if (!/^[/*.]/.test(text)) {
    return refuse(`${quoted(text)} is not a path`, "write it from its first slash, like /zhongwen/news.html");
  }
  const fault = patternFault(text, {plain: "under"});
  return fault === null ? text : refuse(`the prefix ${quoted(text)} ${fault.what}`, fault.help);
});

const departmentCell = cell((text, refuse) => {
  if (/^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(text)) return text;
  const key = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const help = key === "" ? "write it like zhongwen, and the printed name under title" : `write ${key}`;
  return refuse(`${quoted(text)} is not a department's key: small letters a to z, digits and hyphens`, help);
});

const shape = {prefix: prefixCell, department: departmentCell, language: languageCell, title: z.string()};

const kind: SheetKind<typeof shape> = {
  code: "DEPARTMENTS_REFUSED",
  name: "table of departments",
  help: "check departments in broadsheet.yaml",
  columns: z.object(shape),
};

/**
 * Reads a table of departments: `prefix,department,language,title`.
 *
 * A prefix that ends in a slash means everything below it, and the folder itself without the slash. Any other fits
 * where a part of the path ends: at a slash, at a dot, at its end. So `/zhongwen` fits `/zhongwen.html` and `/zhongwen/`
 * does not; neither fits `/zhongwen2`. Of several the longest counts.
 *
 * @throws {UserError} DEPARTMENTS_REFUSED with the lines.
 * @source docs/departments.md
 */
export function readDepartments(path: string, {isOneCase = false}: Partial<DocumentNaming> = {}): DepartmentTable {
  const prefixes = new Map<string, Prefix>();
  const patterns: BelongingByPattern[] = [];
  const titles = new Map<string, {readonly title: string; readonly line: number} | null>();
  readSheet(path, kind, ({prefix: written, department, language, title}, {line, refuse}) => {
    const spelled = isPattern(written) ? written : canonicalPath(written);
    const prefix = isOneCase && !isPattern(written) ? inOneCase(spelled) : spelled;
    const key = prefix.replace(/\/$/, "");
    const twin = prefixes.get(key);
    if (twin !== undefined) {
      const what = `the prefix ${quoted(prefix)} is there already, in line ${twin.line}`;
      const other = twin.written === prefix ? "" : ` as ${quoted(twin.written)}`;
      refuse(`${what}${other}`, "delete one of the two lines", "prefix");
    } else {
      prefixes.set(key, {written: prefix, line, isFolder: prefix.endsWith("/"), belonging: {department, language}});
      if (isPattern(written)) {
        const pattern = readPattern(written, {plain: "under", isOneCase});
        patterns.push({pattern, belonging: {department, language}});
      }
    }
    const titled = titles.get(department) ?? null;
    if (titled !== null && title !== "" && title !== titled.title) {
      const what = `${department} has the title ${quoted(title)} here and ${quoted(titled.title)} in line ${titled.line}`;
      refuse(what, "leave one title, and empty the other", "title");
    }
    titles.set(department, titled ?? (title === "" ? null : {title, line}));
  });
  return {
    departments: [...titles.keys()],
    departmentOf: finderOf(new Map([...prefixes].filter(([key]) => !isPattern(key))), patterns),
    conditions: patterns.flatMap(({pattern}) => pattern.conditions),
    titleOf: (department) => titles.get(department)?.title ?? department,
  };
}

/** Is it more than how paths begin? */
function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** Where documents belong that a pattern fits. */
interface BelongingByPattern {
  readonly pattern: PathPattern;
  readonly belonging: Belonging;
}

/** Of all that fits, what has most signs that stand for themselves; of as many the prefix, and of patterns the first. */
function finderOf(
  prefixes: ReadonlyMap<string, Prefix>,
  patterns: readonly BelongingByPattern[],
): DepartmentTable["departmentOf"] {
  const byPrefix = prefixFinder(prefixes);
  if (patterns.length === 0) return (document) => byPrefix(readAskedPath(document).path)?.belonging ?? null;
  const byWeight = patterns.toSorted((one, other) => other.pattern.weight - one.pattern.weight);
  return (document) => {
    const asked = readAskedPath(document);
    const prefix = byPrefix(asked.path);
    const fitting = byWeight.find(({pattern}) => pattern.fits(asked));
    if (fitting === undefined) return prefix?.belonging ?? null;
    return prefix !== null && prefix.written.length >= fitting.pattern.weight ? prefix.belonging : fitting.belonging;
  };
}

/** Looks up what stands before each slash and dot of a path, the longest first: not every prefix there is. */
function prefixFinder(prefixes: ReadonlyMap<string, Prefix>): (path: string) => Prefix | null {
  // A path of a thousand dots is a stranger's to send; no more of it is looked at than could fit.
  const longest = prefixes.keys().reduce((most, prefix) => Math.max(most, prefix.length), 0);
  return (document) => {
    if (!document.startsWith("/")) return null;
    for (let end = Math.min(document.length, longest); end >= 0; end--) {
      const next = document[end];
      if (next !== undefined && next !== "/" && next !== ".") continue;
      const prefix = prefixes.get(document.slice(0, end));
      if (prefix !== undefined && !(prefix.isFolder && next === ".")) return prefix;
    }
    return null;
  };
}
