import {keepCounted, wholeQuestions} from "./judge.ts";
import {type Judgement, judgementIn} from "./judgement.ts";

/**
 * The judgement of the requests of the one site that is asked about, or of all where none is: those of others are not in its account. Who is
 * a robot or reads too much was judged by the requests of all sites.
 *
 * @param judged Goes with what comes out.
 */
export async function ofOneSite(judged: Judgement): Promise<Judgement> {
  const wanted = judged.sites?.wanted ?? null;
  if (wanted === null) return judged;
  const engine = await judged.engine.branch({any_verdict: "given_verdict"});
  const table = await engine.table("wanted_site");
  table.add([[wanted]]);
  table.close();
  await engine.view("given_verdict", "given-verdict-of-site");
  await keepCounted(engine, {...wholeQuestions, hasClicks: judged.names.isByPath});
  const {methodology, months, names, sites} = judged;
  return {
    ...judgementIn({engine, methodology, months, names, sites, isOfSite: true, cacheKey: null}),
    [Symbol.dispose]: () => judged[Symbol.dispose](),
  };
}
