import {UserError} from "../../base/error.ts";
import {operator, withForum} from "../../operations/forum/open.ts";
import {isSet, type Run} from "../command.ts";
import {forumPlaceFromArgs} from "./place.ts";

/** `broadsheet forum close`: the forum is read, and nothing is written any more. */
export const runForumClose: Run = async (args, environment) => {
  const place = forumPlaceFromArgs(args, environment);
  const notice = args.words[0] ?? "";
  const outcome = await withForum(place, {isFirst: false}, (forum) => forum.close(operator, notice));
  if (outcome === "already") {
    throw new UserError(
      "FORUM_REFUSED",
      "the forum is closed already",
      "to change the notice, open it with broadsheet forum reopen and close it again",
    );
  }
  if (isSet(args, "quiet")) return 0;
  environment.stdout.write(
    "The forum is closed: everything can be read, and nothing can be written. Members can still take back what they wrote, and leave.\n" +
      "Pages that need no server: broadsheet forum export FOLDER --static\n",
  );
  return 0;
};

/** `broadsheet forum reopen`: members write again. */
export const runForumReopen: Run = async (args, environment) => {
  const outcome = await withForum(forumPlaceFromArgs(args, environment), {isFirst: false}, (forum) =>
    forum.reopen(operator),
  );
  if (outcome === "already")
    throw new UserError("FORUM_REFUSED", "the forum is open", "close it with broadsheet forum close");
  if (!isSet(args, "quiet")) environment.stdout.write("The forum is open again.\n");
  return 0;
};
