import {z} from "zod";
import {isHostName} from "../../base/address.ts";
import {hostNamed} from "../host.ts";
import {areasSetting} from "./areas.ts";
import {pageFurnitureSetting} from "./methodology.ts";
import {configPath} from "./path.ts";

const hostError =
  'must be a host like shop.example, one with stars like "*.shop.example", or a port like 8080; "-" is no host at all';

/** As they are compared: small letters; `*:8080` of a port alone. */
const host = z
  .union([z.number().int().min(1).max(65535), z.string()], {error: hostError})
  .refine((given) => typeof given === "number" || isHostPattern(given.trim()), {error: hostError, abort: true})
  .refine((given) => !/^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/.test(String(given).trim()), {
    error:
      "must be a host's name: an address is kept as no host, it may be a reader's; name such a site by its logs, in files",
    abort: true,
  })
  .refine((given) => !/^\*?:?(?:80|443)$/.test(String(given).trim()), {
    error: "must be another port: what comes by 80 and 443 is one site, whatever its host",
    abort: true,
  })
  .transform((given) => {
    if (typeof given === "number") return `*:${given}`;
    const text = given.trim();
    if (text === "-" || text === "*") return text;
    return text.startsWith(":") ? `*${text}` : (hostNamed(text) ?? text);
  });

const some = <Item extends z.ZodType>(item: Item) =>
  z.union([item.transform((one) => [one]), z.array(item).min(1)], {error: hostError});

const described = z.strictObject({
  hosts: some(host).optional(),
  same: some(host).optional(),
  files: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
      error: "must be the name of a log, or a pattern like shop*.log, or a list of them",
    })
    .transform((given) => [given].flat())
    .optional(),
  sections: areasSetting.optional(),
  departments: configPath.optional(),
  pageFurniture: pageFurnitureSetting.optional(),
});

/** A site that a publisher names: its hosts, and logs whose lines are all of it. */
export interface NamedSite {
  /** Without a star a host as it is compared, with one a pattern; `-` for requests that name none. */
  readonly hosts: readonly string[];
  /** Patterns of the names of logs. */
  readonly files: readonly string[];
  /** What it says of itself, in the place of what is said of all sites; undefined where it says nothing. */
  readonly own: Omit<z.output<typeof described>, "hosts" | "same" | "files">;
}

const entry = z
  .union([some(host).transform((hosts) => ({hosts})), described], {
    error: 'must be hosts, like [press.example, "*.press.example"], or {hosts: press.example, files: press*.log}',
  })
  .transform((given): NamedSite => {
    const {hosts = [], same = [], files = [], ...own}: Partial<z.output<typeof described>> = given;
    return {hosts: [...new Set([...hosts, ...same])], files, own};
  })
  .refine(({hosts, files}) => hosts.length + files.length > 0, {error: "must name hosts or files", abort: true});

const siteName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/, "must be a short name in lower case, like shop");

const named = z.record(siteName, entry).superRefine((sites, context) => {
  const known = new Map<string, string>();
  // Where one of them is refused, what is here is not what it will be.
  const whole = Object.entries(sites).every(([, site]) => Array.isArray(site?.hosts) && Array.isArray(site.files));
  for (const [name, {hosts, files}] of whole ? Object.entries(sites) : []) {
    for (const one of [...hosts, ...files.map((file) => `file ${file}`)]) {
      const other = known.get(one);
      if (other === undefined) known.set(one, name);
      else context.addIssue({code: "custom", path: [name], message: `must not name ${one}, which is of ${other}`});
    }
  }
});

/** The settings of one of them, by their place in it. */
export const siteSettings = {
  "sites.*": Object.keys(described.shape),
  "sites.*.pageFurniture": Object.keys(pageFurnitureSetting.shape),
};

/** The name of a site on the web. */
export const siteHost = z
  .string()
  .refine(isHostName, {error: "must be the name of a site, like www.example.org"})
  .toLowerCase();

/** The hosts of one's own, which are one site; or sites by their names, with the hosts and logs of each. */
export const sitesSetting = z.preprocess(
  // All of them may be commented out.
  (value) => value ?? [],
  z.union([z.array(siteHost), named], {
    error: "must be a list of hosts of one's own, like [press.example], or names with hosts, like {shop: shop.example}",
  }),
);

/** What `broadsheet.yaml` says of sites. */
export type SitesSetting = z.output<typeof sitesSetting>;

/** The sites that have names, which a list of hosts does not give. */
export function namedIn(setting: SitesSetting): readonly (readonly [name: string, site: NamedSite])[] {
  return Array.isArray(setting) ? [] : Object.entries(setting);
}

function isHostPattern(text: string): boolean {
  return /^(?:-|:\d{1,5}|[\p{L}\p{N}_*][\p{L}\p{N}_*.-]{0,252}(?::\d{1,5})?)$/u.test(text);
}
