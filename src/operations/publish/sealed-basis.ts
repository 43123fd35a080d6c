import type {Basis} from "../../report/restate/published.ts";
import {sealOf} from "../../workspace/seal.ts";
import type {Workspace} from "../../workspace/workspace.ts";

const mark = "sealed:";

/** The basis as anybody may see it: a short book could be guessed by its hash, so that hashes are sealed under the workspace's key. */
export function sealBasis(basis: Basis, {key}: Pick<Workspace, "key">): Basis {
  const sealed = (hashes: Readonly<Record<string, string>>): Record<string, string> => {
    const pairs = Object.entries(hashes).map(([name, hash]) => {
      return [name, hash.startsWith(mark) ? hash : `${mark}${sealOf(`${name} ${hash}`, key).slice(0, 32)}`];
    });
    return Object.fromEntries(pairs) as Record<string, string>;
  };
  return {...basis, tables: sealed(basis.tables), books: sealed(basis.books)};
}
