const unfinished = new Set<() => void>();

/**
 * Has something taken away that must not outlast the process, such as addresses of readers that are not sealed yet, should the
 * process end before it is done.
 *
 * @param remove Is called while other threads may still be at work; does nothing that waits.
 * @returns To be called when it is done, however.
 */
export function removeAtEnd(remove: () => void): () => void {
  unfinished.add(remove);
  return () => unfinished.delete(remove);
}

/** Takes away all that is unfinished. Whoever lets the process end calls it last: a program at its `exit`. */
export function clearUnfinished(): void {
  for (const remove of unfinished) remove();
  unfinished.clear();
}
