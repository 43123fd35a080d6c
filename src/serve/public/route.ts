import type {z} from "zod";
import type {ServedSite} from "./served-site.ts";

/** What a request is answered with, before it is known how the reader wants it sent. */
export type RouteAnswer = MadeAnswer | FileAnswer | Redirect;

/** Something that is made, and kept for who asks next. */
export interface MadeAnswer {
  readonly kind: "made";
  readonly type: string;
  readonly body: string | Uint8Array;
  /** What a browser may do with it. */
  readonly policy: string;
  /** May pages of others read it, or show it within themselves? */
  readonly isOpen?: boolean;
  /** As which file it is saved; undefined where it is read in place. */
  readonly saveAs?: string;
}

/** A file that was published, too large to be kept. */
export interface FileAnswer {
  readonly kind: "file";
  readonly type: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly policy: string;
}

/** Where it is instead: relative to what was asked for. */
export interface Redirect {
  readonly kind: "redirect";
  readonly to: string;
}

/** What a route is told. */
export interface AskedOf<Params, Query> {
  readonly site: ServedSite;
  readonly params: Params;
  readonly query: Query;
  /** The path, decoded. */
  readonly path: string;
}

/** A row of the table of routes: all that can be asked for, by whom, and what is taken. */
export interface RouteRow<Params extends z.ZodRawShape, Query extends z.ZodRawShape> {
  /** A name that stays. */
  readonly id: string;
  /** Of which kind: `api` stands in the description of the API. */
  readonly kind: "api" | "page" | "picture" | "archive";
  /** GET and HEAD are all that is answered; of the API, OPTIONS too. */
  readonly path: string;
  /** In one line, for the documentation. */
  readonly purpose: string;
  /** All of it is public: there is nothing here that anybody signs in for. */
  readonly who: "everybody";
  readonly params: z.ZodObject<Params>;
  readonly query: z.ZodObject<Query>;
  /** The shape of its JSON; null where it answers with something else. */
  readonly answer: z.ZodType | null;
  /** Null where there is no such thing. */
  readonly carryOut: (
    asked: AskedOf<z.output<z.ZodObject<Params>>, z.output<z.ZodObject<Query>>>,
  ) => RouteAnswer | null | Promise<RouteAnswer | null>;
}

/** A row, whatever it takes. */
export type Route = RouteRow<z.ZodRawShape, z.ZodRawShape>;

/** A row of the table, checked by the compiler against what it takes. */
export function defineRoute<Params extends z.ZodRawShape, Query extends z.ZodRawShape>(
  row: RouteRow<Params, Query>,
): Route {
  return row as unknown as Route;
}
