import type {BuiltInListName} from "../workspace/config-robots.ts";
import type {ReaderRule} from "./reader-rule.ts";

/** A methodology as it is before a publisher changes anything in it. */
export interface Preset {
  readonly methods: readonly string[];
  readonly statuses: readonly number[];
  readonly graphics: readonly string[];
  readonly pageFurniture: {readonly extensions: readonly string[]; readonly paths: readonly string[]};
  readonly robots: {
    readonly lists: readonly BuiltInListName[];
    readonly askedForRobotsTxt: boolean;
    readonly nominated: boolean;
  };
  readonly reader: ReaderRule;
  readonly heavyReaders: {readonly documents: number; readonly months?: string | undefined} | false;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Every methodology by its name. */
export const presets: Readonly<Record<"central-task", Preset>> = {
  "central-task": {
    methods: ["GET"],
    statuses: [200, 304],
    graphics: words("gif jpg jpeg jpe png apng bmp webp avif svg svgz ico cur tif tiff heic heif xbm jxl"),
    pageFurniture: {
      extensions: words("css js mjs map json wasm woff woff2 ttf otf eot swf class rss atom xml webmanifest"),
      // A path that ends in a slash means everything below it.
      paths: ["/robots.txt", "/ads.txt", "/.well-known/"],
    },
    robots: {lists: ["isbot", "crawler-user-agents", "broadsheet"], askedForRobotsTxt: true, nominated: false},
    reader: {ipv6: 64, byAgent: false},
    heavyReaders: {documents: 1000},
  },
};
