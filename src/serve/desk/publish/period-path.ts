/** The page of a period's edition. */
export function periodPath(period: string): string {
  return `/publish/${encodeURIComponent(period)}`;
}
