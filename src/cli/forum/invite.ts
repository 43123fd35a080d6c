import {UserError} from "../../base/error.ts";
import {utcMinute} from "../../base/text.ts";
import {withForum} from "../../operations/forum/open.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {forumPlaceFromArgs} from "./place.ts";

const roles = ["member", "moderator", "editor"] as const;

/** `broadsheet forum invite`: a code by which somebody joins. */
export const runForumInvite: Run = async (args, environment) => {
  const asked = roleFromArgs(args);
  const {code, role, untilMs} = await withForum(forumPlaceFromArgs(args, environment), {isFirst: true}, (forum) => {
    const isFirst = forum.people.list().every(({ended}) => ended !== null);
    return forum.people.invite(asked ?? (isFirst ? "editor" : "member"));
  });
  const {stdout} = environment;
  stdout.write(
    isSet(args, "quiet")
      ? `${code}\n`
      : `${code}\n\nFor one ${role}: to be typed on the forum's page "Join", until ${utcMinute(untilMs)} UTC.\n` +
          "Whoever has it joins: hand it over in person. It is not kept, and not shown again.\n",
  );
  return 0;
};

function roleFromArgs(args: ParsedArgs): (typeof roles)[number] | undefined {
  const typed = textOption(args, "role");
  const role = roles.find((one) => one === typed);
  if (typed === undefined || role !== undefined) return role;
  throw new UserError("COMMAND_INCOMPLETE", `there is no role "${typed}"`, `name one of ${roles.join(", ")}`, {
    field: "role",
  });
}
