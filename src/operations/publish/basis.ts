import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {sha256} from "../../base/sha256.ts";
import {readVersion} from "../../base/version.ts";
import type {Wording} from "../../base/words/message.ts";
import {Translator} from "../../base/words/translator.ts";
import {bookNames} from "../../ledger/books.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {methodologyIn} from "../../methodology/rule-periods.ts";
import {ruleValues} from "../../methodology/rule-values.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import type {ReportInput} from "../../report/report.ts";
import type {Basis} from "../../report/restate/published.ts";
import {namedIn} from "../../workspace/config/sites.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {sealOf} from "../../workspace/seal.ts";
import type {Workspace} from "../../workspace/workspace.ts";

const english = new Translator("en");

/** Of what the basis is asked. */
export interface BasisScope {
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  /** With requests of those months. */
  readonly inputs: readonly Pick<ReportInput, "name" | "sha256" | "first" | "last">[];
}

/** What do the figures of some months rest on, as the workspace is now? */
export function basisOf(workspace: Workspace, {months, inputs}: BasisScope): Basis {
  const {config} = workspace;
  return {
    broadsheet: readVersion(),
    timeZone: config.timeZone,
    rules: rulesBy(months, workspace),
    tables: {...filesNamed(workspace), ...settingsNamed(workspace)},
    books: booksIn(workspace),
    inputs: inputs.map(({name, sha256, first, last}) => ({name, sha256, first, last})),
  };
}

/** By which rules each month is judged; months with the same stand together. */
function rulesBy(months: readonly string[], workspace: Workspace): Basis["rules"] {
  const methodology = resolveMethodology(workspace);
  const found = months.map((month) => {
    const values = Object.entries(ruleValues(methodologyIn(methodology, month), month));
    const settings = Object.fromEntries(
      values.map(([setting, {shown, said}]) => {
        return [
          setting,
          {
            shown: Array.isArray(shown) ? [...shown] : english.translate(shown as Wording),
            said: sealed(said, workspace),
          },
        ];
      }),
    );
    return {month, settings};
  });
  return [...Map.groupBy(found, ({settings}) => JSON.stringify(settings)).values()].map((own) => {
    return {months: own.map(({month}) => month), settings: own[0]!.settings};
  });
}

/** What tells whether two texts are the same, and nothing else to whoever does not have the workspace's key. */
function sealed(text: string, {key}: Workspace): string {
  return sealOf(text, key).slice(0, 16);
}

function filesNamed({config, folder}: Workspace): Record<string, string> {
  const {departments, aliases, titles, episodes, referrerSpam, sites} = config;
  const named = [
    ...Object.entries({departments, aliases, titles, episodes, referrerSpam}),
    ...namedIn(sites).map(([name, {own}]) => [`${name}: departments`, own.departments] as const),
  ];
  return Object.fromEntries(
    named.flatMap(([name, path]) => (path === undefined ? [] : [[`the table ${name}`, hashOf(resolve(folder, path))]])),
  );
}

/** Settings that say what a table or a measure holds. */
function settingsNamed(workspace: Workspace): Record<string, string> {
  const {sections, sentTo, downloads, sites, site, smallest} = workspace.config;
  const later = {downloads, site, documents: readHoldings(workspace.config, workspace.folder).documentNaming};
  const said = Object.entries({sections, sentTo, sites, smallest, ...later}).filter(([name, value]) => {
    // What older reports could not say, and this one does not.
    return !(name in later) || (value !== undefined && JSON.stringify(value) !== "{}");
  });
  return Object.fromEntries(
    said.map(([name, value]) => [`the setting ${name}`, sealed(JSON.stringify(value), workspace)]),
  );
}

function booksIn({folder}: Workspace): Record<string, string> {
  const files = bookNames.map((name) => [name, join(ledgerFolder(folder), `${name}.csv`)] as const);
  return Object.fromEntries(files.flatMap(([name, path]) => (existsSync(path) ? [[name, hashOf(path)]] : [])));
}

const keptFile = {code: "WORKSPACE_DAMAGED", name: "file", help: "bring it back from a backup"} as const;

function hashOf(path: string): string {
  return sha256(readKeptFile(path, keptFile));
}
