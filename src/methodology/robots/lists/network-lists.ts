import {z} from "zod";
import {isTooWide, parseNetwork} from "../../../base/address.ts";
import {quoted} from "../../../workspace/sheet/cell.ts";
import {linesOf, refusedList} from "./list-file.ts";
import {newestDay} from "./newest-day.ts";
import type {ListContent, RobotListFormat} from "./robot-list.ts";

const published = z.looseObject({
  creationTime: z.string().optional(),
  prefixes: z.array(z.looseObject({ipv4Prefix: z.string().optional(), ipv6Prefix: z.string().optional()})).min(1),
});

/** The addresses of a robot as Google, Bing, OpenAI and others publish them: `{"prefixes": [{"ipv4Prefix": "…"}, …]}`. */
export const publishedNetworks: RobotListFormat = {
  name: "prefixes",
  setting: "networks",
  fits: ({json}) => published.safeParse(json).success,
  read: ({path, json}) => {
    const {prefixes, creationTime = ""} = published.parse(json);
    const networks = prefixes.flatMap(({ipv4Prefix, ipv6Prefix}) => [ipv4Prefix ?? [], ipv6Prefix ?? []].flat());
    return contentOf(
      networks.map((text) => ({text, line: null})),
      newestDay(creationTime),
      path,
    );
  },
};

/** One address or network a line. `#` begins a comment, on a line of its own or behind the network. */
export const plainNetworks: RobotListFormat = {
  name: "networks",
  setting: "networks",
  fits: ({json, text}) => json === undefined && entriesOf(text).every((entry) => parseNetwork(entry.text) !== null),
  read: ({path, text}) => contentOf(entriesOf(text), newestDay((text.match(/#.*/g) ?? []).join("\n")), path),
};

interface Entry {
  readonly text: string;
  /** Null where it is not known. */
  readonly line: number | null;
}

function entriesOf(text: string): Entry[] {
  return linesOf(text).map((one) => ({...one, text: one.text.replace(/\s*#.*$/, "")}));
}

function contentOf(entries: readonly Entry[], day: string | null, path: string): ListContent {
  if (entries.length === 0) throw refusedList("the list has no network", "fetch the list again", path);
  for (const {text, line} of entries) {
    const network = parseNetwork(text);
    if (network === null) {
      const help = "write it like 192.0.2.10, 198.51.100.0/24 or 2001:db8::/48";
      throw refusedList(`${quoted(text)} is no address or network`, help, path, line ?? undefined);
    }
    if (isTooWide(network)) {
      const help = "list the narrower networks in it";
      throw refusedList(`the network ${text} is too wide to be looked for`, help, path, line ?? undefined);
    }
  }
  const networks = [...new Set(entries.map(({text}) => text))];
  return {entryCount: networks.length, networks, newestDay: day, isRobot: () => false};
}
