import {afterEach, beforeEach, expect, test} from "vitest";
import {surveyClients} from "../../../src/operations/review/survey.ts";
import {openStore} from "../../../src/operations/store/store.ts";
import {wavesIn} from "../../../src/report/review.ts";
import {mmdbOf} from "../../intake/clients/mmdb.ts";
import {Workshop} from "../../intake/workshop.ts";
import {lineOf, logOf} from "../../press.ts";

const firefox = (version: number): string =>
  `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`;
const system = (number: number, name: string) => ({
  autonomous_system_number: number,
  autonomous_system_organization: name,
});

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop("publication: P\nowners: owners.mmdb\n");
  workshop.write(
    "press/owners.mmdb",
    mmdbOf({
      "198.51.100.0/24": system(64_500, "Rented Machines"),
      "192.0.2.0/24": system(64_501, "A Provider"),
      "203.0.113.0/24": system(64_502, "Another"),
    }),
  );
});
afterEach(() => workshop.remove());

interface Visits {
  readonly agent: (number: number) => string;
  readonly day?: (number: number) => number;
  readonly isFurnished?: boolean;
}

function visits(
  count: number,
  network: string,
  {agent, day = (number) => 1 + (number % 28), isFurnished = false}: Visits,
): string[] {
  return Array.from({length: count}, (_, number) => {
    const at = `${String(day(number)).padStart(2, "0")}/Jan/2026:10:00:00 +0000`;
    return ["/essay.html", ...(isFurnished ? ["/style.css"] : [])].map((path) =>
      lineOf({client: `${network}.${number + 1}`, at, path, agent: agent(number)}),
    );
  }).flat();
}

async function waves(lines: readonly string[]): Promise<unknown> {
  workshop.write("a.log", logOf(lines));
  await workshop.ingest(["a.log"]);
  const {review} = await surveyClients(openStore(workshop.folder), {period: {name: "2026-01", months: ["2026-01"]}});
  return wavesIn(review).map(({likeness, agent, network, clients, entry, reach}) => [
    likeness,
    agent,
    network,
    clients,
    entry,
    reach,
  ]);
}

// Eighty readers of two agents of today, half of them in each of two networks, all with the style sheet.
const readers = [
  ...visits(40, "192.0.2", {agent: (number) => firefox(144 + (number % 2)), isFurnished: true}),
  ...visits(40, "203.0.113", {agent: (number) => firefox(144 + (number % 2)), isFurnished: true}),
];

test("clients of one network under the readers' own agent are a wave, and one entry", async () => {
  expect(await waves([...readers, ...visits(40, "198.51.100", {agent: () => firefox(144)})])).toEqual([
    [
      ...["agent-network", firefox(144), "AS64500 Rented Machines", 40],
      ...[`agent=${firefox(144)} & network:AS64500`, 40],
    ],
  ]);
});

test("so are clients of one network whose agents rotate among those of readers", async () => {
  const rotating = visits(60, "198.51.100", {agent: (number) => firefox(120 + (number % 28))});
  expect(await waves([...readers, ...rotating])).toEqual([
    ["network", null, "AS64500 Rented Machines", 60, "network:AS64500", 60],
  ]);
});

test("readers of one network are none, where they fetch what belongs to the page", async () => {
  expect(
    await waves([
      ...readers,
      ...visits(60, "198.51.100", {agent: (number) => firefox(120 + (number % 28)), isFurnished: true}),
    ]),
  ).toEqual([]);
});

test("one page that many of a network were led to, with nothing beside it for anybody, is none", async () => {
  const led = visits(60, "198.51.100", {agent: (number) => firefox(120 + (number % 28))}).map((line) =>
    line.replace("/essay.html", "/plain.html"),
  );
  expect(await waves([...readers, ...led])).toEqual([]);
});
