import {nearest} from "../../base/nearest.ts";
import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";

/**
 * The id of a measure.
 *
 * @param known The ids that a measure may have; any where it is left out.
 */
export function measureCell(known?: readonly string[]): Cell<string> {
  return cell((text, refuse) => {
    if (!/^[a-z0-9:-]+$/i.test(text)) {
      return refuse(`${quoted(text)} is not a measure's id`, "write it like readers or megabytes-per-day");
    }
    if (known === undefined || known.includes(text)) return text;
    const near = nearest(text, known);
    return refuse(
      `there is no measure ${quoted(text)}`,
      near === null ? `write one of ${known.join(", ")}` : `write ${near}`,
    );
  });
}
