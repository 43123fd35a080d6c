import {UserError} from "../../../base/error.ts";
import type {Attendance} from "../../../operations/listener.ts";
import {restateOpen} from "../../../operations/publish/restate.ts";
import {withStore} from "../../../operations/store/open.ts";
import type {Store} from "../../../operations/store/store.ts";
import {causesOf} from "../../../report/restate/causes.ts";
import {figuresInForce} from "../../../report/restate/figures.ts";
import {answerOf, type LevelAnswer, unchecked} from "../answer.ts";
import type {SealedPlace} from "../archive.ts";
import {movedFindings} from "./moved-cells.ts";
import {publishedIn} from "./published-place.ts";

/**
 * Level 4: do the facts of the workspace give the same figures, by its rules of now? What was restated since counts.
 *
 * @param errata Of the edition, by their numbers.
 * @throws {UserError} WORKSPACE_DAMAGED and what opening a store throws; ABORTED
 */
export async function checkFromFacts(
  edition: SealedPlace,
  errata: readonly SealedPlace[],
  store: Store,
  {signal}: Attendance,
): Promise<LevelAnswer> {
  try {
    const published = publishedIn(edition, errata);
    const {moved, causes, publication} = await withStore(store, (open) => restateOpen(open, published), signal);
    const theirs = (published.report as {publication?: unknown}).publication;
    if (publication !== theirs) {
      return answerOf(
        4,
        [],
        [unchecked(null, `the workspace is that of ${publication}, and the edition that of ${theirs}`)],
      );
    }
    const findings = movedFindings(moved, (figure) => {
      const own = causesOf(figure, causes, moved).map(({text}) => text);
      return own.length === 0 ? "nothing that Broadsheet keeps account of has changed for it" : own.join("; ");
    });
    const count = figuresInForce(published).length - moved.length;
    const how = published.restated.length === 0 ? "" : ", with what was restated since";
    return answerOf(4, count > 0 ? [`${count} figures are what the facts of the workspace give${how}`] : [], findings);
  } catch (fault) {
    const isOfEdition =
      fault instanceof UserError && ["EDITION_REFUSED", "PUBLISHED_DAMAGED", "PERIOD_EMPTY"].includes(fault.code);
    if (!isOfEdition) throw fault;
    return answerOf(4, [], [unchecked(fault.where ?? null, fault.message)]);
  }
}
