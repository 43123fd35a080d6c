import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {UserError} from "../base/error.ts";
import {sha256} from "../base/sha256.ts";
import {memoryCache} from "../publish/site/archive/cache.ts";
import {readServedSite, type ServedSite, type SiteSettings} from "./public/served-site.ts";

/** What is published now, read again when it changes. */
export interface CurrentSite {
  readonly now: () => ServedSite;
  /** Looks once whether something was published since. */
  readonly refresh: () => Promise<void>;
  /** Looks again and again from now on. */
  readonly watch: (everyMs?: number) => void;
  readonly end: () => void;
}

/** The same, where something may be published later: null until then. */
export interface LaterSite extends Omit<CurrentSite, "now"> {
  readonly now: () => ServedSite | null;
}

/** Told of what happens to what is published. */
export interface SiteListener {
  readonly changed: (site: ServedSite) => void;
  /** What is there now cannot be shown: what was there before still is. Told once for each fault. */
  readonly failed: (fault: unknown) => void;
}

const usualEveryMs = 10_000;

/**
 * Reads what was published, and goes on to do so.
 *
 * What is damaged never takes the place of what was whole. Nothing is remembered on the disk.
 *
 * @throws {UserError} Where it cannot be shown from the start: see {@link readServedSite}.
 */
export async function openCurrentSite(
  published: string,
  settings: SiteSettings,
  listener: SiteListener,
): Promise<CurrentSite> {
  const cache = memoryCache();
  let stamp: string | null = stampOf(published);
  let told = "";
  let site = await readServedSite(published, settings, cache);
  let timer: NodeJS.Timeout | null = null;
  let isBusy = false;
  const refresh = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      const now = stampOf(published);
      if (now === stamp) return;
      stamp = now;
      site = await readServedSite(published, settings, cache);
      told = "";
      listener.changed(site);
    } catch (fault) {
      // A file is mended without a trace in the folder above it: so it is tried again each time, and said once.
      stamp = null;
      const said = String(fault);
      if (said !== told) listener.failed(fault);
      told = said;
    } finally {
      isBusy = false;
    }
  };
  return {
    now: () => site,
    refresh,
    watch: (everyMs = usualEveryMs) => {
      timer ??= setInterval(() => void refresh(), everyMs);
    },
    end: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}

/**
 * Reads what was published, or waits until something is.
 *
 * @throws {UserError} As {@link openCurrentSite}, but for PUBLISHED_NONE.
 */
export async function openLaterSite(
  published: string,
  settings: SiteSettings,
  listener: SiteListener,
): Promise<LaterSite> {
  const open = async (): Promise<CurrentSite | null> => {
    try {
      return await openCurrentSite(published, settings, listener);
    } catch (fault) {
      if (fault instanceof UserError && fault.code === "PUBLISHED_NONE") return null;
      throw fault;
    }
  };
  let current = await open();
  let told = "";
  let timer: NodeJS.Timeout | null = null;
  const refresh = async (): Promise<void> => {
    if (current !== null) return current.refresh();
    try {
      current = await open();
      if (current !== null) listener.changed(current.now());
    } catch (fault) {
      if (String(fault) !== told) listener.failed(fault);
      told = String(fault);
    }
  };
  return {
    now: () => current?.now() ?? null,
    refresh,
    watch: (everyMs = usualEveryMs) => {
      timer ??= setInterval(() => void refresh(), everyMs);
    },
    end: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}

/** The same for as long as nothing is published or taken away: a folder that is sealed has its name when it is whole. */
function stampOf(published: string): string {
  if (!existsSync(published)) return "";
  const names = readdirSync(published).sort();
  const below = names.flatMap((name) => {
    const {mtimeMs, size, ino} = statSync(join(published, name), {throwIfNoEntry: false}) ?? {};
    return `${name} ${mtimeMs} ${size} ${ino}`;
  });
  return sha256(below.join("\n"));
}
