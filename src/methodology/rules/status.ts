import type {StatusClass} from "../../workspace/config/methodology.ts";

/** A status, or all of a hundred: `2xx`. */
export type Status = number | StatusClass;

/** Is the status one of these? */
export function isStatusOf(status: number, statuses: readonly Status[]): boolean {
  return statuses.includes(status) || statuses.includes(`${Math.floor(status / 100)}xx` as StatusClass);
}
