import {connect} from "node:net";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {type Limits, type Listening, listen} from "../../src/serve/listen.ts";
import {longTest} from "../run/amounts.ts";
import {examples, type ServedPress, servePress} from "./served-press.ts";

/*
 * What a connection may do: bytes of every kind over a socket, with limits that are short enough to wait for.
 */

// Late headers are looked for again and again; as with the usual limits, that is over long before the connection has idled too long.
const limits: Limits = {
  ...{connections: 4, headerBytes: 4096, headersMs: 400, requestMs: 600, idleMs: 2000, keepAliveMs: 300},
  ...{requestsOfConnection: 3, drainMs: 400},
};
const own = {Request: globalThis.Request, Response: globalThis.Response};

let served: ServedPress;
let listening: Listening;

beforeAll(async () => {
  served = await servePress();
  listening = await listen(served.app, {host: "127.0.0.1", port: 0}, limits);
}, 60_000);

afterAll(async () => {
  await listening.drain();
  // The library puts its own in their place, and other files share this process.
  Object.assign(globalThis, own);
  served.remove();
});

/** Sends bytes as they are, and gives what comes until the server ends the connection. */
function say(text: string, {thenEnd = false, most = 5000} = {}): Promise<string> {
  return new Promise((done) => {
    let got = "";
    const socket = connect(listening.port, "127.0.0.1", () => {
      socket.write(text, "latin1");
      if (thenEnd) socket.end();
    });
    socket.setEncoding("latin1");
    socket.on("data", (piece) => (got += piece));
    socket.on("error", () => {});
    socket.on("close", () => done(got));
    setTimeout(() => socket.destroy(), most).unref();
  });
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
const last = "Host: 127.0.0.1\r\nConnection: close\r\n\r\n";

describe("a request as bytes", () => {
  for (const [what, text, status] of [
    ["an honest one", `GET / HTTP/1.1\r\n${last}`, 200],
    ["a page of the API", `GET ${examples["getFigure"]} HTTP/1.1\r\n${last}`, 200],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["another host", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421],
    ["a whole address of another host", `GET http://evil.example/ HTTP/1.1\r\n${last}`, 421],
    ["the path of a parent", `GET /../../store/key HTTP/1.1\r\n${last}`, 404],
    ["an encoded parent", `GET /..%2f..%2fstore/key HTTP/1.1\r\n${last}`, 400],
    ["two lengths", `POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${last}`, 400],
    ["a length and pieces", `POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${last}`, 400],
    ["a body", `POST / HTTP/1.1\r\nContent-Length: 5\r\n${last}hello`, 405],
    ["a body of GET", `GET / HTTP/1.1\r\nContent-Length: 5\r\n${last}hello`, 413],
    [
      "a body without end",
      `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${last}ffffffff\r\n${"x".repeat(70_000)}`,
      405,
    ],
    ["headers that are too long", `GET / HTTP/1.1\r\nX: ${"x".repeat(8000)}\r\n${last}`, 431],
    ["a path that is too long", `GET /${"x".repeat(3000)} HTTP/1.1\r\n${last}`, 400],
    ["TRACE", `TRACE / HTTP/1.1\r\n${last}`, 405],
    ["another protocol", "SSH-2.0-OpenSSH\r\n\r\n", 400],
    ["a line end that ends no line", `GET / HTTP/1.1\nHost: 127.0.0.1\n\n`, 400],
    ["a header in a header", `GET / HTTP/1.1\r\nX: a\rSet-Cookie: b\r\n${last}`, 400],
  ] as const) {
    test(`${what}: ${status}`, async () => expect(statusOf(await say(text))).toBe(status));
  }

  test("a tunnel and another protocol are not to be had", async () => {
    expect(await say(`CONNECT evil.example:443 HTTP/1.1\r\n${last}`)).toBe("");
    const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nHost: 127.0.0.1\r\n\r\n";
    expect(await say(`GET / HTTP/1.1\r\n${upgrade}`)).toBe("");
  });

  test("a cookie changes nothing, and none is set", async () => {
    const answer = await say(`GET / HTTP/1.1\r\nCookie: __Host-s=1\r\n${last}`);
    expect(answer).not.toMatch(/set-cookie/i);
  });
});

describe("a client that is slow", () => {
  test("headers that do not end are ended", async () => {
    const begun = performance.now();
    expect(statusOf(await say("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "))).toBe(408);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test("a connection that says nothing is ended", async () => {
    const begun = performance.now();
    await say("");
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  longTest("a connection gives so many answers and no more", async () => {
    const answer = await say("GET /api/v1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(5));
    expect(answer.match(/^HTTP\/1\.1 200/gm)?.length).toBe(3);
  });

  test("more connections than there may be are turned away, and there is room again when they are gone", async () => {
    const sockets = Array.from({length: 4}, () => connect(listening.port, "127.0.0.1"));
    await Promise.all(sockets.map((socket) => new Promise((done) => socket.once("connect", done))));
    expect(await say(`GET / HTTP/1.1\r\n${last}`)).toBe("");
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => setTimeout(done, 100));
    expect(statusOf(await say(`GET / HTTP/1.1\r\n${last}`))).toBe(200);
  });
});

test("where another program listens, that is said", async () => {
  await expect(listen(served.app, {host: "127.0.0.1", port: listening.port}, limits)).rejects.toThrow(
    "another program listens there",
  );
  await expect(listen(served.app, {host: "192.0.2.1", port: 0}, limits)).rejects.toThrow("no such address");
});

test("whoever holds a connection does not keep the server from ending", async () => {
  const other = await listen(served.app, {host: "127.0.0.1", port: 0}, limits);
  const socket = connect(other.port, "127.0.0.1");
  socket.on("error", () => {});
  await new Promise((done) => socket.once("connect", done));
  socket.write("GET / HTTP/1.1\r\n");
  const begun = performance.now();
  await other.drain();
  expect(performance.now() - begun).toBeLessThan(2000);
});
