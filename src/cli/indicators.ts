import {UserError} from "../errors.ts";
import {catalogue} from "../indicators/catalogue.ts";
import type {Indicator} from "../indicators/indicator.ts";
import type {Command, CommandInput, ExitCode} from "./command.ts";

export const indicators: Command = {
  name: "indicators",
  summary: "Noemt de indicatoren en wat ze betekenen.",
  usage: "indicators [--json]",
  options: {json: {type: "boolean"}},
  run: runIndicators,
};

async function runIndicators({positionals, values, output}: CommandInput): Promise<ExitCode> {
  // "indicators list" is what people try first.
  if (positionals.length > 0 && positionals[0] !== "list") {
    throw new UserError(`'${positionals[0]}' hoort hier niet. Gebruik: npx wijkbalans indicators [--json]`);
  }
  if (values.json === true) {
    output.write(`${JSON.stringify(catalogue.map(jsonOf))}\n`);
    return 0;
  }
  const width = Math.max(...catalogue.map(({id}) => id.length));
  for (const {id, question} of catalogue) output.write(`${id.padEnd(width)}  ${question}\n`);
  return 0;
}

function jsonOf(indicator: Indicator) {
  return {
    id: indicator.id,
    naam: indicator.name,
    vraag: indicator.question,
    waarom: indicator.why,
    definitie: indicator.definition,
    watHetNietZegt: indicator.doesNotSay,
    eenheid: indicator.unit,
    teller: indicator.numeratorUnit,
    noemer: indicator.denominatorUnit,
    richting: indicator.direction,
    dimensie: indicator.dimension,
    niveau: indicator.level,
    bron: indicator.source,
    cbs: indicator.counterpart,
    eigenaar: indicator.owner,
    controleert: indicator.checker,
    volgendeControle: indicator.nextReview,
    versie: indicator.version,
    geschiedenis: indicator.history.map(({version, date, change}) => ({
      versie: version,
      datum: date,
      wijziging: change,
    })),
    berichten: indicator.messages,
    delen: indicator.parts,
  };
}
