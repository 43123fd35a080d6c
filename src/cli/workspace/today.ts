import {Translator} from "../../base/words/translator.ts";
import {placeText} from "../../ledger/ledger-fault.ts";
import {type Task, whatNeedsAPerson} from "../../operations/today/tasks.ts";
import {openPaint} from "../../render/text/paint.ts";
import {renderToday, type ShownTask, todayJson} from "../../render/views/today.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {helpOf} from "../advice.ts";
import type {Run} from "../command.ts";
import {isColored} from "../environment.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet today`: what needs a person, and this month so far. */
export const runToday: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {timeZone, language, labels} = store.workspace.config;
  const found = await whatNeedsAPerson(store, {}, {signal: environment.signal});
  const {stdout, cwd} = environment;
  const shown = {...found, tasks: found.tasks.map((task) => shownTask(task, cwd))};
  const paint = openPaint({color: isColored(stdout, environment)});
  const words = new Translator(language, labels);
  stdout.write(format === "json" ? todayJson(shown) : renderToday(shown, {timeZone, words, paint}));
  return 0;
};

/** With help in the terminal's words, and places as a person there would write them. */
function shownTask(task: Task, cwd: string): ShownTask {
  if (task.about === "fault") {
    const {what, where, help, advice = null} = task.fault;
    return {...task, fault: {what, where: shortPath(where, cwd), help: helpOf({help, advice})}};
  }
  if (task.about !== "books") return task;
  const {what, help, path, line, column} = task.first;
  return {...task, first: {what, where: placeText({path: shortPath(path, cwd), line, column}), help}};
}
