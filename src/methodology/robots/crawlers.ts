import crawlers from "crawler-user-agents";
import type {RobotKind} from "./kind.ts";
import {tidyName} from "./names.ts";
import {indexTexts} from "./text-index.ts";

/** What an entry of crawler-user-agents says of an agent that it fits. */
export interface Crawler {
  readonly name: string;
  readonly kind: RobotKind;
  /** Where in the agent the text begins that it fits, and how many characters that has. */
  readonly place: number;
  readonly length: number;
}

interface Entry {
  readonly pattern: string;
  readonly tags?: readonly string[];
}

const kindByTag: Readonly<Record<string, RobotKind>> = {
  "search-engine": "search",
  seo: "seo",
  monitoring: "monitoring",
  "feed-reader": "feed-reader",
  "social-preview": "social-preview",
  archiver: "archive",
  advertising: "advertising",
  scanner: "scanner",
  "http-library": "library",
  "browser-automation": "automation",
  academic: "academic",
};

/** Patterns that their tags put where a publisher would not look for them. */
const kindByPattern: Readonly<Record<string, RobotKind>> = {
  "AppEngine-Google": "library",
  "Indy Library": "library",
  "WordPress\\/": "other",
};

/** Names for patterns that do not read as one. */
const nameByPattern: Readonly<Record<string, string>> = {
  "(sistrix|SISTRIX) [cC]rawler": "SISTRIX Crawler",
  "BlogTraffic\\/\\d\\.\\d+ Feed-Fetcher": "BlogTraffic",
  "Bark[rR]owler": "Barkrowler",
  "ContextualBot[\\s\\S]*outcomes\\.net": "ContextualBot",
  "Current[\\s\\S]*RSS Reader": "Current RSS Reader",
  "Livelap[bB]ot": "Livelapbot",
  "Mediapartners \\(Googlebot\\)": "Mediapartners-Google",
  "Netumo|netumo": "Netumo",
  "Riddler \\(http:\\/\\/riddler\\.io": "Riddler",
  "S[eE][mM]rushBot": "SemrushBot",
  "SSL Labs \\(https:\\/\\/www\\.ssllabs\\.com": "SSL Labs",
  "Spider[\\s\\S]*spider\\.com": "Spider",
  "Y!J": "Yahoo! Japan",
  Slurp: "Yahoo! Slurp",
  "[Cc]urebot": "Curebot",
  "[aA]cunetix": "Acunetix",
  "[cC]ludo": "Cludo",
  "[dD]ir[Bb]uster": "DirBuster",
  "[mM]echanize": "Mechanize",
  "[pP]ingdom": "Pingdom",
  "[wW]get": "Wget",
  "developers\\.google\\.com\\/\\+\\/web\\/snippet": "Google snippet fetcher",
  "https:\\/\\/developers\\.cloudflare\\.com\\/security-center\\/": "Cloudflare Security Center",
  "pinterest\\.com\\/bot": "Pinterestbot",
  "yandex\\.com\\/bots": "Yandex",
};

/** The kind that an entry's tags say; an AI crawler that is something else too is the more telling of the two. */
function kindOf(tags: readonly string[]): RobotKind {
  const kind = kindByTag[tags.find((tag) => tag in kindByTag) ?? ""] ?? "other";
  if (!tags.includes("ai-crawler")) return kind;
  if (kind === "search") return "ai-search";
  if (kind === "automation") return "ai-user";
  return kind === "other" || kind === "academic" ? "ai-training" : kind;
}

/** The text that a pattern stands for, where it stands for one text only. */
function literalOf(pattern: string): string | null {
  const special = pattern.replace(/\\[^a-z0-9]/gi, "");
  return /[\\^$.*+?()[\]{}|]/.test(special) ? null : pattern.replace(/\\(.)/g, "$1");
}

let finder: ((agent: string) => Crawler[]) | null = null;

/** Which entries of crawler-user-agents fit the agent? */
export function findCrawlers(agent: string): Crawler[] {
  // It takes long to make, and a report without a table of robots needs none.
  finder ??= makeFinder();
  return finder(agent);
}

function makeFinder(): (agent: string) => Crawler[] {
  const entries = (crawlers as readonly Entry[]).map(({pattern, tags = []}) => {
    const text = literalOf(pattern);
    return {
      pattern,
      text,
      kind: kindByPattern[pattern] ?? kindOf(tags),
      name: nameByPattern[pattern] ?? (text === null ? null : tidyName(text)),
    };
  });
  const findTexts = indexTexts(
    entries.flatMap(({text, name, kind}) => (text === null || name === null ? [] : [{text, name, kind}])),
  );
  // Tried one by one: together they would find the leftmost text, and not the most telling one.
  const expressions = entries.flatMap(({pattern, text, name, kind}) =>
    text === null ? [{expression: new RegExp(pattern), name, kind}] : [],
  );
  return (agent) => {
    const literal = findTexts(agent).map(({row: {text, name, kind}, place}) => ({
      name,
      kind,
      place,
      length: text.length,
    }));
    const other = expressions.flatMap(({expression, name, kind}) => {
      const found = expression.exec(agent);
      if (!found) return [];
      const [text] = found;
      return [{name: name ?? tidyName(text), kind, place: found.index, length: text.length}];
    });
    return [...literal, ...other];
  };
}
