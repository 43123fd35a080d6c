import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ArchivedEdition} from "../archive/archive.ts";
import {editionPath, relativeLink} from "../paths.ts";
import type {ArchiveSite} from "../site.ts";

/** wget takes what the page of the edition links to; of an edition with more files not all. */
export const mostFetched = 120;

/** How an edition is fetched where the archive has an address: its page leads to each of its files. */
function fetchLine({words, address}: Pick<ArchiveSite, "words" | "address">, edition: ArchivedEdition): Markup {
  if (address === null || edition.files.length > mostFetched) return noMarkup;
  const page = (address + relativeLink("", editionPath(edition))).replaceAll("'", "%27");
  const above = new URL(page).pathname.split("/").length - 2;
  return html`<p>${words.t("site-fetch")}</p>
<pre><code>wget -q -r -l 1 -np -nH --cut-dirs=${above} '${page}'</code></pre>
`;
}

/** How anybody checks an edition, in three lines: with two programs of any system, and without Broadsheet. */
export function verifyLines({words, archive, address}: ArchiveSite, edition: ArchivedEdition, from: string): Markup {
  const {period, sums, key} = edition;
  if (key === null) return noMarkup;
  const day = archive.keys?.all.find((one) => one.key === key)?.revokedOn ?? null;
  const revoked =
    day === null
      ? noMarkup
      : html`<p><strong>${words.t("site-key-revoked", {day: words.day(day)})}</strong> ${words.t("site-key-revoked-means")}</p>
`;
  const code = html`<pre><code>cd ${period}
minisign -V -m SHA256SUMS -P ${key}
sha256sum -c SHA256SUMS</code></pre>
`;
  const hash =
    sums === null
      ? noMarkup
      : html`<p class="when">SHA-256 (SHA256SUMS): <code>${sums}</code></p>
`;
  return html`${revoked}${fetchLine({words, address}, edition)}<p>${words.t("site-verify-lines")}</p>
${code}<p>${words.t("site-key-warning")} <a href="${relativeLink(from, "verify.html")}">${words.t("site-more-on-verifying")}</a></p>
${hash}`;
}
