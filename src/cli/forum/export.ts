import {resolve} from "node:path";
import {inGroups} from "../../base/sha256.ts";
import {plural} from "../../base/text.ts";
import {exportFileName, exportForum} from "../../operations/forum/export.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type Run} from "../command.ts";
import {languageFromArgs} from "../report/report-language.ts";
import {forumPlaceFromArgs} from "./place.ts";

/** `broadsheet forum export`: all that is public, in a new folder. */
export const runForumExport: Run = async (args, environment) => {
  const place = forumPlaceFromArgs(args, environment);
  const folder = resolve(environment.cwd, args.words[0]!);
  const language = languageFromArgs(args);
  const isStatic = isSet(args, "static");
  const {staticPages} = isStatic ? await import("../../serve/forum/static/pages.ts") : {staticPages: () => []};
  const {threads, posts, pages, head} = await exportForum(place, folder, (forum) =>
    staticPages(forum, place.config, {language, now: place.now}),
  );
  if (isSet(args, "quiet")) return 0;
  const short = shortPath(folder, environment.cwd);
  environment.stdout.write(
    `Wrote ${plural(threads, "thread", "threads")} and ${plural(posts, "post", "posts")} to ${short}/${exportFileName}` +
      `${isStatic ? `, and ${plural(pages, "file", "files")} of pages beside it: open ${short}/index.html` : ""}.\n` +
      (head === "" ? "The moderation log has no row yet.\n" : `The moderation log ends with ${inGroups(head)}\n`),
  );
  return 0;
};
