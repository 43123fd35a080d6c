type Bound<Act, Store> = Act extends (store: Store, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;

/** Gives acts, which take an open forum first, for the one that is open. */
export function binder<Store>(store: Store) {
  return <Act extends (store: Store, ...rest: never[]) => unknown>(act: Act): Bound<Act, Store> =>
    ((...rest: never[]) => act(store, ...rest)) as Bound<Act, Store>;
}
