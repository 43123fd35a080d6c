import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Hono} from "hono";
import {memoryCache} from "../../src/publish/site/archive/cache.ts";
import {knownHosts} from "../../src/serve/guards/host.ts";
import {publicApp} from "../../src/serve/public/app.ts";
import {readServedSite, type ServedSite} from "../../src/serve/public/served-site.ts";
import type {Press} from "../publish/site/archive-fixture.ts";
import {fullPress} from "../publish/site/built.ts";

/** An archive with something of everything, and the application that shows it. */
export interface ServedPress {
  readonly folder: string;
  readonly press: Press;
  readonly site: ServedSite;
  readonly app: Hono;
  /** What was told of bugs. */
  readonly bugs: unknown[];
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  readonly remove: () => void;
}

export const origin = "https://readership.example.org";

/** @param prepare May take things away before they are read. */
export async function servePress(prepare: (press: Press) => void = () => {}): Promise<ServedPress> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-serve-"));
  const press = fullPress(folder);
  prepare(press);
  const settings = {publication: "The Example Press", language: "en", address: null} as const;
  const site = await readServedSite(press.published, settings, memoryCache());
  const bugs: unknown[] = [];
  const isKnownHost = knownHosts({host: "127.0.0.1", port: 8080}, [origin]);
  const app = publicApp({site: () => site, isKnownHost, onBug: (fault) => bugs.push(fault)});
  const get = async (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`http://127.0.0.1:8080${path}`, init));
  return {folder, press, site, app, bugs, get, remove: () => rmSync(folder, {recursive: true, force: true})};
}

/** A path and query that each route answers, by its id. */
export const examples: Readonly<Record<string, string>> = {
  getOverview: "/api/v1",
  listFigures: "/api/v1/figures",
  getFigure: "/api/v1/figures/readers?from=2004-01&until=2004-06&compare=year-ago",
  getVintages: "/api/v1/figures/readers/vintages",
  listTables: "/api/v1/tables",
  getTable: "/api/v1/tables/departments?edition=2004-H2",
  listEditions: "/api/v1/editions",
  getEdition: "/api/v1/editions/2004-H2",
  listErrata: "/api/v1/errata",
  getErratum: "/api/v1/errata/2004-H2/1",
  listMethodologies: "/api/v1/methodology",
  getMethodology: `/api/v1/methodology/${"7a".repeat(32)}`,
  getDescription: "/api/v1/openapi.json",
  explore: "/explore/?figure=readers&from=2004-07&until=2005-06&compare=year-ago",
  exploreTables: "/explore/tables/?table=departments&edition=2005-H1&beside=2004-H1",
  embedSvg: "/embed/readers/chart.svg?edition=2004-H2",
  embedPage: "/embed/readers/",
  archive: "/series/readers.html",
};
