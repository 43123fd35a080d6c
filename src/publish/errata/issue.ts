import {join} from "node:path";
import {checkRunning} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {dayAt} from "../../base/zone.ts";
import type {Attendance} from "../../operations/listener.ts";
import {type PublishedErratum, readErrata} from "../../operations/publish/published.ts";
import {asItIsNow, restatePeriods} from "../../operations/publish/restate.ts";
import {sealBasis} from "../../operations/publish/sealed-basis.ts";
import type {Store} from "../../operations/store/store.ts";
import {causesOf} from "../../report/restate/causes.ts";
import {type ErratumKind, type ErratumRecord, editionFormat} from "../../report/restate/edition.ts";
import type {Restated} from "../../report/restate/restated.ts";
import {whilePublishing} from "../../workspace/lock.ts";
import {errataFolder, publishedFolder} from "../../workspace/published.ts";
import {refuseEarlier} from "../edition/in-order.ts";
import {ownSigningKey} from "../keys/own-key.ts";
import {sealJson} from "../seal/files.ts";
import {writeSealedFolder} from "../seal/folder.ts";

/** What is to be restated, and why. */
export interface ErratumRequest {
  /** Of the published report. */
  readonly period: string;
  /** `correction`: an error of ours. `revision`: other rules or lists, or logs that came late. */
  readonly kind: ErratumKind;
  /** In the publisher's words. It stands for the figures that move now, and for no later change. */
  readonly reason: string;
  /** `YYYY-MM-DD`; today where it is left out or null. */
  readonly date?: string | null;
}

/** What became of it. */
export interface IssuedErratum {
  readonly found: Restated;
  /** From the workspace; null where nothing had moved, and nothing was written. */
  readonly folder: string | null;
  readonly record: ErratumRecord | null;
}

/**
 * Restates the figures of a published report that moved: each before and after, with its causes and the reason, signed, beside what was published.
 *
 * @throws {UserError} PUBLISHED_NONE, PUBLISHED_LATER, PUBLISHED_DAMAGED, COMMAND_INCOMPLETE, KEY_MISSING, WORKSPACE_BUSY, WORKSPACE_DENIED, DISK_FULL, or what making
 *   a report throws
 */
export async function issueErratum(
  store: Store,
  {period, kind, reason, date = null}: ErratumRequest,
  attendance: Attendance = {},
): Promise<IssuedErratum> {
  const given = reason.trim();
  if (given === "") {
    const help = "say in a sentence why the figures are others now";
    throw new UserError("COMMAND_INCOMPLETE", "figures are restated for a reason, and none was given", help, {
      field: "reason",
    });
  }
  const {workspace, now} = store;
  const [found] = await restatePeriods(store, [period], attendance);
  checkRunning(attendance.signal);
  return whilePublishing(workspace.store, "an erratum", () => {
    const current = asItIsNow(found!, workspace);
    if (current.moved.length === 0) return {found: current, folder: null, record: null};
    const on = date ?? dayAt(now(), workspace.config.timeZone);
    const key = ownSigningKey(workspace, on);
    const name = current.published.period;
    const before = readErrata(workspace.folder, (period) => period === name);
    const last = before.at(-1)?.record;
    const follows = last
      ? {called: `erratum ${last.number} of ${name}`, date: last.date}
      : {called: `the report of ${name}`, date: current.published.on};
    refuseEarlier(on, follows, name);
    const record = recordOf(current, before, {kind, reason: given, on, basis: sealBasis(current.basis, workspace)});
    const what = `erratum ${record.number} of ${name}, ${current.publication}`;
    const folder = join(errataFolder(name), String(record.number));
    writeSealedFolder(workspace, folder, sealJson("erratum.json", record, {key, what, date: on}));
    return {found: current, folder: join(publishedFolder, folder), record};
  });
}

function recordOf(
  {publication, published, moved, causes, summary}: Restated,
  before: readonly PublishedErratum[],
  {kind, reason, on, basis}: Pick<ErratumRecord, "kind" | "reason" | "basis"> & {readonly on: string},
): ErratumRecord {
  const last = before.at(-1) ?? null;
  const ofEach = moved.map((figure) => causesOf(figure, causes, moved));
  const used = causes.filter((cause) => ofEach.some((own) => own.includes(cause)));
  const {sums, period} = published;
  return {
    ...{format: editionFormat, publication, period, number: (last?.record.number ?? 0) + 1, date: on, kind, reason},
    edition: sums === null ? null : {sums},
    previous: last && {number: last.record.number, sums: last.sums},
    causes: used.map(({kind: of, text}) => ({kind: of, text})),
    figures: moved.map((figure, place) => {
      const {key, group, id, label, span, cell, decimals, before: was, after} = figure;
      const own = ofEach[place]!.map((cause) => used.indexOf(cause));
      return {key, group, id, label, span, cell, decimals, before: was, after, causes: own};
    }),
    summary: {
      isChanged: JSON.stringify(summary.before) !== JSON.stringify(summary.after),
      before: [...summary.before],
      after: [...summary.after],
    },
    basis,
  };
}
