import type {z} from "zod";
import type {Right} from "../../accounts/rights.ts";
import type {AnyRow, FormRow} from "../forms/route.ts";
import type {DeskAnswer} from "./answer.ts";
import type {Desk, Visitor} from "./desk.ts";

/** What a row is told besides what was sent. */
export interface AtDesk {
  readonly desk: Desk;
  /** Who asks; null only where anybody may. */
  readonly visitor: Visitor | null;
}

/** Who may: whoever has a right, anybody who is signed in, or anybody at all. */
export type Who = Right | "signed-in" | "anybody";

/** A row of the table of the desk, whatever it takes. */
export type DeskRoute = AnyRow<Who, AtDesk, DeskAnswer>;

/** A row of the table, checked by the compiler against what it takes. */
export function defineDeskRoute<Params extends z.ZodRawShape, Query extends z.ZodRawShape, Form extends z.ZodRawShape>(
  row: FormRow<Params, Query, Form, Who, AtDesk, DeskAnswer>,
): DeskRoute {
  return row as unknown as DeskRoute;
}
