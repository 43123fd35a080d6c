import {createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes} from "node:crypto";

const [present, verified, attested] = [0x01, 0x04, 0x40];

/** What an authenticator and a browser may do otherwise than they should. */
export interface Otherwise {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  /** Nobody was there. */
  readonly isAbsent?: boolean;
  /** Signed by another key. */
  readonly key?: KeyObject;
  readonly counter?: number;
}

const sha = (data: string | Buffer): Buffer => createHash("sha256").update(data).digest();

/** An authenticator made of Node's own cryptography, and the browser that it is plugged into. */
export class SoftwareKey {
  readonly id = randomBytes(16);
  readonly #pair = generateKeyPairSync("ec", {namedCurve: "P-256"});
  #counter = 1;

  /** What a browser answers that was asked for a new passkey. */
  make(options: string, otherwise: Otherwise = {}): string {
    const {challenge, rp} = JSON.parse(options) as {challenge: string; rp: {id: string}};
    const client = this.#client("webauthn.create", challenge, otherwise);
    const {x, y} = this.#pair.publicKey.export({format: "jwk"});
    // COSE (RFC 9053): kty EC2, alg ES256, crv P-256, x, y.
    const key = Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(x!, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y!, "base64url"),
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const data = Buffer.concat([this.#data(rp.id, attested, otherwise), credential]);
    // CBOR (RFC 8949): {fmt: "none", attStmt: {}, authData: bytes}.
    const attestation = Buffer.concat([
      Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
      Buffer.from([data.length]),
      data,
    ]);
    return this.#answer({
      attestationObject: attestation.toString("base64url"),
      clientDataJSON: client.toString("base64url"),
    });
  }

  /** What a browser answers that was asked for a passkey. */
  show(options: string, otherwise: Otherwise = {}): string {
    const {challenge, rpId} = JSON.parse(options) as {challenge: string; rpId: string};
    const client = this.#client("webauthn.get", challenge, otherwise);
    this.#counter++;
    const data = this.#data(rpId, 0, otherwise);
    const signer = createSign("sha256").update(Buffer.concat([data, sha(client)]));
    return this.#answer({
      authenticatorData: data.toString("base64url"),
      clientDataJSON: client.toString("base64url"),
      signature: signer.sign(otherwise.key ?? this.#pair.privateKey).toString("base64url"),
    });
  }

  #client(
    type: string,
    challenge: string,
    {origin = "http://localhost:8081", challenge: other = challenge}: Otherwise,
  ): Buffer {
    return Buffer.from(JSON.stringify({type, challenge: other, origin, crossOrigin: false}));
  }

  #data(
    host: string,
    more: number,
    {host: other = host, isAbsent = false, counter = this.#counter}: Otherwise,
  ): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha(other), Buffer.from([(isAbsent ? 0 : present | verified) | more]), count]);
  }

  #answer(response: object): string {
    const id = this.id.toString("base64url");
    return JSON.stringify({id, rawId: id, type: "public-key", clientExtensionResults: {}, response});
  }
}
