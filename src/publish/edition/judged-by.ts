import {resolve} from "node:path";
import {sha256} from "../../base/sha256.ts";
import type {Wording} from "../../base/words/message.ts";
import {Translator} from "../../base/words/translator.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {methodologyIn} from "../../methodology/rule-periods.ts";
import {ruleValues} from "../../methodology/rule-values.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import type {Workspace} from "../../workspace/workspace.ts";

const english = new Translator("en");
const keptTable = {code: "WORKSPACE_DAMAGED", name: "table", help: "bring it back from a backup"} as const;

/** By what the requests of some months are judged, as anybody may know it. */
export interface JudgedBy {
  readonly timeZone: string;
  /** What each setting of the rules says, in words; months with the same stand together. */
  readonly rules: readonly {readonly months: readonly string[]; readonly settings: Readonly<Record<string, unknown>>}[];
  /** What is one document, and what is counted by name. */
  readonly documents: Readonly<Record<string, unknown>>;
  /** SHA-256 of the tables that say so. */
  readonly tables: Readonly<Record<string, string>>;
}

/**
 * By what are the requests of some months judged?
 *
 * Who is on the blacklist and among the developers is no part of it: that is decided once the logs are seen.
 */
export function judgedBy(workspace: Workspace, months: readonly string[]): JudgedBy {
  const {config, folder} = workspace;
  const methodology = resolveMethodology(workspace);
  const found = months.map((month) => {
    const {developers: _, blacklist: __, ...values} = ruleValues(methodologyIn(methodology, month), month);
    const settings = Object.entries(values).map(([name, {shown}]) => {
      return [name, Array.isArray(shown) ? shown.toSorted() : english.translate(shown as Wording)] as const;
    });
    return {month, settings: Object.fromEntries(settings)};
  });
  const rules = [...Map.groupBy(found, ({settings}) => JSON.stringify(settings)).values()].map((own) => {
    return {months: own.map(({month}) => month), settings: own[0]!.settings};
  });
  const {timeZone, documents, sections, sentTo, downloads, smallest, sites} = config;
  const {departments, aliases, episodes, referrerSpam} = config;
  const tables = Object.entries({departments, aliases, episodes, referrerSpam}).flatMap(([name, path]) => {
    return path === undefined ? [] : [[name, sha256(readKeptFile(resolve(folder, path), keptTable))] as const];
  });
  const said = {...documents, sections, sentTo, downloads, smallest, sites};
  return {timeZone, rules, documents: said, tables: Object.fromEntries(tables)};
}

/** The hash that is announced, and that an edition's `methodology.json` has: of the compact JSON. */
export function judgedByHash(judged: JudgedBy): string {
  return sha256(JSON.stringify(judged));
}

/** Which settings of the rules, and what else, are others? By their names. */
export function judgedOtherwise(then: JudgedBy, now: JudgedBy): string[] {
  const flat = ({timeZone, rules, documents, tables}: JudgedBy): Map<string, string> => {
    const settings = rules.flatMap((one) =>
      one.months.flatMap((month) =>
        Object.entries(one.settings).map(([name, value]) => [`${name} ${month}`, JSON.stringify(value)] as const),
      ),
    );
    const more = Object.entries({timeZone, ...documents, ...tables}).map(([name, value]) => {
      return [name, JSON.stringify(value)] as const;
    });
    return new Map([...settings, ...more]);
  };
  const [before, after] = [flat(then), flat(now)];
  const others = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  return [...new Set(others.map((key) => key.split(" ")[0]!))];
}
