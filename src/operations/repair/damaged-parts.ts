import {setImmediate as others} from "node:timers/promises";
import type {Catalogue, InputRow, PartRow, SealedNamesRow} from "../../workspace/catalogue/catalogue.ts";
import {damageOf, isGone, type StoredFile} from "../../workspace/checked-files.ts";
import {storedBooks, storedFiles} from "../../workspace/stored-files.ts";
import type {StorePaths} from "../../workspace/workspace-files.ts";

/** A file of facts with what belongs to it, of which something is not what was written. */
export interface DamagedPart {
  readonly input: InputRow;
  readonly part: PartRow;
  readonly books: readonly SealedNamesRow[];
  /** Those that are not what was written, each with the way in which it is not. */
  readonly damages: readonly {readonly file: StoredFile; readonly what: string}[];
  /** Where its lines stand in the log, in bytes; null where that is not known. */
  readonly span: {readonly from: number; readonly until: number} | null;
}

/** Which parts of what was read are damaged? A book of addresses that is gone was thrown away, as it may be. */
export async function findDamagedParts(store: StorePaths, catalogue: Catalogue): Promise<DamagedPart[]> {
  const found: DamagedPart[] = [];
  const allBooks = new Map(storedBooks(store, catalogue).map((file) => [file.path, file]));
  for (const input of catalogue.inputs()) {
    const parts = catalogue.partsOf(input.id);
    for (const [place, part] of parts.entries()) {
      const books = catalogue.booksOf(part.file);
      const names = new Set(books.map(({file}) => file));
      const own = [...allBooks.values()].filter((file) => names.has(nameOf(file)) && !isGone(file));
      const damages = [...storedFiles([part], store, catalogue), ...own].flatMap((file) => {
        const what = damageOf(file);
        return what === null ? [] : [{file, what}];
      });
      if (damages.length > 0) found.push({input, part, books, damages, span: spanOf(parts, place, input)});
      // A person may want to interrupt.
      await others();
    }
  }
  return found;
}

function nameOf({path}: StoredFile): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A file of facts is named by where its lines begin; it ends where the next one begins. */
function spanOf(parts: readonly PartRow[], place: number, {bytes}: InputRow): DamagedPart["span"] {
  if (parts.length === 1) return {from: 0, until: bytes};
  const [from, next] = [parts[place], parts[place + 1]].map((part) => part && /-(\d+)\.parquet$/.exec(part.file)?.[1]);
  const isKnown = parts.every(({file}) => /^[0-9a-f]{32}-\d+\.parquet$/.test(file));
  return isKnown ? {from: Number(from), until: next === undefined ? bytes : Number(next)} : null;
}
