import {z} from "zod";
import {isPeriod} from "../../base/period.ts";

/** A period in the path of a page, as it is named: `2005-07`, `2005-H2`. */
export const periodParams = z.object({period: z.string().max(40).refine(isPeriod)});
