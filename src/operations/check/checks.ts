import {booksCheck} from "./books.ts";
import {catalogue} from "./catalogue.ts";
import type {WorkspaceCheck} from "./check.ts";
import {clock} from "./clock.ts";
import {config} from "./config.ts";
import {disk} from "./disk.ts";
import {forumCheck} from "./forum.ts";
import {key} from "./key.ts";
import {published} from "./published.ts";
import {addresses, facts, places} from "./stored.ts";
import {unnamedFiles} from "./unnamed.ts";

/** Everything that is looked at, in the order in which it is told. A new check is one file and one row here. */
export const workspaceChecks: readonly WorkspaceCheck[] = [
  config,
  key,
  catalogue,
  facts,
  places,
  addresses,
  unnamedFiles,
  published,
  booksCheck,
  forumCheck,
  disk,
  clock,
];
