import type {Command, Option} from "./command.ts";
import {sharedOptions} from "./options.ts";

const {compare, fromFacts, fromLogs, language, noRanges, pagesLanguage, quiet, tables, textOrJson} = sharedOptions;
const reason: Option = {flags: "--reason <text>", help: "why, in a sentence; it stands for what moved until now"};
const issued: Option = {flags: "--date <day>", help: "the day of it, YYYY-MM-DD; else today"};

const lost: Option = {
  flags: "--lost",
  help: "the key before is lost: the list says openly that nothing proves the new one to be yours",
};
const passwordFile: Option = {
  flags: "--password-file <file>",
  help: "whose first line is the password of the key; else it is asked for on a terminal",
};

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
      {flags: "--dry-run", help: "say what is doubtful, and publish nothing; ends with 3 where something is"},
      ...[compare, tables, language, noRanges, issued, quiet],
    ],
    examples: [
      "broadsheet publish 2005-H2 --dry-run",
      "broadsheet publish 2005-H2",
      'broadsheet publish 2005-H2 --date 2006-01-15 --accept "the server was down on 7 August"',
    ],
    load: async () => (await import("./publish/publish.ts")).runPublish,
  },
  {
    name: "announce",
    purpose: "say, signed, by which rules a period will be counted and when it comes out, before its figures are there",
    words: "<period>",
    options: [
      {flags: "--publish-on <day>", help: "the day on which the edition comes out, YYYY-MM-DD"},
      {...issued, help: "the day of the announcement, YYYY-MM-DD; else today"},
      quiet,
    ],
    examples: ["broadsheet announce 2006-H1 --publish-on 2006-07-15"],
    load: async () => (await import("./publish/announce.ts")).runAnnounce,
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
      pagesLanguage,
      {flags: "--anew", help: "read every edition again, whatever is remembered of them"},
      quiet,
    ],
    examples: [
      "broadsheet site build",
      "broadsheet site build --output public --address https://example.org/readership/",
    ],
    load: async () => (await import("./publish/site-build.ts")).runSiteBuild,
  },
  {
    name: "serve",
    purpose:
      "show the archive of what was published on the web, with an API, from published/ alone; and, where asked, the forum and the desk",
    words: "",
    options: [
      {
        flags: "--listen <address>",
        help: "address and port; else serve.listen in broadsheet.yaml, else 127.0.0.1:8080",
      },
      {flags: "--forum", help: "serve the forum, too, below /forum/ or as forum in broadsheet.yaml says"},
      {
        flags: "--desk",
        help: "serve the desk, the pages of the staff, too: a process of its own, for this machine alone",
      },
      {flags: "--desk-only", help: "serve the desk alone"},
      {
        flags: "--desk-listen <address>",
        help: "address and port of the desk; else desk.listen in broadsheet.yaml, else 127.0.0.1:8081",
      },
      {flags: "--get <path>", help: "print the answer to one request, and end: 0 where there is one, else 3"},
      pagesLanguage,
      quiet,
    ],
    examples: [
      "broadsheet serve",
      "broadsheet serve --forum",
      "broadsheet serve --desk",
      "broadsheet serve --get /api/v1/figures/readers",
    ],
    load: async () => (await import("./publish/serve.ts")).runServe,
  },
  {
    name: "attest",
    purpose: "countersign an edition as its auditor, with a statement of what was checked and what was found",
    words: "<edition>",
    options: [
      {flags: "--key <file>", help: "the auditor's secret key, as minisign -G makes it"},
      passwordFile,
      {flags: "--name <name>", help: "the auditor's name, as readers know it; else the number of the key"},
      ...[fromFacts, fromLogs],
      {flags: "--private <path>", help: "beside --from-logs: the publisher's private lists, as with verify"},
      {flags: "--publisher-key <key>", help: "the publisher's public key, where it is known from elsewhere"},
      issued,
      quiet,
    ],
    examples: [
      'broadsheet attest 2005-H2 --key auditor.key --name "Jane Roe, auditor"',
      "broadsheet attest copies/2005-H2 --key auditor.key --from-logs /srv/logs",
    ],
    load: async () => (await import("./publish/attest.ts")).runAttest,
  },
  {
    name: "send",
    purpose: "an edition as a message to whom mail in broadsheet.yaml names: text, page, PDF",
    words: "<period>",
    options: [
      {flags: "--eml <file>", help: "write the message into a file, and send nothing"},
      {
        flags: "--password-file <file>",
        help: "whose first line is the password of mail.user; else BROADSHEET_MAIL_PASSWORD is it",
      },
      quiet,
    ],
    examples: ["broadsheet send 2005-H2 --eml report.eml", "broadsheet send 2005-H2 --password-file mail-password"],
    load: async () => (await import("./publish/send.ts")).runSend,
  },
  {
    name: "key show",
    group: "the key with which what is published is signed",
    purpose: "the public key that checks what is published, and the keys before it",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet key show", "broadsheet key show --format json"],
    load: async () => (await import("./publish/key.ts")).runKeyShow,
  },
  {
    name: "key rotate",
    purpose: "another key from now on, signed by the one before",
    words: "",
    options: [lost, quiet],
    examples: ["broadsheet key rotate", "broadsheet key rotate --lost"],
    load: async () => (await import("./publish/key.ts")).runKeyRotate,
  },
  {
    name: "key import",
    purpose: "a key of minisign's as the one to sign with, signed by the one before where there is one",
    words: "<file>",
    options: [passwordFile, lost, quiet],
    examples: ["broadsheet key import minisign.key", "broadsheet key import minisign.key --password-file password.txt"],
    load: async () => (await import("./publish/key.ts")).runKeyImport,
  },
  {
    name: "key revoke",
    purpose:
      "say, signed by the key in use, that an earlier one is not to be trusted since a day: it was stolen, or may have been",
    words: "<key>",
    options: [
      {flags: "--since <day>", help: "the first day on which others may have signed with it, YYYY-MM-DD; else today"},
      quiet,
    ],
    examples: [
      "broadsheet key revoke CEE36BB721FA3FDB --since 2006-05-20",
      "broadsheet key revoke RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
    ],
    load: async () => (await import("./publish/key.ts")).runKeyRevoke,
  },
];
