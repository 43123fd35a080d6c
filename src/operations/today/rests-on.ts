import {sha256} from "../../base/sha256.ts";
import {mostClickSeconds} from "../../methodology/judge/double-clicks.ts";
import {windowSeconds} from "../../methodology/judge/retrieval-window.ts";
import type {Catalogue, InputRow} from "../../workspace/catalogue/catalogue.ts";
import {readEditionFolders, readErrataFolders, readPublishedFiles} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {basisOf} from "../publish/basis.ts";
import {secondsOf} from "../store/judge.ts";

/** What of the catalogue the answers rest on. */
export interface CatalogueNow {
  readonly inputs: readonly Omit<InputRow, "id">[];
  readonly closed: ReadonlyMap<string, string>;
  /** Months that books of addresses are kept of. */
  readonly addressed: ReadonlySet<string>;
}

/** What the catalogue says now. */
export function readCatalogue(catalogue: Catalogue): CatalogueNow {
  return {
    // Servers number them anew whenever they are asked.
    inputs: catalogue.inputs().map(({id: _, ...input}) => input),
    closed: catalogue.closedMonths(),
    addressed: new Set(catalogue.books().map(({month}) => month)),
  };
}

/** The inputs with requests of a month, or so soon after it that they may be second clicks. */
export function inputsNear(now: CatalogueNow, month: string, timeZone: string): CatalogueNow["inputs"] {
  return inputsWithin(now, secondsOf([month], timeZone), {before: 0, after: mostClickSeconds});
}

/** The same, with those that a month's figures rest on besides: where downloads are put together, of the day before and the day after. */
export function inputsBeside(now: CatalogueNow, month: string, {config}: Workspace): CatalogueNow["inputs"] {
  if (!config.methodology.downloads) return inputsNear(now, month, config.timeZone);
  return inputsWithin(now, secondsOf([month], config.timeZone), {before: windowSeconds, after: windowSeconds});
}

function inputsWithin(
  {inputs}: CatalogueNow,
  [from, until]: readonly [number, number],
  {before, after}: {readonly before: number; readonly after: number},
): CatalogueNow["inputs"] {
  return inputs.filter(({firstSecond, lastSecond}) => {
    return firstSecond !== null && firstSecond < until + after && lastSecond! >= from - before;
  });
}

/**
 * What the figures of each of some months rest on, beside their logs: settings, rules, tables, books.
 *
 * @throws {UserError} where a file that a person keeps is refused
 */
export function rulesFor(months: readonly string[], workspace: Workspace): (month: string) => unknown {
  const {rules, ...rest} = basisOf(workspace, {months, inputs: []});
  return (month) => [workspace.config, rest, rules.find((own) => own.months.includes(month))?.settings];
}

/** What was published, as far as it can be another: the sums of folders, and the files of an older Broadsheet. @throws {UserError} PUBLISHED_DAMAGED */
export function publishedNow({folder}: Pick<Workspace, "folder">): unknown {
  const editions = readEditionFolders(folder, undefined, ["edition.json"]).map(({sumsSha256}) => sumsSha256);
  const errata = readErrataFolders(folder).map(({sumsSha256}) => sumsSha256);
  return [editions, errata, readPublishedFiles(folder).map(({text}) => sha256(text))];
}
