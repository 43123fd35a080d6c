import {existsSync, lstatSync, readdirSync} from "node:fs";
import {extname, join} from "node:path";
import {readKeptFile} from "../../../workspace/kept-file.ts";
import {publishedFolder} from "../../../workspace/published.ts";
import {refusal} from "../../fault.ts";
import type {SavedAnswer} from "../../forms/answer.ts";

/** A file of an edition, by its path in the folder, with `/`. */
export interface EditionFile {
  readonly name: string;
  readonly bytes: number;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".pdf": "application/pdf",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** The files of an edition's folder, those of the report first. Links are none. */
export function editionFiles(folder: string): EditionFile[] {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const files = entries.map(({parentPath, name}) => {
    const path = join(parentPath, name);
    return {name: path.slice(folder.length + 1).replaceAll("\\", "/"), bytes: lstatSync(path).size};
  });
  const rank = ({name}: EditionFile): number => (name.startsWith("report.") ? 0 : name.includes("/") ? 2 : 1);
  return files.toSorted((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));
}

/** A file of an edition, to be saved. Only what the folder lists is given, whatever is asked for. */
export function fileAnswer(workspaceFolder: string, period: string, name: string): SavedAnswer {
  const folder = join(workspaceFolder, publishedFolder, period);
  const isThere = existsSync(folder) && lstatSync(folder).isDirectory();
  const file = isThere ? editionFiles(folder).find((one) => one.name === name) : undefined;
  if (file === undefined) throw refusal("NOT_FOUND", "there is no such file in the edition");
  const help = "bring it back from a backup";
  const bytes = readKeptFile(join(folder, file.name), {
    code: "PUBLISHED_DAMAGED",
    name: "file",
    help,
    mostMegabytes: 512,
  });
  const type = types[extname(name)] ?? "application/octet-stream";
  return {kind: "file", type, body: new Uint8Array(bytes), saveAs: `${period}-${name.replaceAll("/", "-")}`};
}
