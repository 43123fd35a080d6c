import {z} from "zod";
import {canonicalClient} from "../base/client-name.ts";
import type {QueryCondition} from "../base/paths/query.ts";
import {type UnreadCause, unreadKinds} from "../workspace/quarantined.ts";
import {readerId} from "../workspace/reader-id.ts";
import type {ClientCounts} from "./line/client-counts.ts";
import type {ReadingPlan} from "./line/input-lines.ts";
import {isInside} from "./line/inside.ts";
import {type ClientJudgement, insidePool} from "./line/judge-clients.ts";
import type {ReadingSettings} from "./line/plan.ts";
import {proxiesNamed} from "./proxies/all-proxies.ts";

const texts = z.array(z.string()).readonly();
const count = z.number().int().min(0);
const family = z.object({requests: count, shortened: count, networks: count});
const query = z.object({
  names: texts,
  conditions: z
    .array(z.object({name: z.string(), value: z.string().nullable(), text: z.string(), isOfDocument: z.boolean()}))
    .readonly(),
});
const settings = z.object({
  format: z.string().nullable(),
  client: texts.nullable(),
  trustedProxies: texts,
  // What was read before queries could be kept has nothing of them.
  query: query.nullable().default(null),
});

const shape = z.object({
  said: settings,
  bySettings: settings,
  two: z.enum(["first", "second"]),
  order: texts,
  trusted: texts,
  everybody: texts,
  better: z.string().nullable(),
  shortened: z.array(z.union([z.literal(4), z.literal(6)])).readonly(),
  clients: z.object({
    requests: count,
    nameless: count,
    inside: count,
    insideClients: count.default(0),
    proxies: z.record(z.string(), count),
    most: count,
    mostClient: z.string().nullable(),
    usualAgents: count,
    mostAgent: count.default(0),
    agent: z.string().nullable().default(null),
    zoneless: count.default(0),
    ipv4: family,
    ipv6: family,
  }),
  unread: z
    .object({kind: z.enum(unreadKinds), name: z.string().max(200).nullable()})
    .readonly()
    .nullable()
    .default(null),
});

/** How an input was read: what was said of it, what was found, and whose its requests are. */
export interface RecordedReading {
  /** What was in force. */
  readonly said: ReadingSettings;
  /** What broadsheet.yaml said, which a command may have said otherwise. */
  readonly bySettings: ReadingSettings;
  /** Of two addresses at the beginning of a line, which was the client? */
  readonly two: ReadingPlan["client"];
  /** Where clients were looked for, the first that holds one. */
  readonly order: readonly string[];
  readonly trusted: readonly string[];
  /** As `ReadingPlan` has them, but for an address that may be a reader's: of that only the keyed hash, behind a `#`. */
  readonly everybody: readonly string[];
  readonly shortened: readonly (4 | 6)[];
  /** Another field of the lines that holds addresses of more clients; null where none does. */
  readonly better: string | null;
  readonly clients: ClientCounts;
  /** What its lines that could not be read seem to be; null where that is not known, or there are none. */
  readonly unread: UnreadCause | null;
}

/** What the catalogue's text says; null where it has none, as for inputs that an earlier Broadsheet read. */
export function readingIn(text: string | null): RecordedReading | null {
  return text === null ? null : shape.parse(JSON.parse(text));
}

/** Is it such a text? Others than this program may have written it. */
export function isReading(text: string): boolean {
  try {
    return shape.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** The text that the catalogue keeps. @param clients As it is recorded; see {@link discreetClient}. */
export function recordReading(
  plan: ReadingPlan,
  clients: ClientCounts,
  {said, bySettings, unread}: Pick<RecordedReading, "said" | "bySettings" | "unread">,
  key: string,
): string {
  const recorded: RecordedReading = {
    said,
    bySettings,
    two: plan.client,
    order: plan.order,
    trusted: plan.trusted.map((one) => (said.trustedProxies.includes(one) ? one : discreetClient(one, key))),
    everybody: plan.everybody.map((client) => discreetClient(client, key)),
    shortened: plan.shortened,
    better: plan.better,
    clients,
    unread,
  };
  return JSON.stringify(recorded);
}

const hashMark = "#";

/** A client as it may be kept: an address that may be a reader's as its keyed hash alone. */
export function discreetClient(client: string, key: string): string {
  if (client === insidePool || proxiesNamed(client) || isInside(client) || client.startsWith(hashMark)) return client;
  return `${hashMark}${readerId(canonicalClient(client), key).toString(16)}`;
}

/** The clients that were recorded, found again among some; null where one of them is not there. */
export function foundAgain(recorded: readonly string[], among: Iterable<string>, key: string): string[] | null {
  const known = recorded.some((client) => client.startsWith(hashMark))
    ? new Map([...among].map((client) => [discreetClient(client, key), client]))
    : new Map<string, string>();
  const found = recorded.map((client) => (client.startsWith(hashMark) ? known.get(client) : client));
  return found.every((client) => client !== undefined) ? found : null;
}

/** Do both say the same of which clients are none? */
export function isReadAlike(one: ClientJudgement, other: ClientJudgement): boolean {
  const told = ({everybody, shortened}: ClientJudgement): string => JSON.stringify([everybody, shortened]);
  return told(one) === told(other);
}

function conditionText({text, isOfDocument}: QueryCondition): string {
  return `${isOfDocument ? "" : "~"}${text}`;
}

/** Do both say the same of how logs are to be read? */
export function isSameSettings(one: ReadingSettings, other: ReadingSettings): boolean {
  const told = ({format, client, trustedProxies, query}: ReadingSettings): string =>
    JSON.stringify([format, client, trustedProxies, query && [query.names, query.conditions.map(conditionText)]]);
  return told(one) === told(other);
}
