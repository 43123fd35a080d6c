import type {Channel, DeliveryRow, EditionRow, Ledger} from "../../ledger/rows.ts";
import {monthOfDay} from "../ledger/book-months.ts";
import {inOrder} from "../ledger/order.ts";

/** An edition and where its copies went. */
export interface Issue {
  readonly edition: EditionRow;
  /** In the order of their days; none where the book of deliveries does not have it. */
  readonly deliveries: readonly DeliveryRow[];
}

/** Every edition with its deliveries, in the order of printing. */
export function issuesOf({editions, deliveries}: Ledger): Issue[] {
  const byEdition = Map.groupBy(
    inOrder(deliveries, ({on}) => on),
    ({edition}) => edition,
  );
  const printed = inOrder(
    editions,
    ({printedOn}) => printedOn,
    ({edition}) => edition,
  );
  return printed.map((edition) => ({edition, deliveries: byEdition.get(edition.edition) ?? []}));
}

/** The issues that were printed in one of the months. */
export function issuesIn(issues: readonly Issue[], months: readonly string[]): Issue[] {
  return issues.filter(({edition}) => months.includes(monthOfDay(edition.printedOn)));
}

/** Do copies that go this way reach readers? What goes to the publisher's own office is kept, not distributed. */
export function isDistribution({channel}: {readonly channel: Channel}): boolean {
  return channel !== "office";
}
