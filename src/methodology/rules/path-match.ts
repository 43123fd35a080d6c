import type {AskedPath} from "../../base/paths/asked-path.ts";
import {extensionOf} from "../../base/paths/endings.ts";
import type {PathPattern} from "../../base/paths/pattern.ts";

/** What a rule goes by that looks at paths. */
export interface ByPath {
  /** In lower case, without the dot. */
  readonly extensions: ReadonlySet<string>;
  readonly paths: readonly PathPattern[];
}

/** Does the path fit one of the patterns, or end in one of the endings? A page is one, however its path ends. */
export function fitsByPath(asked: AskedPath, {extensions, paths}: ByPath): boolean {
  return (
    (asked.content !== "page" && extensions.has(extensionOf(asked.path))) || paths.some((known) => known.fits(asked))
  );
}
