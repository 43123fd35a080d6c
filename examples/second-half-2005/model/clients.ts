import {browsers, mirrorAgent, robotAgents} from "./agents.ts";

/** Who asks: one client, however many addresses of one IPv6 network and programs it uses. */
export interface Client {
  readonly addresses: readonly string[];
  readonly agents: readonly string[];
}

/** Readers who come every month; the first are named for what a careless rule would do to them. */
export const regularReaders = 400;

/** How many readers of one month do not come back in the next. */
const monthlyLeavers = 2000;

/** A reader who is on the blacklist for three days of October, both ends included. */
export const suspendedAddress = "198.51.101.99";

/** The three days, half open, in days of October counted from 0. */
export const suspendedDays = {from: 9, until: 12} as const;

const namedReaders: readonly (readonly string[])[] = [
  ["198.19.250.7"], // the dedicated one: exactly the limit while the heavy rule runs, above it afterwards
  ["192.0.2.1"], // begins like a developer
  ["192.0.2.100"], // a developer with a digit more
  ["198.51.101.7"], // beside the developers' network
  ["198.51.100.7.dial.example.net"], // a name that begins with a developer's address
  ["203.0.113.1"], // begins like a blacklisted one
  ["2001:db8:dea::7"], // beside the developers' IPv6 network
  ["2001:db8:deae::1"],
  [suspendedAddress],
];

/** Which client is the reader with this number? Numbers from 0; never a developer, robot or blacklisted client. */
function readerOf(number: number): Client {
  return {addresses: namedReaders[number] ?? addressesOf(number), agents: [browsers[(number * 7) % browsers.length]!]};
}

function addressesOf(number: number): readonly string[] {
  // An odd factor is a one-to-one shuffle of the 65,536 numbers.
  const place = Math.imul(number, 40503) & 0xffff;
  if (number % 16 === 5) {
    const network = `2001:db8:a:${place.toString(16)}`;
    return [`${network}::1`, `${network}::2`, `${network}:20c:29ff:fe4b:a1b2`];
  }
  if (number % 9 === 2) return [`ppp-${place}.dialup.example.net`];
  return [`198.18.${place >> 8}.${place & 255}`];
}

/** Numbers of the readers besides the regular ones; June's come before July's. */
function windowOf(month: number, size: number): {from: number; until: number} {
  const from = regularReaders + (month + 1) * monthlyLeavers;
  return {from, until: from + size - regularReaders};
}

/** Who reads in this month? Exactly `size` clients, the regular ones first; most of the others came last month too. */
export function readersOf(month: number, size: number): readonly Client[] {
  const {from} = windowOf(month, size);
  return Array.from({length: size}, (_, place) =>
    readerOf(place < regularReaders ? place : from + place - regularReaders),
  );
}

/**
 * Which reader of the month is the one at this place among those who are sent to an outside place?
 *
 * The first `regular` are the same in every month; all others leave after their month, so that nobody is among them twice.
 */
export function senderOf(month: number, place: number, regular: number): Client {
  // After the readers that have a name.
  if (place < regular) return readerOf(20 + place);
  return readerOf(windowOf(month, regularReaders).from + place - regular);
}

/**
 * Who asks for /robots.txt under a browser's name in this month?
 *
 * Robots for this month only: they read next month, when they do not ask for it.
 */
export function askersOf(month: number, size: number): readonly Client[] {
  const {until} = windowOf(month, size);
  return Array.from({length: 20}, (_, place) => readerOf(until + place));
}

/** Which clients name themselves robots? */
export const knownRobots: readonly Client[] = robotAgents.flatMap((agent, family) =>
  Array.from({length: 5}, (_, place) => ({
    addresses: [`198.19.${family + 1}.${20 + place * 3}`],
    agents: [agent],
  })),
);

/** Which clients hide what they are? Their agent is empty or `-`. */
export const namelessRobots: readonly Client[] = Array.from({length: 24}, (_, place) => ({
  addresses: [`198.19.200.${10 + place}`],
  agents: [place % 2 === 0 ? "-" : ""],
}));

/** Which program runs behind the door of a reader? Its requests are a robot's, the reader's stay a reader's. */
export const readersFeedProgram: Client = {addresses: ["192.0.2.100"], agents: ["Wget/1.9.1"]};

/** Who works on the site? A link checker among them: the developers' rule comes before the robots'. */
export const developers: readonly Client[] = [
  {addresses: ["192.0.2.10"], agents: [browsers[9]]},
  {addresses: ["198.51.100.4"], agents: [browsers[7]]},
  {addresses: ["198.51.100.255"], agents: [browsers[10]]},
  {addresses: ["198.51.100.80"], agents: ["W3C-checklink/4.2 libwww-perl/5.803"]},
  {addresses: ["2001:db8:dead:1::5", "2001:db8:dead:ffff::9"], agents: [browsers[12]]},
];

/** Who takes more than any person reads? Left out by the heavy readers' rule, from September by the blacklist. */
export const heavyClients: readonly Client[] = [
  {addresses: ["203.0.113.250"], agents: [browsers[0]]}, // one document above the limit
  {addresses: ["203.0.113.10"], agents: [browsers[1]]},
  {addresses: ["203.0.113.23"], agents: [browsers[5]]},
  {addresses: ["203.0.113.41"], agents: [browsers[3]]},
  {addresses: ["203.0.113.42"], agents: [browsers[3]]},
  {addresses: ["203.0.113.77"], agents: [browsers[8]]},
  {addresses: ["203.0.113.90"], agents: [browsers[4]]},
  {addresses: ["203.0.113.118"], agents: [browsers[2]]},
  {addresses: ["203.0.113.131"], agents: [browsers[0], browsers[7], browsers[11], browsers[13]]}, // people, really
  {addresses: ["203.0.113.160"], agents: [browsers[6], browsers[1], browsers[5], browsers[14]]}, // people, really
  {addresses: ["203.0.113.204"], agents: [browsers[0]]},
  {addresses: [1, 2, 3, 4].map((place) => `2001:db8:5:77::${place}`), agents: [browsers[9]]},
];

/** Who mirrors the site from September on, known by its agent alone? */
export const mirrors: readonly Client[] = ["192.0.2.201", "192.0.2.202", "ppp-9.mirror.example.org"].map((address) => ({
  addresses: [address],
  agents: [mirrorAgent],
}));
