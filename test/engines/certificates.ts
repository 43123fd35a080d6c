import {execFileSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";

/** A certificate and its key, as files. */
export interface Shown {
  readonly certificate: string;
  readonly key: string;
}

/** Somebody who vouches for servers, and whom no machine knows by itself. */
export class Authority {
  readonly certificate: string;
  readonly #folder: string;
  readonly #key: string;
  readonly #name: string;

  /** @param folder Where its files are, and those of what it vouches for. */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.#key = join(folder, `${name}.key`);
    this.certificate = join(folder, `${name}.pem`);
    const subject = ["-subj", `/CN=The authority ${name}`, "-days", "2"];
    this.#openssl("req", "-x509", ...newKey, "-keyout", this.#key, "-out", this.certificate, ...subject);
  }

  /**
   * A certificate for a server.
   *
   * @param names As OpenSSL writes them: `IP:127.0.0.1`.
   * @param days For how many days from now; before 0, it has expired.
   */
  vouchFor(names: string, days = 1): Shown {
    const stem = join(this.#folder, `${this.#name}-${names.replaceAll(/\W/g, "-")}-${days}`);
    const [key, asked, certificate] = [`${stem}.key`, `${stem}.csr`, `${stem}.pem`];
    this.#openssl("req", ...newKey, "-keyout", key, "-out", asked, "-subj", "/CN=server");
    writeFileSync(`${stem}.ext`, `subjectAltName=${names}\n`);
    const signed = ["-CA", this.certificate, "-CAkey", this.#key, "-CAcreateserial", "-extfile", `${stem}.ext`];
    this.#openssl("x509", "-req", "-in", asked, "-out", certificate, ...signed, "-days", String(days));
    return {certificate, key};
  }

  #openssl(...words: string[]): void {
    execFileSync("openssl", words, {stdio: "ignore"});
  }
}

const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
