import type {LedgerPart, Report, ReportEvent} from "../report/report.ts";

/** Sentences under a heading; all of it is untrusted text. */
export interface LedgerList {
  readonly title: string;
  readonly items: readonly string[];
}

/** What happened and who did what, a line each; nothing for a book without rows. */
export function ledgerLists(report: Report, part: LedgerPart): LedgerList[] {
  const {credits, events} = part;
  const labels = new Map([...report.measures, ...part.measures].map(({id, label}) => [id, label]));
  const lists = [
    {
      title: "What happened",
      items: events.map((event) => {
        const named = event.measure === null ? "" : ` (${labels.get(event.measure) ?? event.measure})`;
        return `${daysOf(event)}: ${event.text}${named}`;
      }),
    },
    {
      title: "Credits",
      items: credits.map(({period, post, what, by}) => {
        return `${period === report.period ? "" : `${period}, `}${post}: ${what}, by ${by}`;
      }),
    },
  ];
  return lists.filter(({items}) => items.length > 0);
}

/** The days of an event: `2005-09-01`, `2005-08-09 to 2005-08-11`. */
export function daysOf({on, until}: ReportEvent): string {
  return on === until ? on : `${on} to ${until}`;
}
