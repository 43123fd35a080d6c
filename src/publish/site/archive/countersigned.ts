import {readFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {isDay} from "../../../base/period.ts";
import {damaged, trying} from "../../../report/restate/published.ts";
import {parsePublicKey} from "../../signatures/public-key.ts";
import {parseSignature} from "../../signatures/signature.ts";
import {isSignedStatement} from "../../signatures/statement.ts";
import type {ArchivedFile, Countersigned} from "./archive.ts";

const statement = z.object({name: z.string(), key: z.string(), date: z.string().refine(isDay), sums: z.string()});

/**
 * Who has countersigned an edition? Each with a statement beside the sums, `SHA256SUMS.NAME.json`, of what was checked.
 *
 * @throws {UserError} PUBLISHED_DAMAGED where a statement is of something else, or is not what was signed
 */
export function readCountersigned(folder: string, files: readonly ArchivedFile[]): Countersigned[] {
  const names = new Set(files.map(({name}) => name));
  return files.flatMap(({name, sha256: hash}) => {
    const stem = /^(SHA256SUMS\..+)\.json$/.exec(name)?.[1];
    if (stem === undefined || !names.has(`${stem}.minisig`)) return [];
    const path = join(folder, name);
    const {data} = statement.safeParse(trying(() => JSON.parse(readFileSync(path, "utf8")) as unknown));
    if (data === undefined) throw damaged("it is no statement of who countersigns", path);
    const sums = readFileSync(join(folder, "SHA256SUMS"));
    const signature = parseSignature(readFileSync(join(folder, `${stem}.minisig`), "utf8"), path);
    if (!isSignedStatement({sha256: hash, sums: data.sums}, sums, signature, parsePublicKey(data.key, path)))
      throw damaged("the statement is not what was signed, or is of another edition", path);
    return [{name: data.name, date: data.date, file: name}];
  });
}
