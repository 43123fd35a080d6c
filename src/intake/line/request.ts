import type {LineFields} from "./fields.ts";

/** Takes method and target out of a request line: `GET /news HTTP/1.1`. Of one without a blank there is no target. */
export function readRequest(request: string, into: LineFields): void {
  const first = request.indexOf(" ");
  into.method = first === -1 ? request : request.slice(0, first);
  if (first === -1) {
    into.target = "";
    return;
  }
  const protocol = request.lastIndexOf(" HTTP/");
  const isLast = protocol >= first && request.indexOf(" ", protocol + 1) === -1;
  into.target = request.slice(first + 1, isLast ? Math.max(protocol, first + 1) : undefined);
}
