import type {PathPattern} from "../base/paths/pattern.ts";
import type {MethodologyName} from "../workspace/config/methodology.ts";
import type {ListEntry} from "./decisions/entry.ts";
import type {FeedPaths} from "./feeds/match.ts";
import type {ReaderRule} from "./reader-definition.ts";
import type {RobotList} from "./robots/lists/robot-list.ts";
import type {ByPath} from "./rules/path-match.ts";
import type {Status} from "./rules/status.ts";

/** Who is a reader and what is a document, resolved: a preset and what the publisher changed in it. */
export interface Methodology {
  readonly name: MethodologyName;
  /** The ids of the rules that run. */
  readonly rules: ReadonlySet<string>;
  readonly methods: readonly string[];
  readonly statuses: readonly Status[];
  /** Extensions in lower case, without the dot. */
  readonly graphics: ReadonlySet<string>;
  readonly pageFurniture: ByPath & {
    /** Which groups of what is known of common systems are furniture, too, and of which day the list is. */
    readonly known: {readonly version: string; readonly groups: ReadonlySet<string>};
  };
  /** What is furniture of sites that say so themselves, by their names. */
  readonly siteFurniture: ReadonlyMap<string, Methodology["pageFurniture"]>;
  /** What is no page: the rule leaves it out where it runs. */
  readonly notPages: ByPath;
  /** What a feed is; requests for one are left out where the rule runs. */
  readonly feeds: FeedPaths;
  /** Addresses, networks and host names. */
  readonly developers: readonly string[];
  readonly blacklist: readonly ListEntry[];
  /** Countries and networks of the routing table that are left out of some months. */
  readonly leftOut: readonly LeftOutPlace[];
  readonly robots: {
    readonly lists: readonly RobotList[];
    readonly askedForRobotsTxt: boolean;
    readonly nominated: boolean;
    /** Is a client that names no agent a robot? */
    readonly withoutAgent: boolean;
  };
  readonly reader: ReaderRule;
  /** Null when the rule is switched off; `months` null when it runs in every month. */
  readonly heavyReaders: {readonly documents: number; readonly months: readonly string[] | null} | null;
  /** Null when the rule is switched off. */
  readonly doubleClicks: {readonly seconds: number} | null;
  /** How files that are taken home are counted; null where they are not told from other documents. The same in all months. */
  readonly downloads: DownloadRule | null;
  /** How sound and film are counted that people listen to and see; null where they are not told from other documents. The same in all months. */
  readonly listening: ListeningRule | null;
  /** Endings that tell formats of one item apart. */
  readonly formats: ReadonlySet<string>;
  /** Ids of the measures that it has beside those of every methodology. */
  readonly measures: readonly string[];
  /** What holds when, where rules change over time: all months, in order; empty where nothing changes. */
  readonly stretches: readonly DatedRules[];
}

/** What is a download? */
export interface DownloadRule {
  readonly files: readonly PathPattern[];
  /** Parts alone are one from so many bytes on. */
  readonly leastBytes: number;
  /** Are such files no documents? */
  readonly apart: boolean;
}

/** What is listening and viewing? */
export interface ListeningRule {
  readonly audio: readonly PathPattern[];
  readonly video: readonly PathPattern[];
  /** A minute of what is in no table of episodes is taken for so many bytes. */
  readonly leastBytes: {readonly audio: number; readonly video: number};
  /** By document. */
  readonly episodes: ReadonlyMap<string, Episode>;
  /** Are such files no documents? */
  readonly apart: boolean;
}

/** How long a file of sound or film is. */
export interface Episode {
  readonly seconds: number;
  readonly bytes: number;
  /** Bytes before the sound begins, of a picture of the cover mostly. */
  readonly header: number;
}

/** Months in which one set of rules holds. */
export interface DatedRules {
  /** `YYYY-MM`; null for the first there is. */
  readonly from: string | null;
  /** `YYYY-MM`, inclusive; null for good. */
  readonly until: string | null;
  /** Without stretches of its own. */
  readonly methodology: Methodology;
}

/** A country, a network of the routing table, or what of the one is in the other. */
export interface LeftOutPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** `AS64500`. */
  readonly network: string | null;
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
}
