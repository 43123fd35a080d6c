import {z} from "zod";
import {UserError} from "../../../base/error.ts";
import type {SavedText} from "../../../operations/files/save.ts";
import {parseState, printState} from "../../../operations/files/state.ts";
import {type KeptText, readText} from "../../../operations/files/text.ts";
import {openToMend} from "../../../operations/settings/broken.ts";
import {changeSettings} from "../../../operations/settings/change.ts";
import {settingFields} from "../../../operations/settings/fields.ts";
import {checkReach} from "../../../operations/settings/reach.ts";
import {readSettings} from "../../../operations/settings/read.ts";
import {saveSettings} from "../../../operations/settings/save.ts";
import {html, noMarkup} from "../../../render/markup/html.ts";
import {parseConfig} from "../../../workspace/config/config.ts";
import {configName} from "../../../workspace/workspace-files.ts";
import {none} from "../../forms/route.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import {conflictPage, savedNote} from "../conflict.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {type SettingsForm, settingsForm} from "./form.ts";
import {settingsLook, settingsText} from "./look.ts";

/** A megabyte is the longest `broadsheet.yaml`; each of its signs may take three when it is sent. */
const mostBytes = 3_300_000;
const text = z.string().max(1 << 20);
const made = z.string().refine((given) => parseState(given) !== null);
const fields = Object.fromEntries(settingFields.map(({path}) => [path, z.string().max(100_000).optional()]));

/** Where somebody goes on from after saving: a path of the desk. */
const back = z.string().regex(/^\/(?:settings(?:\/text)?|report\/[0-9A-Za-z.-]{4,40}\/labels)$/);

function kept(desk: Desk): KeptText {
  return readText(openToMend(desk.folder, desk.store), configName);
}

/** The form; of settings that cannot be read, their text and why. */
function formPage(
  desk: Desk,
  {isSaved = false, ...form}: Partial<SettingsForm> & {readonly isSaved?: boolean} = {},
): PageAnswer {
  const {words} = desk;
  const title = words.t("desk-settings");
  const now = kept(desk);
  let values: SettingsForm["values"];
  try {
    values = readSettings(now.text);
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return {kind: "page", title, status: 422, body: settingsText(desk, now, {fault})};
  }
  const body = html`${isSaved ? savedNote(desk, configName) : noMarkup}<p>${words.t("desk-settings-means")} ${words.t("desk-settings-lists")} <a href="/settings/text">${words.t("desk-settings-text")}</a></p>
${settingsForm(words, {values, made: printState(now.state), ...form})}`;
  return {kind: "page", title, body, ...(form.fault === undefined ? {} : {status: 422})};
}

function lookAtForm(desk: Desk, typed: ReadonlyMap<string, string>, madeFrom: string): PageAnswer {
  const now = kept(desk);
  let after: string;
  try {
    after = changeSettings(now.text, typed);
    checkReach(desk.lastConfig(), parseConfig(after));
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return formPage(desk, {typed, fault});
  }
  if (printState(now.state) === madeFrom) return settingsLook(desk, now, after, "/settings");
  const form = {values: readSettings(now.text), typed, made: printState(now.state)};
  return conflictPage(desk, {kind: "conflict", theirs: now, yours: after}, settingsForm(desk.words, form));
}

function lookAtText(desk: Desk, typed: string, madeFrom: string): PageAnswer {
  const now = kept(desk);
  try {
    checkReach(desk.lastConfig(), parseConfig(typed));
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    const body = settingsText(desk, now, {text: typed, fault});
    return {kind: "page", title: desk.words.t("desk-settings"), status: 422, body};
  }
  if (printState(now.state) === madeFrom) return settingsLook(desk, now, typed, "/settings/text");
  return textConflict(desk, {kind: "conflict", theirs: now, yours: typed});
}

function textConflict(desk: Desk, found: Extract<SavedText, {readonly kind: "conflict"}>): PageAnswer {
  return conflictPage(desk, found, settingsText(desk, found.theirs, {text: found.yours}));
}

/** The screen of the settings. */
export const settingsRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "settings", method: "GET", path: "/settings", who: "settings", params: none, form: none},
    purpose: "the settings, a field each",
    query: z.object({saved: z.literal("yes").optional()}),
    carryOut: ({desk, query}) => formPage(desk, {isSaved: query.saved === "yes"}),
  }),
  defineDeskRoute({
    ...{id: "settings-look", method: "POST", path: "/settings/look", who: "settings", params: none, query: none},
    purpose: "what a form of settings would change, before it is saved",
    mostBytes,
    form: z.object({made, ...fields}),
    carryOut: ({desk, form}) => {
      const {made: from, ...rest} = form as Readonly<Record<string, string | undefined>>;
      const typed = Object.entries(rest).flatMap(([path, value]) =>
        value === undefined ? [] : [[path, value] as const],
      );
      return lookAtForm(desk, new Map(typed), from!);
    },
  }),
  defineDeskRoute({
    ...{id: "settings-text", method: "GET", path: "/settings/text", who: "settings", params: none, form: none},
    purpose: "the settings as they stand in broadsheet.yaml",
    query: z.object({saved: z.literal("yes").optional()}),
    carryOut: ({desk, query}) => {
      const body = html`${query.saved === "yes" ? savedNote(desk, configName) : noMarkup}${settingsText(desk, kept(desk))}`;
      return {kind: "page", title: desk.words.t("desk-settings"), body};
    },
  }),
  defineDeskRoute({
    ...{id: "settings-text-look", method: "POST", path: "/settings/text/look", who: "settings", params: none},
    purpose: "what a text of settings would change, before it is saved",
    mostBytes,
    query: none,
    form: z.object({made, text}),
    carryOut: ({desk, form}) => lookAtText(desk, form.text, form.made),
  }),
  defineDeskRoute({
    ...{id: "settings-save", method: "POST", path: "/settings/save", who: "settings", params: none, query: none},
    purpose: "saves broadsheet.yaml, where nobody else has changed it meanwhile",
    mostBytes,
    form: z.object({made, text, back}),
    carryOut: async ({desk, visitor, form, signal}): Promise<DeskAnswer> => {
      const store = openToMend(desk.folder, desk.store);
      checkReach(desk.lastConfig(), parseConfig(form.text));
      const edit = {made: parseState(form.made)!, text: form.text};
      const saved = await saveSettings(store, edit, {signal});
      if (saved.kind === "conflict") return textConflict(desk, saved);
      desk.visitors.record(visitor!, "settings-saved", saved.state.sha256 ?? "");
      return {kind: "go", to: `${form.back}?saved=yes`};
    },
  }),
];
