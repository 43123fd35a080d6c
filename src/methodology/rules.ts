import {message, type Wording} from "../base/words/message.ts";
import type {Rule} from "./rule.ts";
import {blacklisted} from "./rules/blacklisted.ts";
import {developers} from "./rules/developers.ts";
import {graphics} from "./rules/graphics.ts";
import {heavyReaders} from "./rules/heavy-readers.ts";
import {notGet} from "./rules/not-get.ts";
import {notSuccessful} from "./rules/not-successful.ts";
import {pageFurniture} from "./rules/page-furniture.ts";
import {robots} from "./rules/robots.ts";

/** Every rule, in the order in which they are asked: the first that fits gives the verdict. */
export const rules: readonly Rule[] = [
  notGet,
  notSuccessful,
  graphics,
  pageFurniture,
  developers,
  blacklisted,
  robots,
  heavyReaders,
];

/** The verdict of a request that no rule leaves out. */
export const counted = "counted";

/** Every verdict a request can get, in the order of the account. */
export const verdicts: readonly {readonly id: string; readonly label: Wording}[] = [
  ...rules.map(({id, label}) => ({id, label})),
  {id: counted, label: message("verdict.counted")},
];
