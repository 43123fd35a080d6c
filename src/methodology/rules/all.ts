import {message, type Wording} from "../../base/words/message.ts";
import type {RuleSettings} from "../../workspace/config/methodology.ts";
import type {Methodology} from "../methodology.ts";
import type {Preset} from "../presets.ts";
import {blacklisted} from "./blacklisted.ts";
import {countedApart} from "./counted-apart.ts";
import {developers} from "./developers.ts";
import {doubleClicks} from "./double-clicks.ts";
import {feedPolls} from "./feed-polls.ts";
import {graphics} from "./graphics.ts";
import {heavyReaders} from "./heavy-readers.ts";
import {leftOut} from "./left-out.ts";
import {notGet} from "./not-get.ts";
import {notPages} from "./not-pages.ts";
import {notSuccessful} from "./not-successful.ts";
import {pageFurniture} from "./page-furniture.ts";
import {robotsRule} from "./robots.ts";
import type {Rule} from "./rule.ts";

/** Every rule, in the order in which they are asked: the first that fits gives the verdict. */
export const rules: readonly Rule[] = [
  notGet,
  notSuccessful,
  graphics,
  pageFurniture,
  notPages,
  feedPolls,
  developers,
  blacklisted,
  leftOut,
  robotsRule,
  heavyReaders,
  doubleClicks,
  countedApart,
];

/** The verdict of a request that no rule leaves out. */
export const counted = "counted";

/** Every verdict a request can get, in the order of the account. */
export const verdicts: readonly {readonly id: string; readonly label: Wording}[] = [
  ...rules.map(({id, label}) => ({id, label})),
  {id: counted, label: message("verdict.counted")},
];

/** The verdicts that requests can get under one of these methodologies, in the order of the account. */
export function verdictsUnder(methodologies: readonly Methodology[]): typeof verdicts {
  return verdicts.filter(({id}) => id === counted || methodologies.some((one) => one.rules.has(id)));
}

/** The ids of the rules that run: those of the preset, and those that the publisher gives a setting for. */
export function rulesUnder({rules: usual}: Preset, own: RuleSettings): ReadonlySet<string> {
  const running = rules.filter((rule) => {
    return usual.includes(rule.id) || (rule.isWanted?.(own) ?? isGiven(own[rule.setting]));
  });
  return new Set(running.map(({id}) => id));
}

function isGiven(setting: RuleSettings[keyof RuleSettings]): boolean {
  return setting !== undefined && setting !== false && !(Array.isArray(setting) && setting.length === 0);
}
