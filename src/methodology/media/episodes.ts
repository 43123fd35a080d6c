import {z} from "zod";
import {quoted} from "../../workspace/sheet/cell.ts";
import {numberCell} from "../../workspace/sheet/number-cell.ts";
import {readSheet} from "../../workspace/sheet/sheet.ts";
import type {Episode} from "../methodology.ts";
import type {DocumentNaming} from "../site/path.ts";
import {documentCell} from "../site/path-cell.ts";

const episodesFile = {
  code: "EPISODES_REFUSED",
  name: "table of episodes",
  help: "check episodes in broadsheet.yaml",
} as const;

/**
 * Reads a table of how long files of sound and film are: `file,seconds,bytes,header`; `header` may be missing or empty.
 *
 * @returns By document, in the order of the table.
 * @throws {UserError} EPISODES_REFUSED with the lines.
 * @source docs/listening.md#how-much-is-a-minute
 */
export function readEpisodes(path: string, naming: DocumentNaming): ReadonlyMap<string, Episode> {
  const episodes = new Map<string, Episode>();
  const columns = z.object({
    file: documentCell(naming),
    seconds: numberCell,
    bytes: numberCell,
    header: z.union([z.literal(""), numberCell]).optional(),
  });
  readSheet(path, {...episodesFile, columns}, ({file, seconds, bytes, header}, {refuse}) => {
    const before = header === undefined || header === "" ? 0 : header;
    if (!(seconds > 0)) refuse(`it has ${seconds} seconds`, "write how many seconds it takes", "seconds");
    if (!(bytes > 0)) refuse(`it has ${bytes} bytes`, "write how large the file is, in bytes", "bytes");
    if (before < 0 || before >= bytes) {
      refuse(`${before} of its ${bytes} bytes come before the sound`, "write fewer, or nothing", "header");
    }
    if (episodes.has(file)) refuse(`${quoted(file)} is there already`, "delete one of the two lines", "file");
    episodes.set(file, {seconds, bytes, header: before});
  });
  return episodes;
}

/** How many bytes bring a minute of it? All of it, where it is shorter. */
export function minuteBytes({seconds, bytes, header}: Episode): number {
  return seconds <= 60 ? bytes : header + Math.ceil(((bytes - header) * 60) / seconds);
}
