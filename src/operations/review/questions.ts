import {
  isOfWaveAlone,
  type Review,
  type ReviewedClient,
  type ReviewWave,
  waveIn,
  wavesIn,
} from "../../report/review.ts";

/** What is asked about at once: a client, or all clients of a wave that nothing else speaks against. */
export interface ReviewQuestion {
  readonly entries: readonly string[];
  readonly wave: ReviewWave | null;
}

/** What a person is to be asked about these clients, waves first. */
export function questionsOf(clients: readonly ReviewedClient[], review: Review): ReviewQuestion[] {
  const alone = clients.filter(isOfWaveAlone);
  const ofWaves = wavesIn(review).flatMap((wave): ReviewQuestion[] => {
    const entries = alone.filter((client) => waveIn(client)?.id === wave.id).map(({entry}) => entry);
    return entries.length === 0 ? [] : [{entries, wave}];
  });
  const single = clients
    .filter((client) => !isOfWaveAlone(client))
    .map(({entry}): ReviewQuestion => ({entries: [entry], wave: null}));
  return [...ofWaves, ...single];
}
