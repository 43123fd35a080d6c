import {readAskedPath} from "../../base/paths/asked-path.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Methodology} from "../methodology.ts";
import {areasWith, type OpenArea} from "../site/site.ts";

/** What all files together are called that are taken home, and those of a name. */
export function downloadPart(name: string | null): string {
  return name === null ? "downloads" : `downloads:${name}`;
}

/** Where it goes which paths are of files that are taken home, and which of them are of a name. */
export async function openRetrieved(
  engine: QueryEngine,
  {downloads}: Pick<Methodology, "downloads">,
  named: readonly OpenArea[],
) {
  const [paths, parts] = await Promise.all([engine.table("retrieved_path"), engine.table("retrieved_part")]);
  const known = new Set<number>();
  return {
    /** @param path The number that requests have: the document's own, or, where paths are told apart, that of the path. */
    put(document: string, number: number, path: number): void {
      const asked = readAskedPath(document);
      if (!downloads!.files.some((file) => file.fits(asked))) return;
      paths.add([[path, number]]);
      if (known.has(number)) return;
      known.add(number);
      parts.add([null, ...areasWith(asked, named)].map((name) => [number, downloadPart(name)]));
    },
    /** @returns Whether there were any. */
    close(): boolean {
      paths.close();
      parts.close();
      return known.size > 0;
    },
  };
}
