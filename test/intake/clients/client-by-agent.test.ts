import {expect, test} from "vitest";
import {isHostName} from "../../../src/base/address.ts";
import {addressNamed, byAgent, nameByAgent} from "../../../src/intake/scanner/client-by-agent.ts";

for (const [network, address] of [
  ["198.51.100.0", "198.51.100.0"],
  ["198.51.100.x", "198.51.100.0"],
  ["2001:db8:1::", "2001:db8:1::"],
  ["2001:DB8:0001:2::", "2001:db8:1:2::"],
] as const) {
  test(`${network} with an agent has a name that a list takes, and is where the network is`, () => {
    const name = nameByAgent(byAgent(network, "Lynx/2.8.5"))!;
    expect(name).toMatch(/\.agent-[0-9a-f]{8}$/);
    expect(isHostName(name)).toBe(true);
    expect(addressNamed(name)).toBe(address);
  });
}

test("two agents in one network are two clients, and one agent in two networks, too", () => {
  const names = [
    ["198.51.100.0", "a"],
    ["198.51.100.0", "b"],
    ["198.51.101.0", "a"],
  ].map(([network, agent]) => nameByAgent(byAgent(network!, agent!)));
  expect(new Set(names).size).toBe(3);
});

for (const [name, address] of [
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2::/64", "2001:db8:1:2::"],
  ["reader.example.net", "reader.example.net"],
] as const) {
  test(`any other client is where it is: ${name}`, () => {
    expect(nameByAgent(name)).toBeNull();
    expect(addressNamed(name)).toBe(address);
  });
}
