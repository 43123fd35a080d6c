import type {Markup} from "../../render/markup/html.ts";

/** What a row answers with. `Script` names the scripts that a page may have. */
export type FormAnswer<Script extends string> = FormPage<Script> | GoAnswer | SavedAnswer | DrawnAnswer | EventsAnswer;

/** The cookie of whoever signs in, signs out or gets a new one: null takes it away. */
interface WithToken {
  readonly token?: string | null;
}

/** A page, which is drawn in the frame of the desk or the forum. */
export interface FormPage<Script extends string> extends WithToken {
  readonly kind: "page";
  readonly title: string;
  readonly body: Markup;
  /** 200 where nothing is said. */
  readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 503;
  /** After how many seconds it may be tried again, where it was too much: 10 where it is 503 and nothing is said. */
  readonly retrySeconds?: number;
  /** After how many seconds a browser asks again. */
  readonly refreshSeconds?: number;
  /** What makes the page nicer where scripts run; then a browser asks again by itself only where none do. */
  readonly script?: Script;
}

/** Elsewhere, after something was done: a path of the same site. */
export interface GoAnswer extends WithToken {
  readonly kind: "go";
  readonly to: string;
}

/** Something to be saved. */
export interface SavedAnswer {
  readonly kind: "file";
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly saveAs: string;
}

/** Something with a policy of its own, outside of the frame: the preview of a report, a style, a script. */
export interface DrawnAnswer {
  readonly kind: "made";
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly policy: string;
  /** May a browser keep it for as long as it likes? Only of what has its hash in its name. */
  readonly isForEver?: boolean;
}

/** Server-sent events: the data of each, for as long as there are some. */
export interface EventsAnswer {
  readonly kind: "events";
  readonly from: AsyncIterable<string>;
}
