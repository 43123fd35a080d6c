import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {relativeLink} from "../paths.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";
import {part, renderPage, revokedSince} from "./frame.ts";
import {printBytes} from "./printed.ts";
import {sheet} from "./sheet.ts";
import {verifyLines} from "./verify-lines.ts";

/** How to check an edition, how much that proves, and with what else. */
export function verifyPage(site: ArchiveSite): SiteFile {
  const path = "verify.html";
  return {
    path,
    key: null,
    make: () => {
      const {words, archive} = site;
      const title = words.t("site-verify");
      const lead = words.t("site-verify-means");
      const keys = archive.keys?.all ?? [];
      const sealed = archive.editions.findLast(({kind}) => kind === "sealed") ?? null;
      const lines =
        sealed === null
          ? html`<p>${words.t("site-nothing-signed")}</p>
`
          : verifyLines(site, sealed, path);
      const further = html`<p>${words.t("site-verify-further")}</p>
<pre><code>broadsheet verify .${keys.length === 0 ? "" : ` --key ${keys.at(-1)!.key}`}</code></pre>
`;
      const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${lines}${sealed === null ? noMarkup : part(words.t("site-recompute"), further)}${part(words.t("site-the-key"), keyPart(site, path))}${part(
  words.t("site-chain"),
  html`<p>${words.t("site-chain-means")} <a href="${relativeLink(path, "log.txt")}">log.txt</a></p>
`,
)}`;
      return renderPage(site, {path, title, description: lead, body});
    },
  };
}

function keyPart({archive: {keys}, words}: ArchiveSite, path: string): Markup {
  if (keys === null) return noMarkup;
  const newest = keys.all.toReversed().map((one) => {
    const {key, number, on, event} = one;
    const said = words.t("label-and-text", {label: words.day(on), text: words.t(`site-key-${event}`)});
    return html`<li><code>${key}</code> (<code>${number}</code>)<p>${said}${revokedSince(one, words)}</p></li>
`;
  });
  return html`<p>${words.t("site-key-means")} <a href="${relativeLink(path, "keys.txt")}">keys.txt</a></p>
<ul class="plain">
${newest}</ul>
`;
}

/** The data of the archive, how they are laid out, and the feeds. */
export function dataPage(
  site: ArchiveSite,
  sheets: readonly {readonly path: string; readonly rows: number; readonly bytes: number}[],
): SiteFile {
  const path = "data/index.html";
  return {
    path,
    key: null,
    make: () => {
      const {words, address} = site;
      const title = words.t("site-data");
      const lead = words.t("site-data-means");
      const columns = [{head: words.t("site-file")}, {head: words.t("site-rows")}, {head: words.t("site-size")}];
      const rows = sheets.map((one) => [
        html`<a href="${relativeLink(path, one.path)}">${one.path}</a>`,
        words.number(one.rows),
        printBytes(one.bytes, words),
      ]);
      const others = [
        "data/datapackage.json",
        "atom.xml",
        "feed.json",
        "log.txt",
        "llms.txt",
        ...(site.archive.keys === null ? [] : ["keys.txt"]),
        ...(address === null ? [] : ["sitemap.xml"]),
        ...(site.isServed === true ? ["api/v1"] : []),
      ];
      const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${sheet(words.t("site-files"), columns, rows)}<p>${words.t("site-other-files")} ${others.map((other, place) => html`${place > 0 ? ", " : ""}<a href="${relativeLink(path, other)}">${other}</a>`)}</p>
`;
      return renderPage(site, {path, title, description: lead, body});
    },
  };
}

/** What a server shows where there is no such page; it may be shown anywhere, so that its links are the address's where there is one. */
export function missingPage(site: ArchiveSite, path = "404.html"): SiteFile {
  return {
    path,
    key: null,
    make: () => {
      const {words, address, publication} = site;
      const title = words.t("site-no-such-page");
      const home =
        address === null ? noMarkup : html` <a href="${address}">${words.t("site-archive-of", {publication})}</a>`;
      const body = html`<h1>${title}</h1>
<p class="lead">${words.t("site-no-such-page-means")}${home}</p>
`;
      return renderPage(site, {path, title, description: title, body});
    },
  };
}
