import type {Translator} from "../../../base/words/translator.ts";
import type {Task} from "../../../operations/today/tasks.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {helpMarkup} from "../advice.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {firstNames} from "../months/inputs.ts";
import {missingSentences} from "../months/missing.ts";
import {periodPath} from "../publish/period-path.ts";
import {screens} from "../screens.ts";

type PathOfScreen = (typeof screens)[number]["path"];

/** Something that needs a person: what it is, and where it is seen to, for whoever may go there. */
export function taskItem(task: Task, desk: Desk, visitor: Visitor, timeZone: string): Markup {
  const {words} = desk;
  const screen = screens.find(({path}) => path === screenOf(task));
  const link =
    screen !== undefined && may(visitor, screen.right)
      ? html`<p class="to"><a href="${pathOf(task)}">${words.t(screen.label)}</a></p>\n`
      : noMarkup;
  return html`<li>
<p><strong>${sentenceOf(task, words)}</strong></p>
${detailsOf(task, words, timeZone)}${link}</li>
`;
}

const screensOf: {readonly [About in Task["about"]]: PathOfScreen | null} = {
  fault: null,
  ready: "/publish",
  moved: "/publish",
  gaps: "/months",
  empty: "/months",
  refused: "/months",
  undecided: "/review",
  books: "/books",
  forum: null,
};

function screenOf({about}: Task): PathOfScreen | null {
  return screensOf[about];
}

function pathOf(task: Task): string {
  switch (task.about) {
    case "gaps":
      return `/months/${task.month}`;
    case "ready":
    case "moved":
      return periodPath(task.period);
    case "undecided":
      return `/review/${task.month}`;
    default:
      return screenOf(task) ?? "/";
  }
}

function sentenceOf(task: Task, words: Translator): string {
  switch (task.about) {
    case "fault":
      return words.t("desk-task-fault");
    case "ready":
      return words.t("desk-task-ready", {period: words.period(task.period)});
    case "moved":
      return words.t("desk-task-moved", {
        figures: task.figures,
        period: words.period(task.period),
        day: words.day(task.publishedOn),
      });
    case "gaps":
      return words.t("desk-task-gaps", {month: words.month(task.month)});
    case "empty":
      return words.t("desk-task-empty", {period: words.period(task.period)});
    case "refused":
      return words.t("desk-task-refused", {files: task.files.length});
    case "undecided":
      return words.t("desk-task-undecided", {clients: task.clients, month: words.month(task.month)});
    case "books":
      return words.t("desk-task-books", {
        what: words.listed([
          ...(task.faults > 0 ? [words.t("desk-task-books-faults", {count: task.faults})] : []),
          ...(task.warnings > 0 ? [words.t("desk-task-books-warnings", {count: task.warnings})] : []),
        ]),
      });
    case "forum":
      return words.t("desk-task-forum", {count: task.waiting});
  }
}

/** So many files are named. */
const mostNamed = 5;

function detailsOf(task: Task, words: Translator, timeZone: string): Markup {
  switch (task.about) {
    case "fault": {
      const {what, help, where, advice = null} = task.fault;
      return html`<div>
<p lang="en" dir="ltr">${what}<br>
<code>${where}</code></p>
<p>${words.t("desk-try")}: ${helpMarkup({help, advice}, words)}</p>
</div>
`;
    }
    case "gaps":
      return html`${missingSentences(task, words, timeZone).map((text) => html`<p>${text}</p>\n`)}`;
    case "refused": {
      const names = task.files.map(({name}) => name);
      return html`<p>${firstNames(names, mostNamed, words)}</p>\n`;
    }
    case "books": {
      const {what, path, line} = task.first;
      const book = path.replace(/^.*[\\/]/, "");
      return html`<p lang="en" dir="ltr">${what}<br>
<code>${line === null ? book : `${book}:${line}`}</code></p>
`;
    }
    case "forum":
      return task.address === null
        ? noMarkup
        : html`<p class="to"><a href="${task.address}">${words.t("forum-queue-title")}</a></p>\n`;
    default:
      return noMarkup;
  }
}
