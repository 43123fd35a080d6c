import {z} from "zod";
import {hostedPolicy} from "../../publish/site/metadata/hosting.ts";
import {missingPage} from "../../publish/site/pages/plain.ts";
import {sitePolicy} from "../../publish/site/pages/style.ts";
import {dataPolicy} from "../guards/headers.ts";
import {defineRoute, type MadeAnswer, type RouteAnswer} from "./route.ts";
import {isOfEdition, readSealedFile, type ServedSite, typeOf} from "./served-site.ts";

/** Larger files are sent from the disk, piece by piece as the reader takes them. */
const mostKept = 1_048_576;
const deepest = 8;
/** A page of the archive shows itself, and nobody else's page shows it. */
const pagePolicy = `${sitePolicy}; frame-ancestors 'none'`;

/** Every page and file of the archive, by its path. */
export const archiveRoute = defineRoute({
  id: "archive",
  kind: "archive",
  path: "/*",
  purpose: "the pages of the archive, and every file of every edition as it was sealed",
  who: "everybody",
  params: z.object({}),
  query: z.object({}),
  answer: null,
  carryOut: ({site, path}) => fileAt(site, path.slice(1)),
});

function fileAt(site: ServedSite, path: string): RouteAnswer | null {
  const isFolder = path === "" || path.endsWith("/");
  const name = isFolder ? `${path}index.html` : path;
  const file = site.files.get(name);
  if (file === undefined) {
    const isPageBelow = path === "explore" || (!isFolder && site.files.has(`${path}/index.html`));
    return isPageBelow ? {kind: "redirect", to: `${encodeURIComponent(path.split("/").at(-1)!)}/`} : null;
  }
  const type = typeOf(name);
  if ("make" in file) return {kind: "made", type, body: file.make(), policy: policyOf(type, pagePolicy)};
  const policy = policyOf(type, file.isByHand ? `${hostedPolicy}; sandbox` : hostedPolicy);
  if (file.bytes > mostKept && file.as === undefined)
    return {kind: "file", type, path: file.path, bytes: file.bytes, sha256: file.sha256, policy};
  return {kind: "made", type, body: readSealedFile(file), policy};
}

/** A viewer of PDF does not start where everything is forbidden. */
function policyOf(type: string, ofPages: string): string {
  if (type.startsWith("text/html")) return ofPages;
  return type === "application/pdf" ? "frame-ancestors 'none'" : dataPolicy;
}

/** What is shown where there is nothing. Its links lead from as deep as the path is. */
export function missingAnswer(site: ServedSite, path: string): MadeAnswer {
  const above = path.slice(1).split("/").length - 1;
  const body = missingPage({...site, address: null}, `${"-/".repeat(Math.min(above, deepest))}404.html`).make();
  return {kind: "made", type: "text/html; charset=utf-8", body, policy: pagePolicy};
}

/** Is it a file that is published, and not a page that is made? Those may be read by pages of others: they are data. */
export function isData(path: string): boolean {
  return isOfEdition(path) || path.startsWith("data/");
}
