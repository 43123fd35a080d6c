import {createServer, type IncomingMessage, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {type Asker, type DeskWish, deskOf, type TestDesk} from "../serve/desk/desk-of.ts";

/** A desk at an address of this machine, at which somebody is signed in. */
export interface ServedDesk {
  readonly test: TestDesk;
  /** `http://127.0.0.1:40123`. */
  readonly home: string;
  readonly end: () => Promise<void>;
}

/** As what every page of the desk is looked at: in which language, how wide, light or dark, with or without script. */
export const deskViews = [
  ["en", 1440, "light", true],
  ["en", 320, "dark", false],
  ["ar", 390, "light", false],
  ["de", 768, "dark", true],
] as const;

/** Serves a desk to a browser. What it asks for is asked of the application as an editor, or as `as`, whatever cookie it sends. */
export async function serveDesk(wish: DeskWish, as: Asker = "editor"): Promise<ServedDesk> {
  const test = deskOf(wish);
  const server: Server = createServer((request, response) => {
    void answer(test, request, as).then(async (given) => {
      response.writeHead(given.status, Object.fromEntries(given.headers));
      // As it comes: events have no end that could be waited for.
      for await (const piece of given.body ?? []) response.write(piece);
      response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const end = async (): Promise<void> => {
    await new Promise((done) => server.close(done));
    await test.remove();
  };
  return {test, home, end};
}

async function answer({app}: TestDesk, request: IncomingMessage, as: Asker): Promise<Response> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
  );
  for (const name of ["cookie", "host", "origin", "content-length", "connection"]) headers.delete(name);
  headers.set("cookie", `__Host-desk=${as}`);
  const isPost = request.method === "POST";
  if (isPost) headers.set("origin", "http://localhost:8081");
  const init = {method: request.method ?? "GET", headers, ...(isPost && {body: Buffer.concat(pieces)})};
  return app.fetch(new Request(`http://localhost:8081${request.url ?? "/"}`, init));
}
