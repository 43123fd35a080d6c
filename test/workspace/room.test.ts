import {tmpdir} from "node:os";
import {expect, test} from "vitest";
import {checkRoom, leastRoom, roomAt} from "../../src/workspace/room.ts";

test("what fits beside what has to stay free is let in, and what does not is refused with how much would fit", () => {
  const folder = tmpdir();
  const free = roomAt(folder);
  expect(() => checkRoom(folder, 0)).not.toThrow();
  expect(() => checkRoom(folder, free - leastRoom + 1_000_000_000)).toThrow(/do not fit: the disk has room for/);
  expect(() => checkRoom(folder, Number.MAX_SAFE_INTEGER)).toThrow(
    expect.objectContaining({code: "DISK_FULL", where: folder}),
  );
});
