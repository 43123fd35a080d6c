import {country} from "../../../base/words/message.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {drawBars} from "../../../render/charts/bars.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Review, ReviewedClient} from "../../../report/review.ts";
import {agentMarkup, entryMarkup, reasonsOf, stateText, tookText, writtenMarkup} from "./sayings.ts";

/** How many agents and documents are shown of a client. */
const mostShown = 5;

/** Whoever shows names of that database's on pages is to link to it: its licence says how it is called. */
const credit = html`<p class="hint" lang="en"><a href="https://db-ip.com" rel="noreferrer">IP Geolocation by DB-IP</a></p>
`;

/** All that is known of a client: who it is, why it is listed, what it took, and when. */
export function factsMarkup(review: Review, client: ReviewedClient, words: Translator): Markup {
  const {owner, country: code, agents, agentCount, documents, decision} = client;
  const notKnown = words.t("desk-review-not-known");
  const facts: readonly (readonly [string, Markup | string])[] = [
    [words.t("desk-review-client"), html`<strong>${entryMarkup(client)}</strong>`],
    [words.t("desk-review-owner"), owner === null ? notKnown : html`<bdi>${owner}</bdi>`],
    [words.t("head-country"), code === null ? notKnown : words.translate(country(code))],
    [words.t("desk-review-decision"), decision === null ? stateText(client, words) : decisionMarkup(client, words)],
    [words.t("desk-review-listed-for"), listedMarkup(review, client, words)],
    [
      words.t("desk-review-agents"),
      countedMarkup(
        agents.map(({agent, documents: count}) => [agentMarkup(agent, words), count]),
        agentCount,
        words,
      ),
    ],
    [
      words.t("desk-review-took"),
      countedMarkup(
        documents.map(({document, documents: count}) => [writtenMarkup(document), count]),
        Math.min(documents.length, mostShown),
        words,
      ),
    ],
  ];
  return html`<dl class="facts">
${facts.map(
  ([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>
`,
)}</dl>
${owner === null ? noMarkup : credit}${hoursMarkup(client, words)}`;
}

/** Who decided, when and why. */
export function decisionMarkup(client: ReviewedClient, words: Translator): Markup {
  const {decision} = client;
  if (decision === null) return noMarkup;
  const {by, on, reason} = decision;
  const day = on === "" ? "" : words.shortDay(on.slice(0, 10));
  const parts = [by, day].filter((part) => part !== "").map((part) => html`, <bdi>${part}</bdi>`);
  const why = reason === "" ? noMarkup : html`: <bdi>${reason}</bdi>`;
  return html`${stateText(client, words)}${parts}${why}`;
}

function listedMarkup(review: Review, client: ReviewedClient, words: Translator): Markup {
  const months = client.listed.map(
    (month) => html`<li>${tookText(client, month.month, words)}
<ul>${reasonsOf(month, review, words).map((reason) => html`<li>${reason}</li>`)}</ul></li>
`,
  );
  return html`<ul class="listed">
${months}</ul>`;
}

function countedMarkup(all: readonly (readonly [Markup, number])[], count: number, words: Translator): Markup {
  const shown = all.slice(0, mostShown);
  const more = count - shown.length;
  const rest = more > 0 ? html`<li>${words.t("desk-review-more", {count: more})}</li>` : noMarkup;
  return html`<ul class="listed">
${shown.map(
  ([name, documents]) => html`<li>${name} (${words.number(documents)})</li>
`,
)}${rest}</ul>`;
}

/** The hours of the day as bars, and what they show in a sentence. */
function hoursMarkup({hours}: ReviewedClient, words: Translator): Markup {
  const most = Math.max(...hours);
  const active = hours.filter((documents) => documents > 0).length;
  const hour = `${hours.indexOf(most)}:00`;
  const said = words.t("desk-review-hours", {active, hour, most});
  const bars = hours.map((value, place) => {
    const tick = place % 6 === 0 || place === 23 ? String(place) : null;
    return {key: String(place).padStart(2, "0"), value, printed: words.number(value), kind: "bar" as const, tick};
  });
  const size = {width: 320, height: 130};
  return html`<figure class="hours">
${drawBars(bars, {title: words.t("table.hours"), description: said}, words, size)}
<figcaption>${said}</figcaption>
</figure>
`;
}
