import {formatNumber, formatPercent} from "../../base/number.ts";
import {plural, visible} from "../../base/text.ts";
import {isOfWave, isUndecided, type Review, type ReviewWave} from "../../report/review.ts";
import type {RenderOptions} from "../options.ts";
import {joinParts} from "../text/page.ts";
import {openPaint, type Paint} from "../text/paint.ts";
import {shorten, wrap} from "../text/wrap.ts";
import {effectGrid} from "./review-effects.ts";

/** What stands in the middle of a longer agent or path is left out. */
export const longestText = 160;

/** How many agents and documents are shown of a client. */
export const mostShown = 3;

/** A wave of a review, for a terminal: what its clients have in common, and what becomes of the figures with all of them. */
export function renderWaveText(review: Review, wave: ReviewWave, options: RenderOptions): string {
  const prose = Math.min(Math.max(80, options.width), 100);
  return joinParts([waveLines(review, wave, prose, openPaint(options))]);
}

/** See {@link renderWaveText}. */
export function waveLines(review: Review, wave: ReviewWave, width: number, paint: Paint): string[] {
  const {likeness, agent, country, network, from, until, clients, othersShare, entry, reach} = wave;
  const own = review.clients.filter((client) => isOfWave(client, wave));
  const undecided = own.filter(isUndecided).length;
  const days = from === until ? `on ${from}` : `from ${from} to ${until}`;
  const alike = [
    ...(agent === null ? [] : [`agent ${shorten(visible(agent), longestText)}`]),
    ...(country === null ? [] : [`country ${country}`]),
    ...(network === null ? [] : [`network ${visible(network)}`]),
    ...(likeness.startsWith("old-browser") ? ["browsers that are years old"] : []),
  ];
  const [head = "", ...rest] = wrap(
    `A wave of ${plural(clients, "client", "clients")} that came first ${days} · ${undecided === 0 ? "decided" : `${formatNumber(undecided)} undecided`}`,
    width,
    {first: "", rest: "   "},
  );
  const told = [
    `Each took 3 documents at most, and nothing that belongs to a page; of others who took the same documents, ${formatPercent(othersShare)} did. Alike: ${alike.join(", ") || "the day"}.`,
    `First of them: ${own
      .slice(0, mostShown)
      .map(({entry}) => visible(entry))
      .join(", ")}${own.length > mostShown ? ", …" : ""}`,
    ...(entry === null || reach === null
      ? []
      : [
          `As a robot it is one entry of the blacklist, ${shorten(visible(entry), longestText)}, which leaves out ${plural(reach, "client", "clients")}.`,
        ]),
  ];
  const month = own[0]?.listed.find((one) => one.wave?.id === wave.id)?.month;
  const span = review.spans.find(({name}) => name === month);
  const spans = own.flatMap((client) => client.spans.filter((one) => one.span === month));
  return [
    paint.strong(head),
    ...rest,
    ...told.flatMap((text) => wrap(text, width, {first: "   ", rest: "     "})),
    ...(span === undefined ? [] : effectGrid(span, spans, width - 3, paint).map((line) => `   ${line}`)),
  ];
}
