import {appendFileSync} from "node:fs";
import {openHashing} from "../../../src/accounts/factors/hashing.ts";
import {openForum} from "../../../src/forum/forum.ts";
import {testSettings} from "../../forum/forum-folder.ts";

/*
 * People who come and go in a forum, until this is killed: each act is written into a file as soon as it is told as done. What is told there
 * has happened, whenever the kill came.
 */
const [folder = "", told = "", first = "0"] = process.argv.slice(2);
let clock = Date.UTC(2026, 10, 5, 9);
const forum = openForum(folder, {
  now: () => clock,
  hashing: openHashing({memory: 8, passes: 1, parallelism: 1}),
  settings: testSettings,
});
const {members, people} = forum;
const by = {id: null, name: "", role: "editor"} as const;
const tell = (act: string, name: string): void => appendFileSync(told, `${act} ${name}\n`);
const nameOf = (number: number): string =>
  [...String(number)].map((digit) => "bcdfghkpqz".charAt(Number(digit))).join("a");

process.send?.("ready");
for (let number = Number(first); ; number++) {
  clock += 600_000;
  const [name, knocker] = [`Joiner ${nameOf(number)}`, `Knocker ${nameOf(number)}`];
  const phrase = "seven green bicycles at noon";
  const entered = members.enterCode(people.invite("member").code, "");
  if (entered.outcome !== "on") throw new Error(entered.outcome);
  members.chooseName(entered.token, name);
  await members.choosePhrase(entered.token, phrase, []);
  const joined = await members.finish(entered.token);
  if (joined.outcome !== "joined") throw new Error(joined.outcome);
  tell("joined", name);
  const knocked = await members.knock({name: knocker, why: "to read", phrase, from: ""});
  if (knocked.outcome !== "knocked") throw new Error(knocked.outcome);
  tell("knocked", knocker);
  for (const {id} of members.knocks()) {
    const decided = members.letIn(by, id);
    if (decided !== "decided") throw new Error(decided);
  }
  tell("in", knocker);
  if (number % 2 === 0) {
    tell("leaving", name);
    if (members.leave(joined.token, {posts: "go"}) !== "left") throw new Error("not left");
    tell("left", name);
  }
}
