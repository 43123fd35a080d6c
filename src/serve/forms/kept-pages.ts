import {openAnswers} from "../public/kept-answers.ts";
import {respond} from "../public/respond.ts";
import type {FormAnswer, FormPage} from "./answer.ts";

/** How an answer is made that is kept. */
interface Making<Script extends string> {
  readonly policy: string;
  readonly draw: (page: FormPage<Script>) => string;
}

/** Answers for whoever has no cookie: they are the same for all of them, and are made once. */
export interface KeptPages {
  find(request: Request): Response | undefined;
  /** Sends it, and keeps it; undefined where it is none to be kept. */
  keep<Script extends string>(
    request: Request,
    found: FormAnswer<Script>,
    making: Making<Script>,
  ): Response | undefined;
  /** After something was changed here: all are made anew. */
  forget(): void;
}

const mostKeptBytes = 16 * 1_048_576;

/** What another process has changed is seen after so long. */
const freshMs = 2000;

/** Asked again each time whether it has changed: who signs in gets pages of their own. */
const further = {"Cache-Control": "no-cache", Vary: "Cookie, Accept-Encoding", "Referrer-Policy": "same-origin"};
const forEver = {"Cache-Control": "public, max-age=31536000, immutable"};

/** Styles and scripts have the hash of what is in them in their names. */
function headersFor(type: string): Readonly<Record<string, string>> {
  return /^text\/(?:css|javascript)/.test(type) ? forEver : further;
}

/** @param nowMs A clock that never goes back. */
export function openKeptPages(nowMs: () => number = () => performance.now()): KeptPages {
  let answers = openAnswers(mostKeptBytes);
  let madeMs = nowMs();
  const keyOf = (request: Request): string => request.url;
  const forget = (): void => {
    answers = openAnswers(mostKeptBytes);
    madeMs = nowMs();
  };
  return {
    find(request) {
      if (nowMs() - madeMs > freshMs) forget();
      const known = answers.get(keyOf(request));
      return known && respond(request, known, 200, headersFor(known.answer.type));
    },
    keep(request, found, {policy, draw}) {
      if (
        found.kind === "page" &&
        found.token === undefined &&
        (found.status ?? 200) === 200 &&
        found.script === undefined
      ) {
        const made = {kind: "made", type: "text/html; charset=utf-8", body: draw(found), policy} as const;
        return respond(request, answers.keep(keyOf(request), made), 200, further);
      }
      if (found.kind !== "made") return undefined;
      return respond(request, answers.keep(keyOf(request), found), 200, headersFor(found.type));
    },
    forget,
  };
}
