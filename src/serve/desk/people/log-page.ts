import type {LogFinding} from "../../../accounts/log.ts";
import {inGroups} from "../../../base/sha256.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";

const rowsOfPage = 100;

/** Is the log what was written? */
function verdict(words: Translator, finding: LogFinding): Markup {
  if (finding.found === "whole") {
    return html`<p>${words.t("desk-log-whole")}</p>
<p class="hash"><code dir="ltr">${inGroups(finding.head)}</code></p>
`;
  }
  const text =
    finding.found === "headless"
      ? words.t("desk-log-headless")
      : words.t(`desk-log-${finding.found}`, {number: finding.number});
  return html`<div class="said" role="alert"><p><strong>${text}</strong></p></div>
`;
}

/** What was done at the desk, the last first, and whether that is still what was written. */
export function logPage({words, accounts}: Desk, before: number | undefined): PageAnswer {
  const rows = accounts.log({most: rowsOfPage, ...(before !== undefined && {before})});
  const heads = (["desk-log-when", "desk-log-who", "desk-log-act", "desk-log-about"] as const).map(
    (id) => html`<th scope="col">${words.t(id)}</th>`,
  );
  const drawn = rows.map(
    ({number, at, who, act, about}) =>
      html`<tr><td>${number}</td><td><time datetime="${at}" dir="ltr">${at.slice(0, 19).replace("T", " ")}</time></td><td>${who === "" ? words.t("desk-log-nobody") : html`<bdi>${who}</bdi>`}</td><td><code dir="ltr">${act}</code></td><td><bdi>${about}</bdi></td></tr>
`,
  );
  const last = rows.at(-1)?.number ?? 0;
  const body = html`${verdict(words, accounts.verifyLog())}<div class="scroll" role="region" aria-label="${words.t("desk-log")}" tabindex="0"><table class="texts">
<thead><tr><td></td>${heads}</tr></thead>
<tbody>${drawn}</tbody>
</table></div>
${last > 1 ? html`<p><a href="/people/log?before=${last}">${words.t("desk-log-older")}</a></p>\n` : noMarkup}`;
  return {kind: "page", title: words.t("desk-log"), body};
}
