import type {Command} from "./command.ts";
import {sharedOptions} from "./options.ts";

const {quiet, textOrJson} = sharedOptions;

/** The commands of who may sign in at the desk. */
export const deskCommands: readonly Command[] = [
  {
    name: "desk invite",
    group: "who may sign in at the desk, and what was done there",
    purpose:
      "a code by which somebody joins the desk, or sets new factors where those before are lost; good for an hour, once",
    words: "<name>",
    options: [
      {
        flags: "--role <role>",
        help: "editor, bookkeeper, reviewer or reader; else as the person has it, the first is an editor, others are readers",
        values: ["editor", "bookkeeper", "reviewer", "reader"],
      },
      {...quiet, help: "print the code alone"},
    ],
    examples: ['broadsheet desk invite "A. Editor"', 'broadsheet desk invite "B. Keeper" --role bookkeeper'],
    load: async () => (await import("./desk/people.ts")).runDeskInvite,
  },
  {
    name: "desk people",
    purpose: "who may sign in at the desk, who could once, and who is invited",
    words: "",
    options: [textOrJson],
    examples: ["broadsheet desk people", "broadsheet desk people --format json"],
    load: async () => (await import("./desk/people.ts")).runDeskPeople,
  },
  {
    name: "desk end",
    purpose:
      "end somebody's access to the desk, with all sessions and factors, or an invitation; the name stays in the log",
    words: "<name>",
    options: [quiet],
    examples: ['broadsheet desk end "B. Keeper"'],
    load: async () => (await import("./desk/people.ts")).runDeskEnd,
  },
  {
    name: "desk log",
    purpose: "what was done at the desk, by whom; each row holds the hash of the one before",
    words: "",
    options: [
      {flags: "--verify", help: "check that no row was changed, taken out or cut off, and print nothing of them"},
      textOrJson,
    ],
    examples: ["broadsheet desk log", "broadsheet desk log --verify"],
    load: async () => (await import("./desk/log.ts")).runDeskLog,
  },
];
