import {z} from "zod";
import {archiveAddress} from "./archive.ts";
import {configPath} from "./path.ts";

/** Where a server listens: an address of this machine, and a port. */
export interface ListenAddress {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

const form = /^(?:(?<host>localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|\[[0-9a-fA-F:.]{2,45}\]):)?(?<port>[0-9]{1,5})$/;

/** An address and a port, or a port alone, which is of this machine; undefined where the text is neither. */
export function listenAddress(text: string): ListenAddress | undefined {
  const {host = "127.0.0.1", port: digits} = form.exec(text)?.groups ?? {};
  const port = Number(digits ?? Number.NaN);
  return port <= 65_535 ? {host: host.replace(/[[\]]/g, ""), port} : undefined;
}

/** The site's own origin, as browsers write it; undefined where the text is none. */
function originOf(text: string): string | undefined {
  const address = archiveAddress(text);
  if (address === undefined) return undefined;
  const url = new URL(address);
  return url.pathname === "/" ? url.origin : undefined;
}

const originError = "must be the origin of a site, like https://example.org";
const listenError = "must be an address and a port, like 127.0.0.1:8080";

const origin = z
  .string()
  .max(300)
  .refine((text) => originOf(text) !== undefined, {error: originError})
  .transform((text) => originOf(text)!);

/** What a server is called from outside, and where it listens. */
export const listening = {
  origins: z
    .union([origin, z.array(origin).max(20)], {error: originError})
    .transform((given) => [given].flat())
    .default([]),
  listen: z
    .union([z.string(), z.number().int().min(0)], {error: listenError})
    .refine((given) => listenAddress(String(given)) !== undefined, {error: listenError})
    .transform((given) => listenAddress(String(given))!)
    .optional(),
};

const serve = z.strictObject(listening);

const desk = z.strictObject({
  ...listening,
  logFolders: z
    .union([configPath, z.array(configPath).max(100)], {
      error: "must be a folder, or a list of them, like [logs, /var/log/nginx]",
    })
    .transform((given) => [given].flat())
    .default([]),
});

/** The names of the settings of the server. */
export const serveSettingNames = Object.keys(serve.shape);

/** The names of the settings of the desk. */
export const deskSettingNames = Object.keys(desk.shape);

/** How the archive and the desk are served, and which folders the desk may read logs from. */
export const serveSettings = {
  serve: z.preprocess((value) => value ?? {}, serve),
  desk: z.preprocess((value) => value ?? {}, desk),
};
