import {existsSync, lstatSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {UserError} from "../../../base/error.ts";
import {parsedJson} from "../../../base/json.ts";
import {visible} from "../../../base/text.ts";
import {readKeptFile} from "../../../workspace/kept-file.ts";

/** The list of what Broadsheet has put into the folder of an archive; it says that the folder is one. */
export const manifestName = "site.json";

const manifest = z.strictObject({
  format: z.literal(1),
  generator: z.string(),
  /** By its path: its size, and what says whether it has to be made again. */
  files: z.custom<Readonly<Record<string, readonly [bytes: number, stamp: string]>>>(isListOfFiles),
});

/** An archive has tens of thousands: each is looked at by hand, which takes a tenth of the time. */
function isListOfFiles(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((entry: unknown) => {
    if (!Array.isArray(entry) || entry.length !== 2) return false;
    return Number.isFinite(entry[0]) && typeof entry[1] === "string";
  });
}

/** What lies in the folder of an archive. */
export type Manifest = z.output<typeof manifest>;

/** The same, while it is put together: by path, the size and what says whether it has to be made again. */
export type Entries = Map<string, readonly [bytes: number, stamp: string]>;

const file = {
  code: "OUTPUT_REFUSED",
  name: "list of an archive's files",
  help: "name a folder that is empty or new; this one stays as it is",
} as const;

/**
 * What was put into a folder before; null where it is empty, or not there.
 *
 * @throws {UserError} OUTPUT_REFUSED where something lies there that is no archive: nothing of it is ever written over.
 */
export function readManifest(output: string): Manifest | null {
  const stat = lstatSync(output, {throwIfNoEntry: false});
  if (stat === undefined) return null;
  if (!stat.isDirectory()) throw refused("it is no folder", output);
  if (!existsSync(join(output, manifestName))) {
    if (readdirSync(output).length === 0) return null;
    throw refused("something else than an archive lies there", output);
  }
  const text = readKeptFile(join(output, manifestName), file).toString("utf8");
  const {data} = manifest.safeParse(parsedJson(text));
  if (data === undefined || Object.keys(data.files).some((path) => !isWithin(path))) {
    throw refused("its list of files cannot be read", join(output, manifestName));
  }
  return data;
}

/** Is it a path that leads to a place in the folder? What was listed is taken away when it is no longer made. */
function isWithin(path: string): boolean {
  return !/\\|^[A-Za-z]:|\0|(?:^|\/)\.{0,2}(?:\/|$)/.test(path);
}

/** The list as a file; the same files give the same bytes. */
export function printManifest(files: Entries, generator: string): string {
  const sorted = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const lines = sorted.map(([path, entry]) => `    ${JSON.stringify(path)}: ${JSON.stringify(entry)}`);
  return `{\n  "format": 1,\n  "generator": ${JSON.stringify(generator)},\n  "files": {\n${lines.join(",\n")}\n  }\n}\n`;
}

function refused(what: string, where: string): UserError {
  return new UserError("OUTPUT_REFUSED", what, file.help, visible(where));
}
