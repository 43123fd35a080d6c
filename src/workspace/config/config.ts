import {LineCounter, parseDocument} from "yaml";
import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {formatNumber} from "../../base/number.ts";
import {tableIds} from "../../base/table-ids.ts";
import {isTimeZone} from "../../base/zone.ts";
import {readKeptFile} from "../kept-file.ts";
import {configName} from "../workspace-files.ts";
import {archiveSettingNames, archiveSettings} from "./archive.ts";
import {documentSettings, documentsSetting} from "./documents.ts";
import {engine, engineSettings} from "./engine.ts";
import {badAlias, type ConfigText, notYaml, refused} from "./fault.ts";
import {forumSettingNames, forumSettings} from "./forum.ts";
import {languageSettings} from "./language.ts";
import {limitSettings, unpackingSettings} from "./limits.ts";
import {mailSettingNames, mailSettings} from "./mail.ts";
import {methodology, methodologySettings} from "./methodology.ts";
import {overlapSetting} from "./overlap.ts";
import {configPath} from "./path.ts";
import {readingSettings} from "./reading.ts";
import {ledgerSettings, reportSettings} from "./report.ts";
import {deskSettingNames, serveSettingNames, serveSettings} from "./serve.ts";
import {siteSettings} from "./sites.ts";

/** The settings of `broadsheet.yaml` as they are written and read. */
export const configSchema = z.strictObject({
  publication: z.string().trim().min(1),
  timeZone: z.string().refine(isTimeZone, {error: "must be a time zone, like UTC or Europe/Paris"}).default("UTC"),
  logs: z
    .union([configPath, z.array(configPath)], {
      error: "must be a file, folder or pattern, or a list of them, like [logs/*.log.gz]",
    })
    .transform((given) => [given].flat())
    .default([]),
  logFormat: z.string().min(1).optional(),
  ...readingSettings,
  overlap: overlapSetting,
  // All of its settings may be commented out.
  methodology: z.preprocess((value) => value ?? {}, methodology),
  documents: documentsSetting,
  engine: engine.default({kind: "duckdb"}),
  ...limitSettings,
  ...languageSettings,
  ...reportSettings,
  ...archiveSettings,
  ...mailSettings,
  ...serveSettings,
  ...forumSettings,
});

/** What `broadsheet.yaml` says, with the defaults filled in. */
export type Config = z.output<typeof configSchema>;

/** The part of it that says who is a reader and what is a document. */
export type {MethodologyConfig} from "./methodology.ts";

const known = {
  "": Object.keys(configSchema.shape),
  archive: archiveSettingNames,
  base: ["period", "value"],
  desk: deskSettingNames,
  documents: documentSettings,
  engine: engineSettings,
  ledger: ledgerSettings,
  ...forumSettingNames,
  "ledger.printBase": ["period", "value"],
  "ledger.mailBase": ["period", "value"],
  "ledger.cities[]": ["city", "region", "country"],
  mail: mailSettingNames,
  overlap: ["count", "servers"],
  places: ["ipv4", "ipv6"],
  ranks: ["ours", "others"],
  serve: serveSettingNames,
  ...siteSettings,
  tables: tableIds,
  unpacking: unpackingSettings,
  ...methodologySettings,
};

/**
 * Reads `broadsheet.yaml`.
 *
 * @throws {UserError} CONFIG_UNREADABLE or CONFIG_REFUSED, with line and column.
 */
export function readConfig(path: string): Config {
  return parseConfig(readConfigText(path));
}

/** The text of a `broadsheet.yaml`; see {@link readConfig}. */
export function readConfigText(path: string): string {
  const help = "check that it is the right file, and who may read it";
  const bytes = readKeptFile(path, {code: "CONFIG_UNREADABLE", name: "file of settings", help, mostMegabytes: 1});
  return bytes.toString("utf8");
}

const mostSettings = 5000;

/** What the text of a `broadsheet.yaml` says; see {@link readConfig}. */
export function parseConfig(text: string): Config {
  // Each key is set beside all others of its map.
  if ([...text.matchAll(/["'\]}]:|:(?=\s)/g)].length > mostSettings) {
    const what = `the file has more than ${formatNumber(mostSettings)} settings`;
    throw new UserError(
      "CONFIG_REFUSED",
      what,
      "check that it is the right file; lists belong into files of their own",
      configName,
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, logLevel: "error"});
  const config: ConfigText = {name: configName, text, document, lines};
  const [fault] = document.errors;
  if (fault) throw notYaml(fault, config);
  const result = configSchema.safeParse(plainOf(config) ?? {});
  if (result.success) return result.data;
  throw refused(result.error.issues, config, known);
}

function plainOf(config: ConfigText): unknown {
  try {
    return config.document.toJS();
  } catch (fault) {
    if (fault instanceof ReferenceError) throw badAlias(config);
    throw fault;
  }
}
