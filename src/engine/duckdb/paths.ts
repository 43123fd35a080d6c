import {mkdtempSync, rmSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {UserError} from "../../base/error.ts";
import {quoteText} from "./literal.ts";

/** ENGINE: DuckDB takes these for a pattern, and a backslash for a divider once there is a pattern in the path. */
const patternSign = /[*?[\\]/;

/**
 * Paths as the engine takes them. It has no way to write a name with `*`, `?` or `[` in it that holds for every name, so that what
 * lies in a folder of such a name is reached by a link to that folder, which has a plain one.
 */
export class EnginePaths {
  /** Links to folders, by what they lead to. */
  readonly #links = new Map<string, string>();
  #folder: string | null = null;

  /** The file or folder under a name that means just that to the engine. @param path A whole one. */
  reached(path: string): string {
    if (!patternSign.test(path)) return path;
    const [folder, name] = [dirname(path), basename(path)];
    // Our own names of files are plain. One that is not is linked to itself: good for reading.
    return patternSign.test(name) ? this.#linkTo(path) : join(this.#linkTo(folder), name);
  }

  /** The same, as a literal: the one way in which a path gets into the text of a statement. */
  literal(path: string): string {
    return quoteText(this.reached(path));
  }

  /** Takes the links away. */
  close(): void {
    if (this.#folder === null) return;
    rmSync(this.#folder, {recursive: true, force: true});
    this.#links.clear();
    this.#folder = null;
  }

  #linkTo(target: string): string {
    const known = this.#links.get(target);
    if (known !== undefined) return known;
    this.#folder ??= this.#makeFolder();
    const link = join(this.#folder, String(this.#links.size));
    symlinkSync(target, link);
    this.#links.set(target, link);
    return link;
  }

  #makeFolder(): string {
    const place = [tmpdir(), "/tmp", "/var/tmp"].find((one) => !patternSign.test(one))!;
    try {
      return mkdtempSync(join(place, "broadsheet-links-"));
    } catch {
      throw new UserError(
        "WORKSPACE_DENIED",
        "a folder's name holds *, ?, [ or \\, and no link to it can be made in the folder for temporary files",
        "give the folder another name, or set TMPDIR to a folder that you may write in",
        place,
      );
    }
  }
}

/**
 * The relation that the rows of Parquet files are, by literals of their paths.
 *
 * Names of folders say nothing: by itself DuckDB would take `reader=3` in a path for a column, in every row.
 *
 * @param isNumbered Does it have `file_row_number`, from 0?
 * @param isByName May one file lack a column of another, or have it elsewhere?
 */
export function parquetSql(
  files: string | readonly string[],
  {isNumbered = false, isByName = false}: {readonly isNumbered?: boolean; readonly isByName?: boolean} = {},
): string {
  const list = typeof files === "string" ? files : `[${files.join(", ")}]`;
  return `read_parquet(${list}, hive_partitioning = false${isNumbered ? ", file_row_number = true" : ""}${isByName ? ", union_by_name = true" : ""})`;
}
