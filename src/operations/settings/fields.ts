import {type TableId, tableIds} from "../../base/table-ids.ts";
import {languageIds} from "../../base/words/language.ts";
import {methodologyNames} from "../../workspace/config/methodology.ts";

/** The parts of a form of settings, in their order. */
export const settingSections = [
  "publication",
  "report",
  "tables",
  "rules",
  "documents",
  "logs",
  "ledger",
  "mail",
] as const;

/** A part of a form of settings. */
export type SettingSection = (typeof settingSections)[number];

/** A setting of `broadsheet.yaml` that a form has a field for. */
export interface SettingField {
  /** Its names from the top, with dots: `methodology.heavyReaders.documents`. */
  readonly path: string;
  readonly section: SettingSection;
  /** What is typed: a text, a whole number, one of the choices, or a list with an entry a line. */
  readonly kind: "text" | "number" | "choice" | "list";
  readonly choices: readonly string[];
}

type Row = readonly [path: string, kind: SettingField["kind"], choices?: readonly string[]];

const yesNo = ["true", "false"];
const sameOrNot = ["same", "different"];

const rows: Readonly<Record<SettingSection, readonly Row[]>> = {
  publication: [
    ["publication", "text"],
    ["timeZone", "text"],
    ["language", "choice", languageIds],
    ["archive.address", "text"],
  ],
  report: [
    ["compare", "text"],
    ["base", "text"],
    ["ranges", "choice", yesNo],
    ["smallest", "number"],
    ["paper", "choice", ["a4", "letter"]],
    ["site", "text"],
  ],
  tables: tableIds.map((id: TableId): Row => [`tables.${id}`, "choice", [...yesNo, "5", "10", "20", "50", "100"]]),
  rules: [
    ["methodology.extends", "choice", methodologyNames],
    ["methodology.blacklist", "text"],
    ["methodology.developers", "list"],
    ["methodology.heavyReaders.documents", "number"],
    ["methodology.heavyReaders.months", "text"],
    ["methodology.doubleClicks.seconds", "number"],
    ["methodology.downloads.apart", "choice", yesNo],
    ["methodology.downloads.leastBytes", "number"],
    ["methodology.listening.apart", "choice", yesNo],
    ["methodology.robots.askedForRobotsTxt", "choice", yesNo],
    ["methodology.robots.nominated", "choice", yesNo],
    ["methodology.robots.withoutAgent", "choice", yesNo],
  ],
  documents: [
    ["departments", "text"],
    ["titles", "text"],
    ["episodes", "text"],
    ["aliases", "text"],
    ["documents.query", "list"],
    ["documents.trailingSlash", "choice", sameOrNot],
    ["documents.case", "choice", sameOrNot],
  ],
  logs: [
    ["logs", "list"],
    ["logFormat", "text"],
    ["client", "list"],
    ["trustedProxies", "list"],
    ["places", "choice", yesNo],
    ["addresses", "choice", yesNo],
  ],
  ledger: [
    ["ledger.printBase", "text"],
    ["ledger.mailBase", "text"],
    ["ledger.cities", "text"],
    ["ledger.smallestCity", "number"],
    ["ranks.ours", "text"],
    ["ranks.others", "list"],
  ],
  mail: [
    ["mail.host", "text"],
    ["mail.port", "number"],
    ["mail.user", "text"],
    ["mail.from", "text"],
    ["mail.to", "list"],
  ],
};

/** The settings that a form has a field for; the others are changed in the text. One row each. */
export const settingFields: readonly SettingField[] = settingSections.flatMap((section) =>
  rows[section].map(([path, kind, choices = []]) => ({path, section, kind, choices})),
);
