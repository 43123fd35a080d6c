import {printJson} from "../../base/json.ts";
import {plural, visible} from "../../base/text.ts";
import {marksOfHtml} from "../../forum/ends/foreign/html.ts";
import type {Forum} from "../../forum/forum.ts";
import {operator, withForum} from "../../operations/forum/open.ts";
import {isSet, type Run} from "../command.ts";
import type {Environment} from "../environment.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {type AskAbout, askAboutItem} from "./ask-about.ts";
import {forumPlaceFromArgs} from "./place.ts";
import {drawItem} from "./queue-item.ts";

/** `broadsheet forum moderate`: what waits for a moderator, one after the other. */
export const runForumModerate: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const {stdin, stdout} = environment;
  const isAsked = format === "text" && stdin.isTTY && stdout.isTTY && !isSet(args, "list");
  await withForum(forumPlaceFromArgs(args, environment), {isFirst: false}, async (forum) => {
    if (isAsked) return moderate(forum, environment);
    const queue = forum.queue();
    if (format === "json") {
      stdout.write(printJson(queue.map(({html, ...item}) => ({...item, text: marksOfHtml(html)}))));
      return;
    }
    stdout.write(
      queue.length === 0
        ? "Nothing waits.\n"
        : queue.map((item) => `${drawItem(item, widthOf(environment))}\n`).join("\n"),
    );
  });
  return 0;
};

/** Goes through what waits with a person at a terminal, and writes each decision at once. */
export async function moderate(forum: Forum, environment: Environment, ask: AskAbout = askAboutItem): Promise<void> {
  const {stdout} = environment;
  const queue = forum.queue();
  const tell = (text: string): void => void stdout.write(`${text}\n`);
  if (queue.length === 0) return tell("Nothing waits.");
  let decided = 0;
  for (const [place, item] of queue.entries()) {
    tell(`\n${drawItem(item, widthOf(environment))}`);
    const answer = await ask(item, forum.settings.rules, `${place + 1} of ${queue.length}`);
    if (answer === null) break;
    if (answer === "next") continue;
    const done = forum.decide(operator, item.id, {...answer, seen: item.seen});
    if (done.outcome === "decided") decided++;
    tell(toldOf(done));
  }
  tell(
    `${plural(decided, "decision", "decisions")} written to the public log. ${plural(forum.queueCount(), "thing waits", "things wait")}.`,
  );
}

function toldOf(done: ReturnType<Forum["decide"]>): string {
  switch (done.outcome) {
    case "decided":
      return "Decided.";
    case "already":
      return `${visible(done.by)} has decided that already: ${done.kind}.`;
    case "changed":
      return "Its author changed it just now: it stands in the queue again.";
    case "closed":
      return "The forum is closed: nothing is decided any more.";
    default:
      return "It does not wait any more.";
  }
}

function widthOf({stdout}: Environment): number {
  return Math.max(40, stdout.columns ?? 80);
}
