import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {daysOfMonth, parsePeriod} from "../base/period.ts";
import {joinAnd} from "../base/text.ts";
import {dayAt} from "../base/zone.ts";
import {readEditions} from "../operations/publish/published.ts";
import {secondsOf} from "../operations/store/judge.ts";
import {withCatalogue} from "../operations/store/open.ts";
import type {Store} from "../operations/store/store.ts";
import {type AnnouncementRecord, editionFormat, parseAnnouncement} from "../report/restate/edition.ts";
import {whilePublishing} from "../workspace/lock.ts";
import {announcementFolder, publishedFolder, readAnnouncementFolder} from "../workspace/published.ts";
import {type JudgedBy, judgedBy, judgedByHash} from "./edition/judged-by.ts";
import {ownSigningKey} from "./keys/own-key.ts";
import {sealJson} from "./seal/files.ts";
import {writeSealedFolder} from "./seal/folder.ts";

/** What was announced of an edition before its figures were there. */
export interface Announcement {
  readonly record: AnnouncementRecord;
  /** SHA-256 of its file of sums. */
  readonly sums: string;
}

/**
 * What was announced of a period; null where nothing was.
 *
 * @throws {UserError} PUBLISHED_DAMAGED
 */
export function readAnnouncement(workspaceFolder: string, period: string): Announcement | null {
  const found = readAnnouncementFolder(workspaceFolder, period);
  if (found === null) return null;
  return {record: parseAnnouncement(found.texts[0]!, `${found.path}/announcement.json`), sums: found.sumsSha256};
}

/** What is to be announced. */
export interface AnnouncementRequest {
  readonly period: string;
  /** The day on which the edition comes out, `YYYY-MM-DD`; null or left out where it is not said. */
  readonly publishOn?: string | null;
  /** The day of the announcement, `YYYY-MM-DD`; today where it is left out or null. */
  readonly date?: string | null;
}

/** What became of it. */
export interface MadeAnnouncement {
  readonly record: AnnouncementRecord;
  /** From the workspace; null where the same was announced before. */
  readonly folder: string | null;
}

/**
 * Says, signed, before the figures of a period are there, by which rules they will be counted and when they come out.
 *
 * @throws {UserError} ANNOUNCED_LATE where the figures are there, or would be before it, ANNOUNCED_OTHERWISE where it was announced otherwise; KEY_MISSING, WORKSPACE_BUSY,
 *   WORKSPACE_DENIED, DISK_FULL, PERIOD_UNREADABLE
 */
export async function announceEdition(
  store: Store,
  {period: text, publishOn = null, date = null}: AnnouncementRequest,
): Promise<MadeAnnouncement> {
  const {workspace, now} = store;
  const {timeZone, publication} = workspace.config;
  const today = dayAt(now(), timeZone);
  const {name, months} = parsePeriod(text, today, {field: "period"});
  const readUntil = await withCatalogue(store, (catalogue) => lastDayRead(catalogue.inputs(), months, timeZone));
  const on = date ?? today;
  const lastDay = daysOfMonth(months.at(-1)!).at(-1)!;
  if (publishOn !== null && publishOn <= lastDay) {
    const help = `name a day after ${lastDay}`;
    throw new UserError("COMMAND_INCOMPLETE", `${name} is not over on ${publishOn}`, help, {field: "publishOn"});
  }
  return whilePublishing(workspace.store, "an announcement", () => {
    const judged = judgedBy(workspace, months);
    const methodology = {name: workspace.config.methodology.extends, sha256: judgedByHash(judged), judgedBy: judged};
    const before = readAnnouncement(workspace.folder, name);
    if (before !== null) return {record: checkSame(before.record, methodology.sha256, publishOn), folder: null};
    const isPublished = readEditions(workspace.folder, (period) => period === name).length > 0;
    if (isPublished || readUntil === lastDay) {
      const what = isPublished ? `${name} was published` : `logs until the last day of ${name} were read`;
      const help = "announce a period before its figures are there";
      throw new UserError("ANNOUNCED_LATE", `${what}: its figures are there`, help, name);
    }
    if (publishOn !== null && publishOn < on) {
      const what = `${name} would come out on ${publishOn}, before the day on which it is announced, ${on}`;
      throw new UserError("ANNOUNCED_LATE", what, "name a day that has yet to come", name);
    }
    const said = {publication, period: name, date: on, publishOn, methodology: copyOf(methodology), readUntil};
    const record: AnnouncementRecord = {format: editionFormat, ...said};
    const key = ownSigningKey(workspace, on);
    const seal = {key, what: `announcement of ${name}, ${publication}`, date: on};
    writeSealedFolder(workspace, announcementFolder(name), sealJson("announcement.json", record, seal));
    return {record, folder: join(publishedFolder, announcementFolder(name))};
  });
}

/** What is announced, with lists that are its own. */
function copyOf(methodology: Methodology): AnnouncementRecord["methodology"] {
  return JSON.parse(JSON.stringify(methodology)) as AnnouncementRecord["methodology"];
}

interface Methodology {
  readonly name: string;
  readonly sha256: string;
  readonly judgedBy: JudgedBy;
}

function checkSame(record: AnnouncementRecord, sha256: string, publishOn: string | null): AnnouncementRecord {
  const isSameDay = publishOn === null || publishOn === record.publishOn;
  const isSameRules = record.methodology.sha256 === sha256;
  if (isSameRules && isSameDay) return record;
  const day = record.publishOn === null ? "without a day" : `for ${record.publishOn}`;
  const other = joinAnd([...(isSameRules ? [] : ["with other rules"]), ...(isSameDay ? [] : [day])]);
  throw new UserError(
    "ANNOUNCED_OTHERWISE",
    `${record.period} was announced on ${record.date} ${other}, and an announcement stands`,
    "say why it is otherwise when the edition is published",
    record.period,
  );
}

/** The last day of some months of which a request was read; null where none was. */
function lastDayRead(
  inputs: readonly {readonly firstSecond: number | null; readonly lastSecond: number | null}[],
  months: readonly string[],
  timeZone: string,
): string | null {
  const [from, until] = secondsOf(months, timeZone);
  const own = inputs.flatMap(({firstSecond, lastSecond}) => {
    const isWithin = firstSecond !== null && lastSecond !== null && firstSecond < until && lastSecond >= from;
    return isWithin ? [Math.min(lastSecond, until - 1)] : [];
  });
  return own.length === 0 ? null : dayAt(Math.max(...own) * 1000, timeZone);
}
