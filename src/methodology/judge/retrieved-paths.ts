import {readAskedPath} from "../../base/paths/asked-path.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import {minuteBytes} from "../media/episodes.ts";
import {retrievedAs} from "../media/retrieved.ts";
import type {Methodology} from "../methodology.ts";
import {areasWith, type OpenArea} from "../site/site.ts";

/** What all files together are called that are taken home, and those of a name. */
export function downloadPart(name: string | null): string {
  return name === null ? "downloads" : `downloads:${name}`;
}

/** Where it goes which paths are of files that are taken home, listened to or looked at, as what they count, and from how many bytes on. */
export async function openRetrieved(
  engine: QueryEngine,
  methodology: Pick<Methodology, "downloads" | "listening">,
  named: readonly OpenArea[],
) {
  const [paths, parts, files] = await Promise.all([
    engine.table("retrieved_path"),
    engine.table("retrieved_part"),
    engine.table("retrieved_file"),
  ]);
  const {downloads, listening} = methodology;
  const known = new Set<number>();
  return {
    /** @param path The number that requests have: the document's own, or, where paths are told apart, that of the path. */
    put(document: string, number: number, path: number): void {
      const asked = readAskedPath(document);
      const kind = retrievedAs(asked, methodology);
      if (kind === null) return;
      paths.add([[path, number]]);
      if (known.has(number)) return;
      known.add(number);
      if (kind === "downloads") {
        files.add([[number, downloads!.leastBytes, 0]]);
        parts.add([null, ...areasWith(asked, named)].map((name) => [number, downloadPart(name)]));
        return;
      }
      const episode = listening!.episodes.get(document);
      const usual = listening!.leastBytes[kind === "listens" ? "audio" : "video"];
      files.add([[number, episode ? minuteBytes(episode) : usual, 1]]);
      parts.add([[number, kind]]);
    },
    /** @returns Whether there were any. */
    close(): boolean {
      for (const table of [paths, parts, files]) table.close();
      return known.size > 0;
    },
  };
}
