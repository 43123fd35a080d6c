import {chmodSync, lstatSync} from "node:fs";
import {basename, join} from "node:path";
import {UserError} from "../base/error.ts";
import {printJson} from "../base/json.ts";
import {refuseLinks} from "../base/own-files.ts";
import {sha256} from "../base/sha256.ts";
import {readVersion} from "../base/version.ts";
import {writeWhole} from "../base/whole-file.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {readKeptFile} from "../workspace/kept-file.ts";
import {sumsName} from "../workspace/published.ts";
import {sealFolder} from "./seal/whole-folder.ts";
import {trustedComment} from "./signatures/comment.ts";
import {printPublicKey} from "./signatures/public-key.ts";
import type {SigningKey} from "./signatures/secret-key.ts";
import {signBytes} from "./signatures/sign.ts";
import {statementPart} from "./signatures/statement.ts";
import type {VerifiedEdition} from "./verify/verify.ts";

/** Who countersigns what, and what was found. */
export interface AttestRequest {
  /** Of the edition. */
  readonly folder: string;
  /** What came of verifying it: every level that was asked for. */
  readonly verified: VerifiedEdition;
  /** The auditor's. */
  readonly key: SigningKey;
  /** The auditor's, as readers know them. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** What an auditor has said of an edition: `SHA256SUMS.NAME.json`. */
export interface Attestation {
  readonly format: 1;
  readonly publication: string;
  readonly period: string;
  readonly name: string;
  /** The public key that checks it. */
  readonly key: string;
  readonly date: string;
  /** SHA-256 of the edition's file of sums. */
  readonly sums: string;
  /** Which levels were checked, with what was found right, and what differs or could not be checked. */
  readonly levels: VerifiedEdition["levels"];
  /** Of the Broadsheet that checked. */
  readonly broadsheet: string;
}

/** What became of it. */
export interface MadeAttestation {
  readonly attestation: Attestation;
  /** The names of the files, in the edition's folder. */
  readonly files: readonly [statement: string, signature: string];
}

/**
 * Countersigns an edition, with a statement of what was checked and found. The edition stays as it is: both files lie beside its sums.
 *
 * @throws {UserError} EDITION_REFUSED where it is not whole: then there is nothing to put a name to; OUTPUT_REFUSED where that name has
 *   countersigned it, WORKSPACE_DENIED or DISK_FULL
 */
export function attestEdition({folder, verified, key, name, date}: AttestRequest): MadeAttestation {
  const {record, levels} = verified;
  const whole = levels.find(({level}) => level === 1);
  if (record === null || whole === undefined || whole.answer === "differs") {
    const [first] = whole?.findings.filter(({answer}) => answer === "differs") ?? [];
    const what = first === undefined ? "" : `: ${[first.file, first.cause].filter((part) => part !== null).join(": ")}`;
    const help = "get the edition again from its publisher";
    throw new UserError(
      "EDITION_REFUSED",
      `the edition is not whole, and nobody can answer for it${what}`,
      help,
      folder,
    );
  }
  const sums = readKeptFile(join(folder, sumsName), keptSums);
  const attestation: Attestation = {
    ...{format: 1, publication: record.publication, period: record.period, name, key: printPublicKey(key), date},
    ...{sums: sha256(sums), levels, broadsheet: readVersion()},
  };
  const statement = printJson(attestation);
  const what = `attestation of edition ${record.period}, ${record.publication}, by ${name}`;
  const trusted = `${trustedComment(what, date, sumsName)}${statementPart(sha256(statement))}`;
  const signature = signBytes(sums, key, {trusted, untrusted: `countersignature of ${name}`});
  const stem = `${sumsName}.${slugOf(name)}`;
  const files = [`${stem}.json`, `${stem}.minisig`] as const;
  writeBeside(
    folder,
    new Map([
      [files[0], statement],
      [files[1], signature],
    ]),
  );
  return {attestation, files};
}

const keptSums = {code: "EDITION_REFUSED", name: "file of sums", help: "get the edition again"} as const;

/** A person's name as a part of a file's: in any script, told apart by a hash where letters are lost. */
function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "");
  const slug = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  const isLost = /[^\p{ASCII}]/u.test(plain) || slug === "";
  return isLost ? [slug, sha256(name).slice(0, 8)].filter((part) => part !== "").join("-") : slug;
}

/** The statement first: a signature without its statement would say more than one without. */
function writeBeside(folder: string, files: ReadonlyMap<string, string>): void {
  const paths = [...files.keys()].map((name) => join(folder, name));
  refuseLinks([folder, ...paths]);
  const signature = paths.at(-1)!;
  if (lstatSync(signature, {throwIfNoEntry: false})) {
    const what = "the edition was countersigned in that name already";
    throw new UserError("OUTPUT_REFUSED", what, "give another name, or move what is there away", signature);
  }
  const mode = lstatSync(folder).mode & 0o777;
  try {
    // Nobody may write in an edition, but its owner may lay something beside the sums.
    if ((mode & 0o200) === 0) chmodSync(folder, mode | 0o200);
    for (const [name, text] of files) writeWhole(join(folder, name), text);
  } catch (fault) {
    throw asWriteFault(fault, join(folder, basename(signature))) ?? fault;
  } finally {
    if ((mode & 0o200) === 0) sealFolder(folder);
  }
}
