import {createHash} from "node:crypto";

/** What a collection calls its agents. */
export const callings = ["robots", "browsers"] as const;

/** What a collection calls its agents. */
export type Calling = (typeof callings)[number];

/** Agents that some project keeps for its tests. */
export interface Collection {
  readonly name: string;
  readonly calling: Calling;
  /** Was it taken in as a whole only to be counted, so that none of its agents was ever looked at? */
  readonly isUnseen: boolean;
  /** Different ones. */
  readonly agents: readonly string[];
}

/** Agents by who may have looked at them when the list `broadsheet` was made. */
export interface Parts {
  readonly all: readonly string[];
  readonly lookedAt: readonly string[];
  /** The half, by a hash, of the older collections that nobody looked at. */
  readonly heldOut: readonly string[];
  /** Those of collections that nobody looked at, unless an older collection has them too. */
  readonly unseen: readonly string[];
  /** Whatever nobody looked at. */
  readonly untouched: readonly string[];
}

/** Agents whose collection calls them by a name that we do not share: see docs/robots.md#how-well-the-lists-do. */
const disputed: Readonly<Record<Calling, readonly RegExp[]>> = {
  robots: [
    // A download program or a toolbar in a person's browser, small browsers, what a browser runs in, a translator, an app
    // for talk in a window of its own.
    /QQDownload|StumbleUpon|OffByOne|NetSurf|BrowseX|Bromium|ucweb|Yandex\.Translate|Slack_SSB/,
  ],
  browsers: [
    // Robots by their own word.
    /bot\/\d|Google Page Speed|Wireless Transcoder|link.?(?:check|valid)|HTTP ?Client|Mobile-Gateway|Paros\//i,
    // Programs that drive a browser.
    /Headless|PhantomJS|SlimerJS|CasperJS/,
    // Programs of an office and of mail; what an app fetches without showing it.
    /ms-office|MSOffice|Outlook|Thunderbird\/|CFNetwork\/|; Scale\/\d|GOGGalaxyClient\//,
    // What no browser sends: the name of the header, Chrome without its engine.
    /^User-?Agent:|^Mozilla\/5\.0 \([^()]+\) Chrome\/[\d.]+$/i,
  ],
};

/** Is the agent, to us, what its collection calls it? */
export function isUndisputed(agent: string, calling: Calling): boolean {
  return !disputed[calling].some((one) => one.test(agent));
}

/** Is the agent of the half that nobody looks at who changes the list `broadsheet`? */
export function isHeldOut(agent: string): boolean {
  return createHash("sha256").update(`broadsheet 2026\n${agent}`).digest()[0]! % 2 === 1;
}

/** Which agents do the collections call so: each once, and none that another collection calls otherwise? */
export function together(collections: readonly Collection[], calling: Calling): Parts {
  const of = (isTaken: (one: Collection) => boolean) =>
    new Set(collections.filter(isTaken).flatMap(({agents}) => agents));
  const others = of((one) => one.calling !== calling);
  const older = of(({isUnseen}) => !isUnseen);
  const all = [...of((one) => one.calling === calling)].filter((agent) => !others.has(agent));
  const lookedAt = all.filter((agent) => older.has(agent) && !isHeldOut(agent));
  const heldOut = all.filter((agent) => older.has(agent) && isHeldOut(agent));
  const unseen = all.filter((agent) => !older.has(agent));
  return {all, lookedAt, heldOut, unseen, untouched: [...heldOut, ...unseen]};
}

/** Which agents does one collection call robots, and another browsers? */
export function contradicted(collections: readonly Collection[]): string[] {
  const [robots, browsers] = callings.map(
    (calling) => new Set(collections.filter((one) => one.calling === calling).flatMap(({agents}) => agents)),
  ) as [Set<string>, Set<string>];
  return [...robots.intersection(browsers)];
}
