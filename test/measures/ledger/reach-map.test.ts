import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {measureLedger} from "../../../src/measures/ledger/ledger-measures.ts";
import {locateCity} from "../../../src/measures/print/gazetteer.ts";
import {exampleLedger, exampleSurvey} from "./example-books.ts";

describe("a city is found by its name, its region and its country", () => {
  for (const [city, region, country, latitude, longitude] of [
    // To whole degrees, as an atlas has them.
    ["Springfield", "Illinois", "US", 40, -90],
    ["Springfield", "IL", "United States", 40, -90],
    ["Springfield", "Missouri", "US", 37, -93],
    ["sao paulo", null, "BR", -24, -47],
    ["São Paulo", "A region by another name", "Brazil", -24, -47],
    // The largest of several.
    ["Portland", null, "US", 46, -123],
  ] as const) {
    test(`${city}, ${region}, ${country}`, () => {
      const found = locateCity({city, region, country});
      expect(found && [Math.round(found.latitude), Math.round(found.longitude)]).toEqual([latitude, longitude]);
    });
  }
  for (const [why, city, region, country] of [
    ["no city is called so", "Nowhereville", null, "US"],
    ["it is not in that country", "Springfield", "Illinois", "FR"],
    ["several have the name, and none is in that region", "Springfield", "Kansas", "US"],
    ["without a country the region has to fit", "Springfield", "Somewhere", null],
  ] as const) {
    test(`not placed: ${why}`, () => expect(locateCity({city, region, country})).toBeNull());
  }
});

describe("the map of the worked example", () => {
  // In the half-year Springfield got 15,400, Chicago 5,400, Peoria 4,940, Gary 3,070 and Muncie 600.
  const map = measureLedger(exampleLedger, exampleSurvey).map!;
  test("has each city with its copies, the most first, and says which are reached", () => {
    expect(map.places.map(({city, copies, isReached}) => [city, copies, isReached])).toEqual([
      ["Springfield", 15_400, true],
      ["Chicago", 5400, true],
      ["Peoria", 4940, true],
      ["Gary", 3070, true],
      ["Muncie", 600, false],
    ]);
    expect(map).toMatchObject({unplaced: [], unplacedCopies: 0, smallestCity: 1000});
  });
  test("takes a place from the panel where that gives one", () => {
    const at = {latitude: -1.5, longitude: 2};
    const asked = {...exampleSurvey, panel: [{city: "Gary", at}, {city: "Peoria"}]};
    const {places} = measureLedger(exampleLedger, asked).map!;
    expect(places.find(({city}) => city === "Gary")).toMatchObject(at);
    expect(places.find(({city}) => city === "Peoria")!.latitude).toBeCloseTo(40.7, 1);
  });
  test("names the cities that it cannot place, and their copies", () => {
    const deliveries = exampleLedger.deliveries.map((row) => ({
      ...row,
      city: row.city === "Gary" ? "Zzyzx Springs" : row.city,
    }));
    const {unplaced, unplacedCopies} = measureLedger({...exampleLedger, deliveries}, exampleSurvey).map!;
    expect([unplaced, unplacedCopies]).toEqual([["Zzyzx Springs"], 3070]);
  });
  test("is not there where nothing went to a city that can be placed", () => {
    const nothing = {...exampleSurvey, period: {name: "2005-09", months: ["2005-09"]}};
    expect(measureLedger(exampleLedger, nothing).map).toBeNull();
  });
});

test("of the period's copies none is lost: those on the map and those not placed add up", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("Springfield", "Chicago", "Nowhere", "Gary"), {minLength: 1}), (cities) => {
      const [row] = exampleLedger.deliveries.filter(({city}) => city === "Gary");
      const deliveries = cities.map((city) => ({...row!, city, region: null, copies: 7}));
      const map = measureLedger({...exampleLedger, deliveries}, exampleSurvey).map;
      const placed = map?.places.reduce((sum, {copies}) => sum + copies, 0) ?? 0;
      if (map === null) expect(new Set(cities)).toEqual(new Set(["Nowhere"]));
      else expect(placed + map.unplacedCopies).toBe(7 * cities.length);
    }),
  );
});
