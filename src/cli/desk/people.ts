import {nameKey} from "../../accounts/people.ts";
import {type Role, roles} from "../../accounts/rights.ts";
import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {nearest} from "../../base/nearest.ts";
import {plural, utcMinute} from "../../base/text.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {terminal, withAccounts} from "./open.ts";

/** `broadsheet desk invite`: a code by which somebody joins. */
export const runDeskInvite: Run = async (args, environment) => {
  const [name, role] = [args.words[0]!, roleFromArgs(args)];
  const made = await withAccounts(args, environment, {isFirst: true}, (accounts) =>
    accounts.invite({name, role}, terminal),
  );
  const {stdout} = environment;
  if (isSet(args, "quiet")) {
    stdout.write(`${made.code}\n`);
    return 0;
  }
  const anew = made.isAnew
    ? "The name has joined before: with the code all its factors are set anew, and all its sessions end.\n"
    : "";
  stdout.write(
    `${made.code}\n\n${made.name}, ${made.role}: to be typed at the desk, under "Join with a code", until ${utcMinute(made.untilMs)} UTC.\n` +
      `${anew}Whoever has it joins in that name: hand it over in person. It is not kept, and not shown again.\n`,
  );
  return 0;
};

function roleFromArgs(args: ParsedArgs): Role | undefined {
  const typed = textOption(args, "role");
  const role = roles.find((one) => one === typed);
  if (typed === undefined || role !== undefined) return role;
  throw new UserError("COMMAND_INCOMPLETE", `there is no role "${typed}"`, `name one of ${roles.join(", ")}`, {
    field: "role",
  });
}

/** `broadsheet desk people`: who may sign in. */
export const runDeskPeople: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const {people, invited} = await withAccounts(args, environment, {isFirst: false}, (accounts) => ({
    people: accounts.people(),
    invited: accounts.invitations(),
  }));
  const {stdout} = environment;
  if (format === "json") {
    const open = invited.map(({name, role, untilMs}) => ({name, role, until: new Date(untilMs).toISOString()}));
    stdout.write(printJson({people: people.map(({id: _, ...person}) => person), invited: open}));
    return 0;
  }
  const rows = [
    ...people.map(({name, role, joined, ended}) => [
      name,
      role,
      `joined ${joined}`,
      ended === null ? "" : `ended ${ended}`,
    ]),
    ...invited.map(({name, role, untilMs}) => [name, role, `invited until ${utcMinute(untilMs)} UTC`, ""]),
  ];
  stdout.write(rows.length === 0 ? "nobody has joined, and no invitation is open\n" : inColumns(rows));
  return 0;
};

/** `broadsheet desk end`: somebody may not sign in any more. */
export const runDeskEnd: Run = async (args, environment) => {
  const name = args.words[0]!;
  const told = await withAccounts(args, environment, {isFirst: false}, (accounts) => {
    const person = accounts.person(name);
    if (person === null || person.ended !== null) {
      const invited = accounts.invitations().find((one) => nameKey(one.name) === nameKey(name));
      if (invited !== undefined) {
        accounts.withdraw(invited.id, terminal);
        return `${invited.name} cannot join any more: the invitation was taken back.`;
      }
      const near = nearest(
        name,
        accounts
          .people()
          .filter((one) => one.ended === null)
          .map((one) => one.name),
      );
      const help = near === null ? "see who may sign in with broadsheet desk people" : `did you mean ${near}?`;
      const what =
        person === null ? `nobody is called "${name}"` : `the access of "${person.name}" ended on ${person.ended}`;
      throw new UserError("PERSON_REFUSED", what, help);
    }
    const open = accounts.sessions(person.id).length;
    const ended = accounts.endPerson(person.id, terminal);
    return `${ended.name} cannot sign in any more; ${plural(open, "session", "sessions")} ended, and all factors are deleted.`;
  });
  if (!isSet(args, "quiet")) environment.stdout.write(`${told}\n`);
  return 0;
};

function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}
