/** A figure that a report gives for each month. */
export interface Measure {
  /** A contract, never renamed. */
  readonly id: string;
  /** As it is printed before the figures. */
  readonly label: string;
  /** What one is counted in. */
  readonly unit: string;
  /** Digits after the point when printed. */
  readonly decimals: number;
  /** What it means and what it does not, in a sentence or two. */
  readonly definition: string;
  /** The file in `sql/` that is asked; it answers with `month` and `value`. */
  readonly question: string;
  /** The figure from the answer. Days covered are never 0 here. */
  figure(answer: {readonly value: number; readonly daysCovered: number}): number;
  /** Why the value is null where the month had counted requests and the question still knew none. */
  readonly unrecorded: string;
}
