import {backupCommands} from "./backup-commands.ts";
import type {Command, Option} from "./command.ts";
import {deskCommands} from "./desk-commands.ts";
import {engineCommands} from "./engine-commands.ts";
import {forumCommands} from "./forum-commands.ts";
import {helpCommands} from "./help-commands.ts";
import {ledgerCommands} from "./ledger-commands.ts";
import {methodologyOption as methodology, notes, otherwise, ranges, sharedOptions, site, wait} from "./options.ts";
import {csvMark, csvSeparator, format, liftedParts, output, paper, plain, toPrint} from "./output-options.ts";
import {publishingCommands} from "./publishing-commands.ts";

const {compare, fromFacts, fromLogs, language, noRanges, quiet, tables, textOrJson} = sharedOptions;

const logFormat: Option = {
  flags: "--log-format <format>",
  help: "how the lines are written: a name from broadsheet formats, or the server's LogFormat or log_format string",
};
const client: Option = {
  flags: "--client <fields>",
  help: "where the reader's address is: fields of the log with commas, such as cf-connecting-ip,connection; the first that holds one",
};
const trustedProxies: Option = {
  flags: "--trusted-proxies <names>",
  help: "whose addresses are no reader's: networks and names of CDNs, such as cloudflare, with commas",
};
const acceptUnreadable: Option = {
  flags: "--accept-unreadable",
  help: "count the rest of a log of which more than half cannot be read",
};
const date: Option = {flags: "--date <day>", help: "the report's date, YYYY-MM-DD; else the last day the logs cover"};

