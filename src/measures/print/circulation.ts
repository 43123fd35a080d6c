import type {Channel} from "../../ledger/rows.ts";
import {type Issue, isDistribution} from "./issues.ts";

/** Something that can be counted of one issue, in whole copies. */
export type Copies = (issue: Issue) => number;

/** Ways that copies go when the publisher gives them away. */
export const controlledChannels: readonly Channel[] = ["street", "event", "mail", "free", "other"];

/** Ways that copies go when the reader, or the shop, pays. */
export const paidChannels: readonly Channel[] = ["subscription", "shop"];

/** How many copies went these ways, those that came back later too? */
export function copiesBy(...channels: readonly Channel[]): Copies {
  return ({deliveries}) => {
    return deliveries.filter(({channel}) => channels.includes(channel)).reduce((sum, {copies}) => sum + copies, 0);
  };
}

/** How many copies went these ways and did not come back? */
export function netBy(...channels: readonly Channel[]): Copies {
  const gross = copiesBy(...channels);
  return (issue) => {
    const own = issue.deliveries.filter(({channel}) => channels.includes(channel));
    return gross(issue) - own.reduce((sum, row) => sum + row.returnedCopies, 0);
  };
}

/** How many copies left the press, spoiled ones too? */
export const printedCopies: Copies = ({edition}) => edition.printedCopies;

/** How many were spoiled? */
export const spoiledCopies: Copies = ({edition}) => edition.spoiledCopies;

/** A: how many good copies were printed? */
export const netPressRun: Copies = (issue) => printedCopies(issue) - spoiledCopies(issue);

/** B: how many did the publisher keep, on file or in the office? */
export const officeAndFile: Copies = (issue) => issue.edition.keptCopies + netBy("office")(issue);

/** C: how many went out free of charge? */
export const controlled: Copies = copiesBy(...controlledChannels);

/** D: how many went out against payment? */
export const paid: Copies = copiesBy(...paidChannels);

/** E: how many did somebody else pay for? */
export const sponsored: Copies = copiesBy("sponsored");

/** F: how many went out to readers? */
export const grossDistribution: Copies = (issue) => controlled(issue) + paid(issue) + sponsored(issue);

/** G: how many of them came back? */
export const returnedFromReaders: Copies = ({deliveries}) =>
  deliveries.filter(isDistribution).reduce((sum, {returnedCopies}) => sum + returnedCopies, 0);

/** How many came back, from the office too? */
export const returnedCopies: Copies = ({deliveries}) => deliveries.reduce((sum, row) => sum + row.returnedCopies, 0);

/** H: how many went out and did not come back? */
export const netCirculation: Copies = (issue) => grossDistribution(issue) - returnedFromReaders(issue);

/** How many does no book account for? Less than 0 where more went out than there were. */
export const unexplainedCopies: Copies = (issue) =>
  netPressRun(issue) - officeAndFile(issue) - netCirculation(issue) - returnedCopies(issue);

/** Does the book of deliveries have the issue? */
export function isDelivered({deliveries}: Issue): boolean {
  return deliveries.length > 0;
}

/** What do the copies of several issues add up to? */
export function totalOf(issues: readonly Issue[], copies: Copies): number {
  return issues.reduce((sum, issue) => sum + copies(issue), 0);
}
