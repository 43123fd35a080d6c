import type {z} from "zod";
import type {Cell} from "../../workspace/sheet/cell.ts";

/** A cell that may be empty, and then means something by itself: 0, or null for "not noted". */
export function optional<Value, Empty extends Value | null>(
  cell: Cell<Value>,
  whenEmpty: Empty,
): z.ZodType<Value | Empty, string | undefined> {
  return cell.optional().transform((value) => (value === undefined ? whenEmpty : value));
}
