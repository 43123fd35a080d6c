import {appendFileSync} from "node:fs";
import {openForum} from "../../../src/forum/forum.ts";
import {testSettings} from "../../forum/forum-folder.ts";

/*
 * Members who write, change and take back, and moderators who decide, until this is killed. What is about to be posted is written into a file
 * before, and each act as soon as it is told as done.
 */
const [folder = "", told = "", first = "0", member = "0", newcomer = "0", moderator = "0"] = process.argv.slice(2);
let clock = Date.UTC(2026, 10, 5, 9);
const forum = openForum(folder, {now: () => clock, settings: testSettings});
const by = {id: Number(moderator), name: "Mod", role: "moderator"} as const;
const tell = (act: string, about: string): void => appendFileSync(told, `${act} ${about}\n`);

process.send?.("ready");
for (let number = Number(first); ; number++) {
  clock += 120_000;
  const once = `form-${String(number).padStart(20, "0")}`;
  const isHeld = number % 4 === 0;
  const author = Number(isHeld ? newcomer : member);
  const {threads} = forum.threads({});
  const source = `unique${number} written 部数${number}`;
  tell("posting", `${once} ${author} ${source}`);
  const thread = threads[number % 7];
  const done =
    thread === undefined || number % 10 === 1
      ? forum.open(author, {section: "general", title: `Thread ${number}`, source, once})
      : forum.reply(author, thread.id, {source, quotes: [1], once});
  if (done.outcome !== "posted" && done.outcome !== "held") throw new Error(JSON.stringify(done));
  tell(done.outcome, String(done.post));
  const decide = (kind: "show" | "hide", seen: string): void => {
    const {outcome} = forum.decide(by, `p${done.post}`, {kind, rule: "spam", seen});
    if (outcome !== "decided") throw new Error(outcome);
    tell(kind, String(done.post));
  };
  if (isHeld) decide(number % 8 === 0 ? "show" : "hide", "1.0");
  else if (number % 4 === 1) {
    forum.edit(author, done.post, {source: `${source} changed`, seen: 1});
    tell("changed", String(done.post));
  } else if (number % 20 === 3) decide("hide", "1.0");
  else if (number % 20 === 7) {
    forum.withdraw(author, done.post);
    tell("withdrawn", String(done.post));
  }
}
