import {UserError} from "../../base/error.ts";
import {answerOf, type LevelAnswer, unchecked} from "./answer.ts";

/**
 * A level's answer, also where an edition is such that the level cannot be asked: then the other levels are answered all the same.
 *
 * What is larger or more deeply nested than the language bears is no fault of the program either.
 *
 * @param isOfAsker Which faults are those of whoever asks, and end all?
 */
export async function guarded(
  level: LevelAnswer["level"],
  check: () => LevelAnswer | Promise<LevelAnswer>,
  isOfAsker: (fault: UserError) => boolean = ({code}) => code === "ABORTED",
): Promise<LevelAnswer> {
  try {
    return await check();
  } catch (fault) {
    if (fault instanceof UserError && !isOfAsker(fault)) {
      return answerOf(level, [], [unchecked(fault.where ?? null, fault.message)]);
    }
    if (!(fault instanceof RangeError)) throw fault;
    const cause = "it is larger, or more deeply nested, than can be looked at";
    return answerOf(level, [], [unchecked(null, cause)]);
  }
}
