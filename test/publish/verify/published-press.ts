import {chmodSync, cpSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Verification, VerifyRequest} from "../../../src/publish/verify/verify.ts";
import {verifyPlace} from "../../../src/publish/verify/verify.ts";
import {Workshop} from "../../intake/workshop.ts";
import {lineOf, logOf} from "../../press.ts";
import {readOnce} from "../../run/read-once.ts";
import {alone} from "./sealed.ts";
import {setHere} from "./set-here.ts";

/** Days of both months with as many readers as tell every figure from the others. */
function linesOf(
  month: string,
  days: number,
  {from, readers}: {readonly from: number; readonly readers: number},
): string[] {
  return Array.from({length: readers}, (_, reader) => {
    const place = from + reader;
    const client = `198.51.${Math.floor(place / 200)}.${(place % 200) + 1}`;
    const day = String((reader % days) + 1).padStart(2, "0");
    return ["/", "/a.html", `/b-${reader % 7}.html`].map((path) => {
      return lineOf({client, path, at: `${day}/${month}/2026:10:00:00 +0000`, bytes: 1000 + reader});
    });
  }).flat();
}

const editions = `title,language,issue,print_date,printed,spoiled,kept
The Press,en,1,2025-01-05,1000,0,0
The Press,en,2,2026-01-05,1371,0,0
The Press,en,3,2026-02-05,1493,0,0
`;

const config = "publication: The Example Press\nsmallest: 1\npaper: letter\nmethodology:\n  developers: [198.51.0.1]\n";

/** A workspace with two months of logs and a book, of which January and then both months were published. One reader is a developer. */
export async function publishedPress(): Promise<Workshop> {
  const workshop = new Workshop(config);
  const january = logOf(linesOf("Jan", 31, {from: 0, readers: 431}));
  const february = logOf(linesOf("Feb", 28, {from: 60, readers: 517}));
  await readOnce(["a press with two editions", config, editions, january, february], workshop.root, async () => {
    workshop.write("press/ledger/editions.csv", editions);
    workshop.write("logs/january.log", january);
    workshop.write("logs/february.log", february);
    await workshop.ingest(["logs"]);
    for (const period of ["2026-01", "2026-01..2026-02"]) {
      const said = await workshop.run("publish", period, "--date", "2026-03-01", "--accept", "a test", "--quiet");
      if (said.status !== 0) throw new Error(said.stderr);
    }
  });
  return workshop;
}

/** The PDF of both months that such a workspace has published. */
export interface PublishedPdf {
  readonly workshop: Workshop;
  readonly bytes: Buffer;
  /** Verifies it by itself, or what somebody has made of it. */
  alone(pdf: Uint8Array): Promise<Verification>;
}

/** Publishes, and reads the PDF of both months. */
export async function publishedPdf(): Promise<PublishedPdf> {
  const workshop = await publishedPress();
  const bytes = readFileSync(join(workshop.folder, "published", "2026-01..2026-02", "report.pdf"));
  const path = join(workshop.root, "alone.pdf");
  const alone = (pdf: Uint8Array): Promise<Verification> => {
    writeFileSync(path, pdf);
    return verifyAt(path, workshop);
  };
  return {workshop, bytes, alone};
}

/** Puts other content into a file that nobody may write. */
export function overwrite(path: string, content: string | Uint8Array): void {
  chmodSync(dirname(path), 0o755);
  rmSync(path);
  writeFileSync(path, content);
}

/** Copies what was published to beside the workspace, and says where. */
export function copyPublished(workshop: Workshop, name: string): string {
  const place = join(workshop.root, name);
  cpSync(join(workshop.folder, "published"), place, {recursive: true});
  return place;
}

/** Verifies a place, by somebody who knows nothing beforehand. */
export function verifyAt(place: string, workshop: Workshop, more: Partial<VerifyRequest> = {}): Promise<Verification> {
  const own = {place, cwd: workshop.root, knownKeys: join(workshop.root, "known-keys"), today: "2026-03-01"};
  return verifyPlace({...alone, ...own, ...more}, {}, setHere);
}
