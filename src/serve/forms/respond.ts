import {Readable} from "node:stream";
import {closedToOthers, headersOfAll} from "../guards/headers.ts";
import type {FormAnswer, FormPage} from "./answer.ts";
import {type SessionCookie, setToken} from "./cookie.ts";

/** How a part of the server answers. */
export interface Respondent<Script extends string> {
  readonly cookie: SessionCookie;
  /** What its pages may do. */
  readonly policy: string;
  /** The same of a page that has a script, where that is more. */
  readonly scriptPolicy?: string | undefined;
  /** A page in its frame. */
  readonly draw: (page: FormPage<Script>) => string;
}

/** Sends an answer that is of one person, and kept by nobody. */
export function respondTo<Script extends string>(
  request: Request,
  found: FormAnswer<Script>,
  {cookie, policy, scriptPolicy = policy, draw}: Respondent<Script>,
  status = 200,
): Response {
  const headers = new Headers({
    ...headersOfAll,
    ...closedToOthers,
    // Told to nobody else; a browser that tells nothing at all would not say where a form of ours comes from either.
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": found.kind === "page" && found.script !== undefined ? scriptPolicy : policy,
    "Cache-Control": "no-store",
  });
  const isHead = request.method === "HEAD";
  const send = (body: string | Uint8Array<ArrayBuffer>, type: string, as = status): Response => {
    headers.set("Content-Type", type);
    headers.set("Content-Length", String(Buffer.byteLength(body)));
    return new Response(isHead ? null : body, {status: as, headers});
  };
  setToken(headers, cookie, "token" in found ? found.token : undefined, request);
  switch (found.kind) {
    case "go":
      headers.set("Location", found.to);
      return new Response(null, {status: 303, headers});
    case "page": {
      if (found.refreshSeconds !== undefined && found.script === undefined) {
        headers.set("Refresh", String(found.refreshSeconds));
      }
      const isBusy = found.status === 503 || status === 503;
      const retrySeconds = found.retrySeconds ?? (isBusy ? 10 : null);
      if (retrySeconds !== null) headers.set("Retry-After", String(retrySeconds));
      return send(draw(found), "text/html; charset=utf-8", found.status ?? status);
    }
    case "file":
      headers.set("Content-Disposition", `attachment; filename="${found.saveAs.replace(/[^\w.-]/g, "_")}"`);
      return send(found.body, found.type);
    case "made":
      headers.set("Content-Security-Policy", found.policy);
      if (found.isForEver === true) headers.set("Cache-Control", "public, max-age=31536000, immutable");
      return send(found.body, found.type);
    case "events":
      headers.set("Content-Type", "text/event-stream; charset=utf-8");
      return new Response(
        isHead
          ? null
          : (Readable.toWeb(Readable.from(asEvents(found.from))) as ReadableStream<Uint8Array<ArrayBuffer>>),
        {headers},
      );
  }
}

async function* asEvents(from: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  for await (const data of from) {
    yield Buffer.from(
      `${data
        .split("\n")
        .map((line) => `data: ${line}`)
        .join("\n")}\n\n`,
    );
  }
}
