import {arch, platform} from "node:os";
import {printJson} from "../../base/json.ts";
import {programSha256} from "../../base/program.ts";
import {sha256} from "../../base/sha256.ts";
import {readVersion} from "../../base/version.ts";
import {duckDbVersion} from "../../engine/duckdb/version.ts";
import type {Store} from "../../operations/store/store.ts";
import {pdfVersions} from "../../render/pdf/versions.ts";
import type {Report} from "../../report/report.ts";

/** What of the versions of a program's surroundings can change a byte of a report. */
const told = ["node", "v8", "icu", "cldr", "unicode", "tz"] as const;

/** What somebody needs to make the edition again: `buildinfo.json`. Neither the time, nor the folder, nor the machine's name is in it. */
export function buildInfo(report: Report, {versions, workspace}: Store, rules: string): object {
  const {methodology, inputs, timeZone, language} = report;
  const {kind} = workspace.config.engine;
  return {
    format: 1,
    broadsheet: {version: readVersion(), programSha256: programSha256()},
    runtime: Object.fromEntries(told.map((name) => [name, versions[name] ?? null])),
    platform: {system: platform(), processor: arch()},
    engine: {kind, duckdb: duckDbVersion()},
    pdf: pdfVersions(),
    settings: {
      timeZone,
      language,
      paper: workspace.config.paper,
      methodology: methodology.name,
      methodologySha256: methodology.sha256,
    },
    rulesSha256: sha256(rules),
    robotLists: methodology.robotLists.map(({name, version, sha256: hash}) => ({name, version, sha256: hash})),
    inputs: inputs.map(({name, sha256: hash, lines}) => ({name, sha256: hash, lines})),
  };
}

/** The same as an in-toto statement: these files, made so. */
export function statementOf(files: ReadonlyMap<string, string | Uint8Array>, info: object): string {
  const subject = [...files].map(([name, content]) => ({name, digest: {sha256: sha256(content)}}));
  return printJson({
    _type: "https://in-toto.io/Statement/v1",
    subject: subject.sort((one, other) => (one.name < other.name ? -1 : 1)),
    predicateType: "urn:broadsheet:edition:1",
    predicate: info,
  });
}
