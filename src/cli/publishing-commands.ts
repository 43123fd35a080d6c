import type {Command, Option} from "./command.ts";
import {sharedOptions} from "./options.ts";

const {compare, language, noRanges, quiet, tables, textOrJson} = sharedOptions;
const reason: Option = {flags: "--reason <text>", help: "why, in a sentence; it stands for what moved until now"};
const issued: Option = {flags: "--date <day>", help: "the day of it, YYYY-MM-DD; else today"};

/** The commands of what is published. */
export const publishingCommands: readonly Command[] = [
  {
    name: "publish",
    purpose: "an edition of a period: every output, its data and rules, sealed and signed",
    words: "<period>",
    options: [
      {
        flags: "--accept <reason>",
        help: "publish it with whatever is doubtful, for this reason, which the edition says",
      },
      ...[compare, tables, language, noRanges, issued, quiet],
    ],
    examples: [
      "broadsheet publish 2005-H2",
      'broadsheet publish 2005-H2 --date 2006-01-15 --accept "the server was down on 7 August"',
    ],
    load: async () => (await import("./publish/publish.ts")).runPublish,
  },
  {
    name: "correct",
    purpose: "an erratum: figures of a published report were an error of yours",
    words: "<period>",
    options: [reason, issued, quiet],
    examples: ['broadsheet correct 2005-H2 --reason "two mirrors were missing on the blacklist"'],
    load: async () => (await import("./publish/erratum.ts")).runCorrect,
  },
  {
    name: "revise",
    purpose: "an erratum: figures of a published report are others by other rules, lists or late logs",
    words: "<period>",
    options: [reason, issued, quiet],
    examples: ['broadsheet revise 2005-H2 --reason "the log of 7 August was found"'],
    load: async () => (await import("./publish/erratum.ts")).runRevise,
  },
  {
    name: "restate",
    purpose: "what moved of the figures that were published, and what moved it",
    words: "[periods...]",
    options: [textOrJson],
    examples: ["broadsheet restate", "broadsheet restate 2005-H2"],
    load: async () => (await import("./report/restate.ts")).runRestate,
  },
  {
    name: "site build",
    group: "the public archive",
    purpose: "make the public archive of all that was published: plain files for any server, or for none",
    words: "",
    options: [
      {
        flags: "-o, --output <folder>",
        help: "where it goes: a folder that is new, empty, or the archive itself",
        default: "public",
      },
      {flags: "--address <url>", help: "where it will stand in the web; else archive.address in broadsheet.yaml"},
      {flags: "--language <language>", help: "what its pages are written in: en, es, fr, de, zh or ar"},
      {flags: "--anew", help: "read every edition again, whatever is remembered of them"},
      quiet,
    ],
    examples: [
      "broadsheet site build",
      "broadsheet site build --output public --address https://example.org/readership/",
    ],
    load: async () => (await import("./publish/site-build.ts")).runSiteBuild,
  },
];
