import {UserError} from "../errors.ts";
import type {CommandInput} from "./command.ts";

/** For what puts another archive and database in the place of those that are there: nobody may be at work in them. */
export function assertAlone({inTurn}: Pick<CommandInput, "inTurn">, what: string): void {
  if (inTurn === undefined) return;
  throw new UserError(
    `${what} gaat met de server uit, omdat archief en database opnieuw geschreven worden. Stop de server en geef de opdracht nog een keer.`,
  );
}
