import {formatNumber, formatPercent} from "../../base/number.ts";
import {visible} from "../../base/text.ts";
import type {ClientDoubt} from "../../intake/doubts.ts";

/**
 * What a person is told of an input's clients, and the setting that helps, before it is told how much was read.
 *
 * @param name Of the input, as it is shown.
 */
export function doubtLines(
  name: string,
  doubts: readonly ClientDoubt[],
  {requests, order}: {readonly requests: number; readonly order: readonly string[]},
): string[] {
  return doubts.flatMap((doubt) => {
    const most = `${formatNumber(doubt.requests)} of ${formatNumber(requests)} requests (${formatPercent(doubt.requests / requests)})`;
    return [`${name}: ${sentences[doubt.kind](most, doubt.name ?? "")}`, `  help  ${helpOf(doubt, order)}`];
  });
}

const sentences: Readonly<Record<ClientDoubt["kind"], (most: string, name: string) => string>> = {
  "known-proxy": (most, name) => `${most} come from addresses of ${name}: its readers are not recorded`,
  "one-for-all": (most) => `${most} come from one address that stands for everybody: readers are not recorded`,
  nameless: (most) => `${most} name no client: readers are not recorded`,
  "inside-pool": (most) => `${most} come from a few private addresses, as of proxies: readers are not recorded`,
  inside: (most) => `${most} come from private addresses, as of proxies: their readers may be others`,
  "one-client": (most) => `${most} come from one client, which may be a proxy`,
  shortened: (most) => `${most} come from shortened addresses: a reader there is a network together with an agent`,
  "better-field": (_, name) =>
    `the field ${name} of the lines holds addresses of more clients than the one that is taken`,
  "one-agent": (most, name) =>
    `${most}, of many clients, have one agent, ${visible(name)}: a CDN or a proxy may have written it for the readers'`,
  zoneless: (most) => `${most} have times without a zone: they are read as UTC, and days may begin at another hour`,
};

function helpOf({kind, name}: ClientDoubt, order: readonly string[]): string {
  if (kind === "better-field")
    return `if the readers' addresses are there: --client ${name}, or client in broadsheet.yaml`;
  if (kind === "one-agent")
    return "let the server write the agent that the reader sent: without it robots cannot be told from readers";
  if (kind === "zoneless")
    return "let the server write the zone; where its clock is a local one, timeZone: UTC in broadsheet.yaml cuts days as the log does";
  if (kind === "shortened") return "nothing has to be done; docs/behind-a-proxy.md says what is counted";
  if (kind === "inside-pool" && order[0] === "connection")
    return "name the field that holds the reader's address with --client; if these are readers of a house's own net, --client connection";
  const isTaken = order[0] !== "connection";
  return isTaken
    ? `name another field that holds the reader's address with --client, not ${order[0]}; docs/behind-a-proxy.md`
    : "name the field that holds the reader's address with --client, or let the server write it; docs/behind-a-proxy.md";
}
