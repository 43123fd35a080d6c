import {type IncomingMessage, request} from "node:http";

/** A request that was sent, and what came back. */
export interface Sent {
  readonly from: string;
  readonly method: string;
  readonly path: string;
  readonly agent: string;
  readonly host: string;
  readonly forwarded: string | null;
  readonly status: number;
  /** Of the answer's body; what a HEAD would have had is not in it. */
  readonly bodyBytes: number;
}

/** Where a server listens, and what its log tells readers apart by. */
export interface Target {
  readonly port: number;
  /** Do readers differ by `X-Forwarded-For`? Else by the address that they connect from. */
  readonly isProxied: boolean;
}

/** Documents that the server has, by their path. */
export const documents: Readonly<Record<string, string>> = {
  "/": "<title>Home</title>",
  "/news/": "<title>News</title> of the day",
  "/news/today.html": "today ".repeat(40),
  "/caf%C3%A9.html": "a page with an accent",
  "/%E6%96%B0%E9%97%BB.html": "a page of another script",
};

const missing = ["/old/page.html", "/say/%22hello%22.html", "/a%20b.html"];

const agents = [
  "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) "quoted" Firefox/128.0',
  "Mozilla/5.0 (Windows NT 10.0) back\\slash [brackets] Firefox/127.0",
];

/** How many readers there are. */
export const readers = 12;

/** Sends some hundred requests one after the other: GET, HEAD and POST of documents, of missing pages, by several readers. */
export async function sendAll(target: Target): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (let place = 0; place < readers * 20; place++) {
    const reader = place % readers;
    const round = Math.floor(place / readers);
    const pages = [...Object.keys(documents), ...missing];
    const what = {
      from: target.isProxied ? "127.0.0.1" : `127.0.0.${reader + 2}`,
      method: round % 7 === 5 ? "HEAD" : round % 9 === 8 ? "POST" : "GET",
      path: pages[(place + round) % pages.length]!,
      agent: agents[reader % agents.length]!,
      host: reader % 3 === 0 ? "press.example" : "www.press.example",
      forwarded: target.isProxied ? `198.51.100.${reader + 1}` : null,
    };
    sent.push({...what, ...(await send(target.port, what))});
  }
  return sent;
}

function send(
  port: number,
  {from, method, path, agent, host, forwarded}: Omit<Sent, "status" | "bodyBytes">,
): Promise<Pick<Sent, "status" | "bodyBytes">> {
  const headers = {
    "user-agent": agent,
    host,
    connection: "close",
    ...(forwarded ? {"x-forwarded-for": forwarded} : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      {host: "127.0.0.1", port, localAddress: from, method, path, headers},
      (answer: IncomingMessage) => {
        let bodyBytes = 0;
        answer.on("data", (piece: Buffer) => {
          bodyBytes += piece.length;
        });
        answer.on("end", () => resolve({status: answer.statusCode!, bodyBytes}));
        answer.on("error", reject);
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}
