import type {Desk} from "./desk.ts";

/** Something of which each desk has its own, begun when it is first asked for and kept for as long as the desk runs. */
export function deskMemory<T>(begin: () => T): (desk: Desk) => T {
  const known = new WeakMap<Desk, T>();
  return (desk) => {
    const own = known.get(desk) ?? begin();
    known.set(desk, own);
    return own;
  };
}
