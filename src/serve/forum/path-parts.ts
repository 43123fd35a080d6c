import {z} from "zod";

/** A whole number from 1 on, as it stands in an address. */
export const countingNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, {error: "a whole number, like 2"})
  .transform(Number);

/** The name of a section in an address. */
export const sectionName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
