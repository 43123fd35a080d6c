import {existsSync, readFileSync, statSync} from "node:fs";
import {resolve} from "node:path";
import {sha256} from "../../base/sha256.ts";
import {readBlacklist} from "../../methodology/decisions/read.ts";
import {type DecisionRow, keyOf} from "../../methodology/decisions/resolve.ts";
import {mostClickSeconds} from "../../methodology/judge/double-clicks.ts";
import {afterDecisions, type ReviewedClient} from "../../report/review.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {namedFiles} from "../files/named-files.ts";
import type {Attendance} from "../listener.ts";
import {secondsOf} from "../store/judge.ts";
import {withCatalogue} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {blacklistPath, decisionsFor} from "./blacklist.ts";
import {clientOf, DecidedClients, decidedClientIn, isOneClient} from "./decided.ts";
import {type Surveyed, type SurveyRequest, surveyClients} from "./survey.ts";

/** A survey, and by which numbers its clients are known: of an address they say nothing. */
export interface NumberedSurvey extends Surveyed {
  /** As text, in step with the clients of the review. */
  readonly numbers: readonly string[];
}

interface Kept {
  readonly basis: string;
  /** Of the blacklist. */
  readonly sha256: string;
  /** Of its rows about others than the clients of the survey. */
  readonly others: string;
  readonly survey: NumberedSurvey;
}

/** How long a survey is kept that nobody asks for: there are addresses in it. */
const mostIdleMs = 3_600_000;

/**
 * Surveys that were made, for as long as they are of what there is: the same logs, settings and lists, and the same months closed.
 *
 * What is decided about their clients meanwhile, by whomever, is worked into them; what is decided about others makes them old.
 */
export class KeptSurveys {
  readonly #kept = new Map<string, Kept>();
  readonly #mostClients: number;
  readonly #idleMs: number;
  #timer: NodeJS.Timeout | null = null;

  /** @param limits `mostClients`: of all that are kept; one survey is kept, however large. Those that were not asked for the longest go first. */
  constructor({mostClients = 20_000, idleMs = mostIdleMs} = {}) {
    this.#mostClients = mostClients;
    this.#idleMs = idleMs;
  }

  /**
   * The survey as it is now; null where it has to be made.
   *
   * @throws {UserError} BLACKLIST_REFUSED
   */
  async find(store: Store, request: SurveyRequest): Promise<NumberedSurvey | null> {
    const name = nameOf(request);
    const kept = this.#kept.get(name);
    if (kept === undefined) return null;
    const now = kept.basis === (await basisOf(store, request)) ? afterFile(kept, store.workspace, request) : null;
    this.#kept.delete(name);
    if (now === null) return null;
    this.#kept.set(name, now);
    this.#wait();
    return now.survey;
  }

  /** Makes a survey, and keeps it. @throws {UserError} as `surveyClients` */
  async make(store: Store, request: SurveyRequest, attendance: Attendance = {}): Promise<NumberedSurvey> {
    const {workspace} = store;
    const {months} = request.period;
    const basis = await basisOf(store, request);
    const before = {sha256: hashOf(workspace, months), rows: decisionsFor(workspace, months)};
    const surveyed = await surveyClients(store, request, attendance);
    const numbers = surveyed.review.clients.map((client) => clientOf(client, workspace.key));
    const others = othersIn(before.rows, numbers, workspace.key);
    const name = nameOf(request);
    this.#kept.delete(name);
    const survey = {...surveyed, numbers};
    this.#kept.set(name, {basis, sha256: before.sha256, others, survey});
    this.#bound();
    this.#wait();
    return survey;
  }

  /** Forgets all of them, and the addresses in them. */
  forget(): void {
    this.#kept.clear();
  }

  #wait(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.forget(), this.#idleMs).unref();
  }

  #bound(): void {
    let clients = 0;
    for (const [name, {survey}] of [...this.#kept].reverse()) {
      const {length} = survey.numbers;
      clients += length;
      if (clients > this.#mostClients && clients > length) this.#kept.delete(name);
    }
  }
}

function nameOf({period, owners, site}: SurveyRequest): string {
  return JSON.stringify([period.months, owners, site]);
}

/** What a survey is made from, but for the blacklist. */
async function basisOf(store: Store, {period, owners}: SurveyRequest): Promise<string> {
  const {config, folder} = store.workspace;
  const [from, until] = secondsOf(period.months, config.timeZone);
  const lists = [
    ...namedFiles(config).filter(([, code]) => code !== "BLACKLIST_REFUSED"),
    ...(owners ? [[owners]] : []),
  ];
  const files = lists.map(([name]) => {
    const path = resolve(folder, name!);
    if (!existsSync(path)) return [name];
    const {size, mtimeMs, ino} = statSync(path);
    return [name, size, mtimeMs, ino];
  });
  const settings = JSON.stringify(config, (key, value) => (key === "blacklist" ? undefined : value));
  const read = await withCatalogue(store, (catalogue) => {
    const seals = catalogue.seals();
    const parts = catalogue.parts(from, until + mostClickSeconds);
    const books = catalogue.books(period.months).map(({file}) => file);
    return [parts.map((part) => [part, seals.get(part.file)]), books, [...catalogue.closedMonths()]];
  });
  return sha256(JSON.stringify([settings, files, read]));
}

/** The survey with what the blacklist says now; null where that takes more than to work out what the clients' decisions change. */
function afterFile(kept: Kept, workspace: Workspace, {period}: SurveyRequest): Kept | null {
  const hash = hashOf(workspace, period.months);
  if (hash === kept.sha256) return kept;
  const path = blacklistPath(workspace, period.months);
  // Rows that contradict each other are refused before anything is told of them.
  if (path !== null) readBlacklist(path);
  const rows = decisionsFor(workspace, period.months);
  if (othersIn(rows, kept.survey.numbers, workspace.key) !== kept.others) return null;
  const decided = DecidedClients.read(workspace, period.months);
  const {review} = kept.survey;
  const made = new Map<string, ReviewedClient["decision"]>();
  for (const [place, {entry, decision: before}] of review.clients.entries()) {
    const number = kept.survey.numbers[place]!;
    const decision = decided.about(number, period);
    if (JSON.stringify(decision) === JSON.stringify(before)) continue;
    if (!decided.isThroughout(number, period.months)) return null;
    made.set(entry, decision);
  }
  return {...kept, sha256: hash, survey: {...kept.survey, review: afterDecisions(review, made)}};
}

function hashOf(workspace: Workspace, months: readonly string[]): string {
  const path = blacklistPath(workspace, months);
  return path === null || !existsSync(path) ? "" : sha256(readFileSync(path));
}

function othersIn(rows: readonly DecisionRow[], numbers: readonly string[], key: string): string {
  const own = new Set(numbers);
  const others = rows.filter(({who}) => !isOneClient(who) || !own.has(decidedClientIn(who, key)));
  return sha256(
    JSON.stringify(
      others.map(({who, from, until, decision, decidedOn}) => [keyOf(who), from, until, decision, decidedOn]),
    ),
  );
}
