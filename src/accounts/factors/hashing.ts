import {type Argon2Parameters, argon2, randomBytes, timingSafeEqual} from "node:crypto";
import {availableParallelism} from "node:os";

/** What one hash costs: kibibytes, rounds, lanes. */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** What the Argon2id of a new pass phrase costs: some 30 ms and 19 MiB. It may be raised: each hash keeps its own beside it. */
export const usualCost: HashCost = {memory: 19_456, passes: 2, parallelism: 1};

/** More hashes are asked for than are made at a time: it may be tried again. */
export class TooBusy extends Error {
  readonly afterSeconds = 2;
}

/** Makes and checks hashes of pass phrases, a bounded number at a time. */
export interface Hashing {
  /** @throws {TooBusy} */
  hash(phrase: string): Promise<string>;
  /**
   * Is it the phrase? Takes as long where there is no hash.
   *
   * @returns `isOld` where it was made at another cost than is usual now, and is to be made again.
   * @throws {TooBusy}
   */
  check(phrase: string, hash: string | null): Promise<{readonly isRight: boolean; readonly isOld: boolean}>;
}

const [saltBytes, hashBytes] = [16, 32];
/** Asked for at a time, those that wait among them. */
const most = 8;
/** Pages are made meanwhile, and files are read with the same four threads. */
const atOnce = availableParallelism() < 4 ? 1 : 2;

/** @param cost Tests take less. */
export function openHashing(cost: HashCost = usualCost): Hashing {
  let [asked, running] = [0, 0];
  const waiting: (() => void)[] = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (asked >= most) throw new TooBusy("eight pass phrases are being checked");
    asked++;
    if (running < atOnce) running++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await work();
    } finally {
      asked--;
      // Whose turn is next takes the place of this one.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
  return {
    hash: (phrase) =>
      inTurn(async () => {
        const salt = randomBytes(saltBytes);
        return written(cost, salt, await derive(phrase, salt, cost));
      }),
    check: (phrase, hash) =>
      inTurn(async () => {
        const kept = hash === null ? null : parsed(hash);
        const {salt, cost: own} = kept ?? {salt: randomBytes(saltBytes), cost};
        const found = await derive(phrase, salt, own);
        const isRight = timingSafeEqual(found, kept?.hash ?? randomBytes(hashBytes)) && kept !== null;
        return {isRight, isOld: written(own, salt, found) !== written(cost, salt, found)};
      }),
  };
}

function derive(phrase: string, salt: Buffer, {memory, passes, parallelism}: HashCost): Promise<Buffer> {
  // The same letters, however a keyboard puts them together.
  const message = Buffer.from(phrase.normalize("NFC"), "utf8");
  const parameters: Argon2Parameters = {message, nonce: salt, memory, passes, parallelism, tagLength: hashBytes};
  return new Promise((done, fail) => {
    argon2("argon2id", parameters, (fault, hash) => (fault === null ? done(hash) : fail(fault)));
  });
}

/** In the form that all programs with Argon2 write. */
function written({memory, passes, parallelism}: HashCost, salt: Buffer, hash: Buffer): string {
  const plain = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(hash)}`;
}

function parsed(text: string): {readonly cost: HashCost; readonly salt: Buffer; readonly hash: Buffer} {
  const found = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([\w+/]+)\$([\w+/]+)$/.exec(text);
  if (found === null) throw new Error("the hash of a pass phrase is not of this form");
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number];
  const [salt, hash] = found.slice(4).map((part) => Buffer.from(part, "base64")) as [Buffer, Buffer];
  return {cost: {memory, passes, parallelism}, salt, hash};
}
