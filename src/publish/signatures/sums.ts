import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {nameFaults} from "./file-names.ts";

/** What a file held when the sums were written. */
export interface FileSum {
  /** From the folder of the sums, with `/` between its parts. */
  readonly name: string;
  /** 64 hexadecimal digits, small. */
  readonly sha256: string;
}

/** As many as no edition has. */
const mostFiles = 10_000;
const mostCharacters = 4_000_000;

/**
 * The text of a file of sums as `sha256sum` writes and checks it, in the order of the names' bytes.
 *
 * @throws {UserError} SUMS_REFUSED for a name that leads out of the folder, or that another machine takes for another's.
 */
export function printSums(sums: readonly FileSum[]): string {
  refuseNames(
    sums.map(({name}) => name),
    "SHA256SUMS",
  );
  const sorted = sums.toSorted((one, other) => Buffer.compare(Buffer.from(one.name), Buffer.from(other.name)));
  return sorted
    .map(({name, sha256}) => {
      const escaped = name.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
      return `${escaped === name ? "" : "\\"}${sha256}  ${escaped}\n`;
    })
    .join("");
}

/**
 * Reads a file of sums.
 *
 * @param where Of the file, for the message.
 * @throws {UserError} SUMS_REFUSED naming the line: one of another form, or a name that leads out of the folder, stands there twice, or differs
 *   from another in nothing that every machine tells apart.
 */
export function parseSums(text: string, where: string): readonly FileSum[] {
  if (text.length > mostCharacters) throw refused("more text than the sums of any edition", where);
  const lines = text.split("\n");
  if (lines.pop() !== "") throw refused("its last line breaks off", `${where}:${lines.length + 1}`);
  if (lines.length > mostFiles) throw refused(`it names more than ${mostFiles} files`, where);
  const sums = lines.map((line, place) => parseLine(line) ?? refuseLine(`${where}:${place + 1}`));
  refuseNames(
    sums.map(({name}) => name),
    where,
  );
  return sums;
}

function parseLine(line: string): FileSum | null {
  const [, mark, sha256, written] = /^(\\?)([0-9a-f]{64}) [ *]([^\r\0]+)$/s.exec(line) ?? [];
  if (sha256 === undefined || written === undefined) return null;
  if (mark === "") return written.includes("\\") ? null : {name: written, sha256};
  if (!/^(?:[^\\]|\\[\\nr])*$/.test(written)) return null;
  const name = written.replace(/\\(.)/g, (_, sign: string) => ({n: "\n", r: "\r"})[sign] ?? sign);
  return {name, sha256};
}

function refuseLine(where: string): never {
  throw refused("the line is not a sum as sha256sum writes it", where);
}

function refuseNames(names: readonly string[], where: string): void {
  const [fault] = nameFaults(names);
  if (fault) throw refused(`${visible(fault.name.slice(0, 200))} ${fault.what}`, `${where}:${fault.place + 1}`);
}

function refused(fault: string, where: string): UserError {
  return new UserError(
    "SUMS_REFUSED",
    fault,
    "take nothing from there: get the edition again from its publisher",
    where,
  );
}
