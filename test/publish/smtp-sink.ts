import type {AddressInfo} from "node:net";
import {createServer, type Server, type Socket} from "node:net";
import {TLSSocket} from "node:tls";

/** One message as a server got it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: string;
}

/** A mail server on this machine that takes every message, but for whoever is on its list of strangers. */
export class SmtpSink {
  readonly received: Received[] = [];
  readonly commands: string[] = [];
  readonly #server: Server;

  constructor({
    strangers = [],
    greeting = "220 sink",
    certificate,
  }: {
    readonly strangers?: readonly string[];
    readonly greeting?: string;
    /** What it shows to who asks for encryption; left out, it has none. */
    readonly certificate?: {readonly key: string; readonly cert: string};
  } = {}) {
    const talk = (socket: Socket, isPlain: boolean): void => {
      socket.setEncoding("latin1");
      socket.on("error", () => {});
      if (isPlain) socket.write(`${greeting}\r\n`);
      let [from, buffer, data] = ["", "", false];
      let to: string[] = [];
      const answer = (line: string): string => {
        this.commands.push(line);
        const address = /<(.*)>/.exec(line)?.[1] ?? "";
        if (/^EHLO/i.test(line))
          return `250-sink\r\n${isPlain && certificate !== undefined ? "250-STARTTLS\r\n" : ""}250 8BITMIME`;
        if (/^MAIL/i.test(line)) from = address;
        if (/^RCPT/i.test(line) && strangers.includes(address)) return "550 nobody of that name";
        if (/^RCPT/i.test(line)) to.push(address);
        if (/^STARTTLS/i.test(line)) return "502 not here";
        if (/^DATA/i.test(line)) {
          data = true;
          return "354 go on";
        }
        return /^QUIT/i.test(line) ? "221 bye" : "250 good";
      };
      socket.on("data", (text) => {
        buffer += text;
        if (certificate !== undefined && /^STARTTLS\r\n/i.test(buffer)) {
          socket.removeAllListeners("data");
          socket.write("220 go on\r\n");
          talk(new TLSSocket(socket, {...certificate, isServer: true}), false);
          return;
        }
        for (;;) {
          const end = buffer.indexOf(data ? "\r\n.\r\n" : "\r\n");
          if (end < 0) return;
          const whole = buffer.slice(0, end);
          buffer = buffer.slice(end + (data ? 5 : 2));
          if (data) {
            // Lines that begin with a dot got a second one on the way.
            this.received.push({from, to, bytes: `${whole}\r\n`.replace(/^\.\./gm, ".")});
            [data, to] = [false, []];
            socket.write("250 taken\r\n");
          } else socket.write(`${answer(whole)}\r\n`);
        }
      });
    };
    this.#server = createServer((socket) => talk(socket, true));
  }

  /** Listens on a free port, which it returns. */
  async listen(host = "127.0.0.1"): Promise<number> {
    await new Promise<void>((done) => this.#server.listen(0, host, done));
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
  }
}
