import {z} from "zod";
import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {languageCell} from "../../workspace/sheet/language-cell.ts";
import {readSheet, type SheetKind} from "../../workspace/sheet/sheet.ts";
import {pathCell} from "./path-cell.ts";

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

const prefixCell: Cell<string> = pathCell.pipe(
  cell((text, refuse) => {
    const prefix = text.replace(/\/{2,}/g, "/");
    const folder = /^(.*\/)(?:\*+|index\.html)$/.exec(prefix)?.[1];
    if (folder === undefined) return prefix;
    const everything = `write ${folder} for everything below it`;
    if (prefix.endsWith("*")) return refuse(`the prefix ${quoted(text)} would mean a star itself`, everything);
    return refuse(`the prefix ${quoted(text)} fits nothing: that document is ${folder}`, everything);
  }),
);

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
export function readDepartments(path: string): DepartmentTable {
  const prefixes = new Map<string, Prefix>();
  const titles = new Map<string, {readonly title: string; readonly line: number} | null>();
  readSheet(path, kind, ({prefix, department, language, title}, {line, refuse}) => {
    const key = prefix.replace(/\/$/, "");
    const twin = prefixes.get(key);
    if (twin !== undefined) {
      const what = `the prefix ${quoted(prefix)} is there already, in line ${twin.line}`;
      const other = twin.written === prefix ? "" : ` as ${quoted(twin.written)}`;
      refuse(`${what}${other}`, "delete one of the two lines", "prefix");
    } else {
      prefixes.set(key, {written: prefix, line, isFolder: prefix.endsWith("/"), belonging: {department, language}});
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
    departmentOf: finderOf(prefixes),
    titleOf: (department) => titles.get(department)?.title ?? department,
  };
}

/** Looks up what stands before each slash and dot of a document, the longest first: not every prefix there is. */
function finderOf(prefixes: ReadonlyMap<string, Prefix>): DepartmentTable["departmentOf"] {
  // A path of a thousand dots is a stranger's to send; no more of it is looked at than could fit.
  const longest = prefixes.keys().reduce((most, prefix) => Math.max(most, prefix.length), 0);
  return (document) => {
    if (!document.startsWith("/")) return null;
    for (let end = Math.min(document.length, longest); end >= 0; end--) {
      const next = document[end];
      if (next !== undefined && next !== "/" && next !== ".") continue;
      const prefix = prefixes.get(document.slice(0, end));
      if (prefix !== undefined && !(prefix.isFolder && next === ".")) return prefix.belonging;
    }
    return null;
  };
}
