import {UserError} from "../errors.ts";

/** The same items, until the signal: then a UserError. */
export async function* untilAborted<T>(items: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const item of items) {
    if (signal?.aborted === true) throw new UserError("De levering is afgebroken. Wat al binnen was, blijft.", 1);
    yield item;
  }
}
