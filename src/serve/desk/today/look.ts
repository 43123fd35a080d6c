import {type LanguageId, languageIds, languages} from "../../../base/words/language.ts";
import {dayAt} from "../../../base/zone.ts";
import {asFarAsRead, type CalendarMonth} from "../../../operations/inputs/calendar.ts";
import type {Looked} from "../../../operations/today/looked.ts";
import {whatNeedsAPerson} from "../../../operations/today/tasks.ts";
import {lookAtCalendar} from "../../../operations/today/today.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {beginOnce, lastJob} from "../jobs/begin.ts";
import {maySee} from "../jobs/routes.ts";
import {hasEnded, type Job} from "../jobs.ts";

const name = "what needs a person";

/** The work that is finding it out, or has last found it out or failed; undefined where there was none. */
export function lastLook(desk: Desk): Job | undefined {
  return lastJob(desk, name);
}

/**
 * Finds out what needs a person, as long work of which there is one at a time.
 *
 * It changes nothing of the workspace, so that whoever may see the page may begin it by looking at it.
 */
export function beginLook(desk: Desk, visitor: Visitor): Job {
  return beginOnce(desk, visitor, name, {
    title: desk.words.t("desk-today-look"),
    run: async (attendance) => {
      await whatNeedsAPerson(desk.store(), {language: languageOf(desk.words)}, attendance);
      return {to: "/"};
    },
  });
}

/** The id of the language that somebody speaks. */
export function languageOf({language}: Desk["words"]): LanguageId | undefined {
  return languageIds.find((id) => languages[id] === language);
}

/** The days of each month; where they are not counted yet, the work that counts them, unless it has just failed. */
export async function calendarNow(
  desk: Desk,
  visitor: Visitor,
): Promise<{readonly calendar: Looked<readonly CalendarMonth[]>; readonly look: Job | null}> {
  const store = desk.store();
  const found = await lookAtCalendar(store, {isQuick: true});
  const today = dayAt(store.now(), store.workspace.config.timeZone);
  const calendar: typeof found =
    found.is === "found" ? {...found, value: found.value.map((month) => asFarAsRead(month, today))} : found;
  const isToBegin = calendar.is === "unknown" && !hasFailed(lastLook(desk));
  return {calendar, look: isToBegin ? beginLook(desk, visitor) : null};
}

/** What has just failed fails again: a person has to mend it first. */
export function hasFailed(look: Job | undefined): boolean {
  return look !== undefined && hasEnded(look) && look.state !== "done";
}

/** That something is being found out, which the page shows when it is. */
export function lookingNote(look: Job | null, words: Desk["words"], visitor: Visitor): Markup {
  if (look === null) return noMarkup;
  const live = maySee(visitor, look) ? html` data-live="/jobs/${look.id}/events"` : noMarkup;
  return html`<p class="said" role="status"${live}>${words.t("desk-today-looking")}</p>
`;
}

/** How a page goes on by itself while something is being found out. */
export function refreshing(look: Job | null, visitor: Visitor): Pick<PageAnswer, "refreshSeconds" | "script"> {
  if (look === null) return {};
  // The events of somebody else's work are not theirs to follow: they ask again.
  return maySee(visitor, look) ? {refreshSeconds: 2, script: "live"} : {refreshSeconds: 2};
}
