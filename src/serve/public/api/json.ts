import {z} from "zod";
import {printJson} from "../../../base/json.ts";
import {dataPolicy} from "../../guards/headers.ts";
import type {MadeAnswer} from "../route.ts";

/** In which form an answer is wanted. */
export const formatQuery = {
  format: z.enum(["json", "csv"], {error: "write json or csv"}).default("json"),
};

/** An answer of the API. */
export function jsonAnswer(value: unknown): MadeAnswer {
  return {
    ...{kind: "made", type: "application/json; charset=utf-8", body: printJson(value)},
    ...{policy: dataPolicy, isOpen: true},
  };
}

/** The same as a sheet, which is saved. */
export function csvAnswer(text: string, name: string): MadeAnswer {
  return {
    ...{kind: "made", type: "text/csv; charset=utf-8", body: text, policy: dataPolicy},
    ...{isOpen: true, saveAs: `${name}.csv`},
  };
}
