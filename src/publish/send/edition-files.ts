import {join} from "node:path";
import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {refuseLinks} from "../../base/own-files.ts";
import {sha256} from "../../base/sha256.ts";
import {visible} from "../../base/text.ts";
import {type PublishedEdition, readEditions, readErrata} from "../../operations/publish/published.ts";
import {readReport} from "../../report/json/read.ts";
import type {Report} from "../../report/report.ts";
import type {ErratumRecord} from "../../report/restate/edition.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {sumsName} from "../../workspace/published.ts";
import {parseSums} from "../signatures/sums.ts";

/** What of an edition goes into a message, each file as the edition's sums say. */
export interface EditionToSend extends PublishedEdition {
  readonly report: Report;
  /** The text of `report.txt`. */
  readonly text: string;
  /** The bytes of `report.pdf`; null where the edition has none. */
  readonly pdf: Buffer | null;
  /** What was issued since, in order. */
  readonly errata: readonly ErratumRecord[];
}

/**
 * Reads what is sent of a period's edition. Nothing is worked out again: what is sent is what was published.
 *
 * @throws {UserError} PUBLISHED_NONE, PUBLISHED_DAMAGED
 */
export function readEditionToSend(workspaceFolder: string, period: string): EditionToSend {
  const [edition] = readEditions(workspaceFolder, (name) => name === period);
  if (edition === undefined) {
    const shown = visible(period);
    throw new UserError("PUBLISHED_NONE", `there is no edition of ${shown}`, advise("publish-first", {period: shown}));
  }
  const sums = parseSums(readFile(edition.path, sumsName).toString("utf8"), join(edition.path, sumsName));
  const read = (name: string): Buffer => {
    const bytes = readFile(edition.path, name);
    if (sums.some((sum) => sum.name === name && sum.sha256 === sha256(bytes))) return bytes;
    const what = "the file is not what was published: its hash is another";
    throw new UserError("PUBLISHED_DAMAGED", what, help, join(edition.path, name));
  };
  return {
    ...edition,
    report: readReport(edition.reportJson, join(edition.path, "report.json")),
    text: read("report.txt").toString("utf8"),
    pdf: sums.some(({name}) => name === "report.pdf") ? read("report.pdf") : null,
    errata: readErrata(workspaceFolder, (name) => name === period).flatMap(({record}) => {
      return record.edition?.sums === edition.sums ? [record] : [];
    }),
  };
}

const help = "bring it back from a backup";

function readFile(folder: string, name: string): Buffer {
  const path = join(folder, name);
  refuseLinks([path]);
  return readKeptFile(path, {code: "PUBLISHED_DAMAGED", name: "file of a published report", help, mostMegabytes: 64});
}
