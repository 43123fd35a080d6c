import {gzipSync} from "node:zlib";
import type {Workshop} from "../../intake/workshop.ts";
import {heavyOf, monthOf} from "./logs.ts";
import type {Scene} from "./scene.ts";

const config = "publication: The Test Press\nmethodology:\n  heavyReaders: {documents: 100}\n";
const period = "2025-07..2025-08";

/** Two months with two clients over the limit. */
async function ingestTwoMonths(workshop: Workshop): Promise<void> {
  workshop.write("july.log", monthOf("Jul", 600) + heavyOf("Jul", 150, "203.0.113.1"));
  workshop.write("august.log", monthOf("Aug", 600) + heavyOf("Aug", 120, "203.0.113.2"));
  await workshop.ingest(["july.log", "august.log"]);
}

async function succeed(workshop: Workshop, ...words: string[]): Promise<void> {
  const said = await workshop.run(...words);
  if (said.status !== 0) throw new Error(said.stderr);
}

async function publish(workshop: Workshop, of: string): Promise<void> {
  await succeed(workshop, "publish", of, "--quiet", "--no-ranges", "--tables", "none", "--accept", "a test");
}

const decisions = [
  "entry,decision,reason,from,until",
  "203.0.113.1,reader,is a school,2025-07-01,2025-07-31",
  "203.0.113.2,robot,copies the archive,2025-08-01,",
].join("\n");

export const publishing: Scene = {
  name: "publish",
  config,
  period,
  kills: {ci: 16, nightly: 600},
  words: ["publish", period, "--quiet", "--no-ranges", "--tables", "top-documents", "--accept", "a test"],
  async prepare(workshop) {
    await ingestTwoMonths(workshop);
    // With a key that is there, and an edition to be chained to, every run writes the same bytes.
    await publish(workshop, "2025-07");
  },
};

export const deciding: Scene = {
  name: "review --decide",
  config,
  period,
  kills: {ci: 12, nightly: 600},
  words: ["review", period, "--decide", "decisions.csv", "--by", "A. Editor", "--quiet"],
  async prepare(workshop) {
    await ingestTwoMonths(workshop);
    workshop.write("decisions.csv", `${decisions}\n`);
  },
};

export const restating: Scene = {
  name: "correct",
  config,
  period,
  kills: {ci: 16, nightly: 600},
  words: ["correct", period, "--quiet", "--reason", "a school was taken for a robot"],
  async prepare(workshop) {
    await ingestTwoMonths(workshop);
    for (const month of ["2025-07", "2025-08", period]) {
      await publish(workshop, month);
    }
    workshop.write("decisions.csv", `${decisions}\n`);
    await succeed(workshop, "review", period, "--decide", "decisions.csv", "--by", "A. Editor", "--quiet");
  },
};

export const importing: Scene = {
  name: "ledger import",
  period,
  kills: {ci: 10, nightly: 500},
  words: ["ledger", "import", "print-runs.csv", "--quiet"],
  async prepare(workshop) {
    await ingestTwoMonths(workshop);
    const row = (place: number): string =>
      `The Paper;en;${place};2025-${String(1 + (place % 12)).padStart(2, "0")}-01;${1000 + place}\n`;
    const rows = Array.from({length: 300}, (_, place) => row(place));
    workshop.write("print-runs.csv", `Publication;Lang;Issue No.;Printed on;Print run\n${rows.join("")}`);
  },
};

// Each log has a month of its own, so that the figures of a month are those of before or of after, nothing between.
export const ingesting: Scene = {
  name: "ingest",
  period: "2025-07..2025-10",
  kills: {ci: 24, nightly: 1500},
  words: ["ingest", "--quiet", "july.log", "august.log", "september.log.gz", "october.log"],
  async prepare(workshop) {
    const july = monthOf("Jul", 6000);
    // Cut inside a line, and known so far.
    workshop.write("july.log", july.slice(0, 400_050));
    await workshop.ingest(["july.log"]);
    workshop.write("july.log", july);
    workshop.write("august.log", monthOf("Aug", 4000).replaceAll("\n", "\r\n"));
    workshop.write("september.log.gz", gzipSync(monthOf("Sep", 4000)));
    workshop.write("october.log", `${monthOf("Oct", 500)}damage\n# comment\n`);
  },
};

export const closing: Scene = {
  name: "close",
  period: "2025-07..2025-10",
  kills: {ci: 10, nightly: 500},
  words: ["close", "2025-07..2025-08", "--undecided", "--quiet"],
  async prepare(workshop) {
    for (const month of ["Jul", "Aug", "Sep"] as const) {
      workshop.write(`${month}.log`, monthOf(month, 600));
      await workshop.ingest([`${month}.log`]);
    }
  },
};

export const dropping: Scene = {
  name: "inputs drop",
  period: "2025-07..2025-09",
  kills: {ci: 8, nightly: 400},
  words: ["inputs", "drop", "Jul.log", "Aug.log", "--yes", "--quiet"],
  doneStatus: 3,
  clearUp: ["ingest", "Sep.log", "--quiet"],
  async prepare(workshop) {
    for (const month of ["Jul", "Aug", "Sep"] as const) {
      workshop.write(`${month}.log`, `${monthOf(month, 600)}damage\n`);
      await workshop.ingest([`${month}.log`]);
    }
  },
};