/** Every command. A new one is one file and one row here. */
export const commands: readonly Command[] = [
  {
    name: "quick",
    purpose: "a report of whatever the files cover, without any set-up",
    words: "<files...>",
    options: [
      format,
      output,
      {flags: "--period <period>", help: "only these months; else all that the files cover"},
      compare,
      tables,
      ranges,
      language,
      paper,
      toPrint,
      plain,
      ...[csvMark, csvSeparator, ...liftedParts],
      methodology,
      site,
      {flags: "--time-zone <zone>", help: "where days and months are cut", default: "UTC"},
      {flags: "--publication <name>", help: "whose logs they are; without it no name is told"},
      {flags: "--query <names>", help: "parameters that make a document, like p,page_id; or wordpress, joomla …"},
      logFormat,
      client,
      trustedProxies,
      acceptUnreadable,
      date,
      quiet,
    ],
    examples: ["broadsheet quick access.log*.gz", "broadsheet quick access.log -f html -o report.html"],
    load: async () => (await import("./logs/quick.ts")).runQuick,
  },
  {
    name: "init",
    purpose:
      "make a workspace: broadsheet.yaml, folders and a key; on a terminal it asks, and takes a first look at the logs",
    words: "[folder]",
    options: [
      {flags: "--publication <name>", help: "the publication's name, as the report prints it"},
      {flags: "--time-zone <zone>", help: "where days and months are cut"},
      {flags: "-y, --yes", help: "ask nothing, take what is given and the defaults"},
      quiet,
    ],
    examples: [
      "broadsheet init press",
      'broadsheet init press --publication "The Example Press" --time-zone Europe/Paris',
    ],
    load: async () => (await import("./workspace/init.ts")).runInit,
  },
  {
    name: "ingest",
    purpose: "read logs into the workspace, each line once",
    words: "[files...]",
    options: [
      logFormat,
      client,
      trustedProxies,
      acceptUnreadable,
      {flags: "--again", help: "read anew what was read before, and put it in the place of what it gave"},
      wait,
      quiet,
    ],
    examples: [
      "broadsheet ingest",
      "broadsheet ingest /var/log/nginx/access.log*",
      "ssh www zcat access.log.gz | broadsheet ingest -",
    ],
    load: async () => (await import("./logs/ingest.ts")).runIngest,
  },
  {
    name: "review",
    purpose: "the clients that may be no readers, for a person to decide",
    words: "<period>",
    options: [
      site,
      {
        flags: "-f, --format <name>",
        help: "text, json or csv: the sheet that --decide takes",
        default: "text",
        values: ["text", "json", "csv"],
      },
      {flags: "--decide <file>", help: "take the decisions from a filled-in sheet"},
      {flags: "--undo <client>", help: "take back what was decided about a client; a new row says what held before"},
      {flags: "--reason <text>", help: "why it is taken back"},
      {flags: "--by <name>", help: "who decides; else as Git or the system knows you"},
      {flags: "--list", help: "on a terminal, too: print, and ask nothing"},
      {flags: "--all", help: "ask about those that are decided, too"},
      {flags: "--owners <file>", help: "a database (mmdb) of the owners of networks"},
      {flags: "--reverse-names", help: "ask the net for the names of the addresses"},
      quiet,
    ],
    examples: [
      "broadsheet review 2005-07",
      "broadsheet review 2005-07 --format csv > decisions.csv",
      'broadsheet review 2005-07 --decide decisions.csv --by "A. Editor"',
      'broadsheet review 2005-07 --undo 192.0.2.44 --reason "it was the school"',
    ],
    load: async () => (await import("./review/review.ts")).runReview,
  },
  {
    name: "close",
    purpose: "drop the addresses of a period's clients for good; the figures stay",
    words: "<period>",
    options: [
      {flags: "--undecided", help: "close it although clients are undecided, whom nobody can decide about afterwards"},
      wait,
      quiet,
    ],
    examples: ["broadsheet close 2005-07", "broadsheet close last-month --undecided"],
    load: async () => (await import("./review/close.ts")).runClose,
  },
  {
    name: "report",
    purpose: "the report of a period",
    words: "<period>",
    options: [
      ...[
        format,
        output,
        compare,
        tables,
        language,
        paper,
        toPrint,
        plain,
        csvMark,
        csvSeparator,
        ...liftedParts,
        noRanges,
      ],
      ...[methodology, otherwise],
      ...[site, date, notes, quiet],
    ],
    examples: [
      "broadsheet report 2005-H2",
      "broadsheet report 2005-H2 --compare year-ago --tables departments,countries",
      "broadsheet report 2005-H2 --language ar -o report.html",
      "broadsheet report 2005-H2 -o report.pdf",
      "broadsheet report 2005-H2 -o report.xlsx",
      "broadsheet report 2005-H2 --to-print 40",
      "broadsheet report 2005-H2 --picture readers -o readers.png",
      "broadsheet report 2005-H2 --card --compare year-ago -o card.png",
      "broadsheet report 2005-H2 --embed departments -o departments.html",
      "broadsheet report 2005-H2 --format html -o report.html --format json -o report.json",
    ],
    load: async () => (await import("./report/report.ts")).runReport,
  },
  {
    name: "account",
    purpose: "where every request of a period went",
    words: "<period>",
    options: [methodology, site, textOrJson, quiet],
    examples: ["broadsheet account 2005-H2", "broadsheet account 2005-07 --format json"],
    load: async () => (await import("./report/account.ts")).runAccount,
  },
  {
    name: "explain",
    purpose: "the way from the lines that were read to one figure, with the queries that were run",
    words: "<measure> <period>",
    options: [methodology, site, textOrJson, ranges],
    examples: ["broadsheet explain readers 2005-07", "broadsheet explain megabytes-per-day 2005-H2 --ranges"],
    load: async () => (await import("./report/explain.ts")).runExplain,
  },
  {
    name: "compare-methods",
    purpose: "one period under each methodology, side by side: of a workspace, or of whatever files hold",
    words: "<period-or-files...>",
    options: [
      {
        flags: "-f, --format <name>",
        help: "text, markdown, csv or json",
        default: "text",
        values: ["text", "markdown", "csv", "json"],
      },
      {flags: "--period <period>", help: "of files: only these months; else all that they cover"},
      {flags: "--time-zone <zone>", help: "of files: where days and months are cut", default: "UTC"},
      {flags: "--publication <name>", help: "of files: whose logs they are; without it no name is told"},
      logFormat,
      quiet,
    ],
    examples: [
      "broadsheet compare-methods 2005-07",
      "broadsheet compare-methods 2005-H2 --format csv",
      "broadsheet compare-methods access.log*.gz",
    ],
    load: async () => (await import("./report/compare-methods.ts")).runCompareMethods,
  },
  ...publishingCommands,
  ...deskCommands,
  ...forumCommands,
  {
    name: "verify",
    purpose:
      "is an edition what its publisher signed, and is it true? Ends with 0 verified, 1 differs, 2 could not be checked",
    words: "<place>",
    options: [
      {flags: "--key <key>", help: "the publisher's public key, or a file with it; it is remembered"},
      {flags: "--against <place>", help: "an older copy: what was taken away or replaced since?"},
      ...[fromFacts, fromLogs],
      {
        flags: "--private <path>",
        help: "beside --from-logs: the publisher's broadsheet.yaml, blacklist.csv or developers.txt, or the folder they lie in, for lists that are not in the edition",
      },
      {
        flags: "--auditor-key <key>",
        help: "the public key of an auditor who has countersigned, or a file with it; may be given several times",
        isList: true,
      },
      {flags: "--remember", help: "take the key that the archive names for right from now on"},
      textOrJson,
    ],
    examples: [
      "broadsheet verify published/2005-H2",
      "broadsheet verify archive.zip --key RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
      "broadsheet verify report.pdf",
      "broadsheet verify published --against backup/published",
      "broadsheet verify published/2005-H2 --from-logs /srv/logs",
      "broadsheet verify published --format json",
    ],
    load: async () => (await import("./publish/verify.ts")).runVerify,
  },
  {
    name: "departments",
    purpose: "the documents of a period that are in no department, most read first",
    words: "<period>",
    options: [textOrJson, quiet],
    examples: ["broadsheet departments 2005-H2"],
    load: async () => (await import("./report/departments.ts")).runDepartments,
  },
  {
    name: "robots",
    purpose: "the lists of robots in use, or what another would change before it is taken",
    words: "[period]",
    options: [
      {
        flags: "--preview <list>",
        help: "what this list would change: a file, isbot, crawler-user-agents, broadsheet or wikimedia",
        values: ["isbot", "crawler-user-agents", "broadsheet", "wikimedia"],
      },
      {flags: "--browsers <file>", help: "the valid browsers that belong to it, where a list has two files"},
      {flags: "--name <name>", help: "what it is called; it takes the place of a list in use of that name"},
      textOrJson,
    ],
    examples: [
      "broadsheet robots",
      "broadsheet robots --preview COUNTER_Robots_list.json 2005-H2",
      "broadsheet robots --preview robots.txt --browsers browsers.txt --name iab",
    ],
    load: async () => (await import("./report/robots.ts")).runRobots,
  },
  {
    name: "methodology show",
    purpose: "what every setting of the rules holds, with the defaults, and what is added to them",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet methodology show", "broadsheet methodology show --format json"],
    load: async () => (await import("./report/methodology-show.ts")).runMethodologyShow,
  },
  {
    name: "quarantine",
    purpose: "the lines that could not be read, with file, line and reason",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet quarantine", "broadsheet quarantine --format json"],
    load: async () => (await import("./logs/quarantine.ts")).runQuarantine,
  },
  {
    name: "inputs",
    purpose: "what was read: each log with its hash, format, lines and days",
    words: "",
    options: [
      {flags: "--calendar", help: "the months, days and hours that the logs cover, and those that no line speaks of"},
      textOrJson,
    ],
    examples: ["broadsheet inputs", "broadsheet inputs --calendar", "broadsheet inputs --format json"],
    load: async () => (await import("./logs/inputs.ts")).runInputs,
  },
  {
    name: "inputs drop",
    purpose: "take out what was read, by name or hash, with all that is kept of it",
    words: "<inputs...>",
    options: [{flags: "-y, --yes", help: "ask nothing, take it out"}, wait, quiet],
    examples: ["broadsheet inputs drop access.log.3.gz", "broadsheet inputs drop 6bdd1c40f9a2 --yes"],
    load: async () => (await import("./logs/inputs-drop.ts")).runInputsDrop,
  },
  {
    name: "today",
    purpose:
      "what needs a person: months that are ready, gaps, refused files, undecided clients, books, moved figures; and this month so far",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet today", "broadsheet today --format json"],
    load: async () => (await import("./workspace/today.ts")).runToday,
  },
  {
    name: "check",
    purpose: "look at everything in the workspace, and change nothing: ends with 3 where something is wrong",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet check", "broadsheet check --format json"],
    load: async () => (await import("./workspace/check.ts")).runCheck,
  },
  {
    name: "repair",
    purpose: "read damaged files of the workspace again, from the logs that they came from",
    words: "[files...]",
    options: [logFormat, wait, quiet],
    examples: ["broadsheet repair", "broadsheet repair /var/log/nginx/access.log*"],
    load: async () => (await import("./workspace/repair.ts")).runRepair,
  },
  ...backupCommands,
  {
    name: "formats",
    purpose: "the log formats that are known by name",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet formats"],
    load: async () => (await import("./logs/formats.ts")).runFormats,
  },
  ...engineCommands,
  ...ledgerCommands,
  ...helpCommands(() => commands),
];
