import {browser} from "./press.ts";

/** A line with the virtual host before it. */
export function hostedLine(
  host: string,
  client: number | string,
  path: string,
  {status = 200, day = 1, month = 3}: {status?: number; day?: number; month?: 2 | 3} = {},
): string {
  const address = typeof client === "number" ? `192.0.2.${client}` : client;
  const at = `${String(day).padStart(2, "0")}/${month === 2 ? "Feb" : "Mar"}/2026:12:00:00 +0000`;
  return `${host} ${address} - - [${at}] "GET ${path} HTTP/1.1" ${status} 1000 "-" "${browser}"`;
}

/**
 * A log of a paper (on two hosts and a mobile one), a shop, and what strangers write for a host.
 *
 * Counted, by hand: press.example 5 documents of readers 1, 2 and 3 (`/` three times, `/news/a.html` twice); m.press.example 1 of reader 7; shop.example
 * 3 of readers 1 and 4; 1 of reader 8 that names no host. Reader 5 asked the shop for /robots.txt and is a robot on all; 6 found nothing.
 */
export const severalSites: readonly string[] = [
  hostedLine("press.example:443", 1, "/"),
  hostedLine("press.example:443", 2, "/"),
  hostedLine("press.example:443", 1, "/news/a.html", {day: 2}),
  hostedLine("www.press.example:443", 3, "/"),
  hostedLine("PRESS.EXAMPLE.:80", 3, "/news/a.html", {day: 2}),
  hostedLine("m.press.example:443", 7, "/"),
  hostedLine("shop.example", 1, "/", {day: 3}),
  hostedLine("shop.example", 4, "/", {day: 3}),
  hostedLine("shop.example", 4, "/cart", {day: 3}),
  hostedLine("shop.example", 5, "/robots.txt"),
  hostedLine("press.example:443", 5, "/news/a.html"),
  hostedLine("shop.example", 6, "/missing", {status: 404}),
  hostedLine("_", 8, "/"),
  ...Array.from({length: 30}, (_, place) =>
    hostedLine(`x${place}.invalid`, 100 + place, "/wp-login.php", {status: 404}),
  ),
];
