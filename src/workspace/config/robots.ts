import {z} from "zod";
import {ownList as ownListOf} from "./list.ts";
import {configPath} from "./path.ts";

/** The lists of robots that Broadsheet brings along. */
export const builtInLists = ["isbot", "crawler-user-agents", "broadsheet", "wikimedia"] as const;

/** The name of a list of robots that Broadsheet brings along. */
export type BuiltInListName = (typeof builtInLists)[number];

const file = configPath;
const kinds = ["file", "networks", "robots"] as const;

const ownList = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/i, "must be a short name of letters and digits, like counter"),
  file: file.optional(),
  networks: file.optional(),
  robots: file.optional(),
  browsers: file.optional(),
});

/** A list of robots of the publisher's own: its name in the report, and one of the files `file`, `networks`, `robots`. */
export type OwnListSetting = z.output<typeof ownList>;

/** A list of robots, as `broadsheet.yaml` names it. */
export type RobotListSetting = BuiltInListName | OwnListSetting;

const list = z
  .union([z.enum(builtInLists), ownList], {
    error:
      "must be isbot, crawler-user-agents, broadsheet, wikimedia, or a list of your own like {name: counter, file: robots.json}",
  })
  .superRefine((given, context) => {
    if (typeof given === "string") return;
    const refuse = (message: string): void => context.addIssue({code: "custom", message});
    const named = kinds.filter((kind) => given[kind] !== undefined);
    if (named.length !== 1) refuse("must name one of file, networks and robots");
    else if (given.browsers !== undefined && named[0] !== "robots") refuse("may name browsers only beside robots");
  });

const lists = ownListOf(list).superRefine((given, context) => {
  const names = ("add" in given ? given.add : given).map(nameOfList);
  names.forEach((name, place) => {
    if (names.indexOf(name) === place) return;
    context.addIssue({
      code: "custom",
      path: "add" in given ? ["add", place] : [place],
      message: `must have another name: one before it is called ${name}`,
    });
  });
});

/** What the list is called. */
export function nameOfList(setting: RobotListSetting): string {
  return typeof setting === "string" ? setting : setting.name;
}

const parts = z.strictObject({
  lists: lists.optional(),
  askedForRobotsTxt: z.boolean().optional(),
  nominated: z.boolean().optional(),
  withoutAgent: z.boolean().optional(),
});

/** The names of the settings of `methodology.robots`. */
export const robotParts = Object.keys(parts.shape);

/** The settings of `methodology.robots`; `false` for no sign of a robot at all. */
export const robotSettings = z.preprocess(
  (given) => (given === false ? {lists: [], askedForRobotsTxt: false, nominated: false, withoutAgent: false} : given),
  parts,
);

/** The settings of a list of robots of the publisher's own. */
export const ownListSettings = Object.keys(ownList.shape);
