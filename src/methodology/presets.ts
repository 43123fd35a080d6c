import {furnitureEndings, graphicEndings} from "../base/paths/endings.ts";
import type {MethodologyName} from "../workspace/config/methodology.ts";
import type {BuiltInListName} from "../workspace/config/robots.ts";
import type {ReaderRule} from "./reader-definition.ts";
import type {Status} from "./rules/status.ts";

/** What a rule goes by that looks at paths: endings without the dot; a path that ends in a slash means all below it. */
interface ByPath {
  readonly extensions: readonly string[];
  readonly paths: readonly string[];
}

/** A methodology as it is before a publisher changes anything in it. */
export interface Preset {
  /** Which rules run, by their ids. */
  readonly rules: readonly string[];
  readonly methods: readonly string[];
  readonly statuses: readonly Status[];
  readonly graphics: readonly string[];
  readonly pageFurniture: ByPath;
  readonly notPages: ByPath;
  readonly robots: {
    readonly lists: readonly BuiltInListName[];
    readonly askedForRobotsTxt: boolean;
    readonly nominated: boolean;
  };
  readonly reader: ReaderRule;
  readonly heavyReaders: {readonly documents: number; readonly months?: string | undefined} | false;
  readonly doubleClicks: {readonly seconds: number} | false;
  /** Endings of paths that tell formats of one item apart, not items. */
  readonly formats: readonly string[];
  /** Ids of the measures that it has beside those of every methodology. */
  readonly measures: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const centralTask: Preset = {
  rules: words("not-get not-successful graphics page-furniture developers blacklisted robots heavy-readers"),
  methods: ["GET"],
  statuses: [200, 304],
  graphics: graphicEndings,
  pageFurniture: {
    extensions: furnitureEndings,
    paths: ["/robots.txt", "/ads.txt", "/.well-known/"],
  },
  // Runs only where it is asked for: a text to take home is a document.
  notPages: {extensions: [], paths: []},
  robots: {lists: ["isbot", "crawler-user-agents", "broadsheet"], askedForRobotsTxt: true, nominated: false},
  reader: {ipv6: 64, byAgent: false},
  heavyReaders: {documents: 1000},
  doubleClicks: false,
  formats: [],
  measures: [],
};

/** COUNTER goes by what clients say of themselves: no limit, and nothing that they asked for besides. */
const counter: Preset = {
  ...centralTask,
  rules: words("not-get not-successful graphics page-furniture developers blacklisted robots double-clicks"),
  robots: {...centralTask.robots, askedForRobotsTxt: false},
  reader: {ipv6: 128, byAgent: true},
  heavyReaders: false,
  doubleClicks: {seconds: 30},
  formats: words("html htm xhtml shtml pdf epub mobi azw3 txt md ps djvu doc docx odt rtf"),
  measures: ["total-item-requests", "unique-item-requests", "sessions"],
};

const wikimedia: Preset = {
  ...centralTask,
  rules: words("not-successful graphics page-furniture not-pages developers blacklisted robots"),
  notPages: {
    extensions: [
      ...words("pdf ps epub mobi azw3 djvu txt text md csv tsv tex bib doc docx odt rtf xls xlsx ods ppt pptx odp"),
      ...words("zip gz tgz bz2 xz zst 7z rar tar iso img dmg exe msi deb rpm apk jar bin torrent asc sig sha256"),
      ...words("mp3 ogg oga opus wav flac aac m4a mp4 m4v ogv webm avi mov mkv mpg mpeg wmv flv ics vcf"),
    ],
    paths: ["/api.php", "/w/api.php", "/w/rest.php/", "/api/"],
  },
  robots: {lists: ["wikimedia"], askedForRobotsTxt: false, nominated: false},
  reader: {ipv6: 128, byAgent: true},
  heavyReaders: false,
  measures: ["pageviews"],
};

/** GoAccess as it is installed: it leaves out next to nothing. */
const goaccess: Preset = {
  ...centralTask,
  rules: ["not-successful"],
  statuses: ["1xx", "2xx", "3xx", "5xx"],
  robots: {lists: [], askedForRobotsTxt: false, nominated: false},
  reader: {ipv6: 128, byAgent: true},
  heavyReaders: false,
  notPages: {
    extensions: [
      ...words(
        "css js jpg png gif ico jpeg pdf csv mpeg mpg swf woff woff2 xls xlsx doc docx ppt pptx txt zip ogg mp3 mp4",
      ),
      ...words("exe iso gz rar svg bmp tar tgz tiff tif ttf flv dmg xz zst"),
    ],
    paths: [],
  },
  measures: ["daily-visitors", "hits", "static-hits"],
};

/** Every methodology by its name. */
export const presets: Readonly<Record<MethodologyName, Preset>> = {
  "central-task": centralTask,
  "counter-5.1": counter,
  wikimedia,
  goaccess,
};
