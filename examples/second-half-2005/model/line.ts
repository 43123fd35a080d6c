import type {Chance} from "./random.ts";

/** One request as the server saw it, before it is written as a line. */
export interface LoggedRequest {
  /** Seconds from the beginning of the month, UTC. */
  readonly at: number;
  readonly address: string;
  readonly agent: string;
  /** What stands between the quotes: method, path, protocol. */
  readonly request: string;
  readonly status: number;
  /** Null where the server writes `-`. */
  readonly bytes: number | null;
  readonly referrer: string;
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const pad = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** How does a server write this instant of the month? @param period The month, `YYYY-MM`. */
export function writeInstant(period: string, at: number): string {
  const day = 1 + Math.floor(at / 86_400);
  const name = monthNames[Number(period.slice(5)) - 1];
  const clock = `${pad(Math.floor(at / 3600) % 24)}:${pad(Math.floor(at / 60) % 60)}:${pad(at % 60)}`;
  return `${pad(day)}/${name}/${period.slice(0, 4)}:${clock} +0000`;
}

/** How does a server write this request? In combined format, without the line's end. */
export function writeLine(
  period: string,
  {at, address, agent, request, status, bytes, referrer}: LoggedRequest,
): string {
  return `${address} - - [${writeInstant(period, at)}] "${request}" ${status} ${bytes ?? "-"} "${referrer}" "${agent}"`;
}

/** What does a crash, a full disk or a stray program leave in a log? A line that cannot be a request, of five kinds in turn. */
export function writeDamaged(period: string, at: number, kind: number, {below}: Chance): string {
  const head = `198.18.${below(256)}.${below(256)} - - [${writeInstant(period, at)}]`;
  switch (kind % 5) {
    case 0:
      return head.slice(0, -9); // cut inside the time
    case 1:
      return `${head} "GET /en/world/200`; // cut inside the request
    case 2:
      return `${head} "GET /es/ HTTP/1.1" `; // cut before the status
    case 3: // 0x80 and above is no UTF-8; below 0x20 are no line's ends
      return String.fromCharCode(
        ...Array.from({length: 60}, () => (below(2) === 0 ? 0x80 + below(0x80) : 0x0e + below(0x12))),
      );
    default:
      return `[error] [client 198.18.${below(256)}.${below(256)}] File does not exist: /srv/press/missing.html`;
  }
}
