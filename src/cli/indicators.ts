import {UserError} from "../errors.ts";
import {catalogue} from "../indicators/catalogue.ts";
import type {Indicator} from "../indicators/indicator.ts";
import type {Command, CommandInput, ExitCode} from "./command.ts";
import {findLocalIndicators, sayRefused} from "./local-indicators.ts";

export const indicators: Command = {
  name: "indicators",
  summary: "Noemt de indicatoren en wat ze betekenen.",
  usage: "indicators [--json]",
  options: {json: {type: "boolean"}},
  run: runIndicators,
};

async function runIndicators({positionals, values, dataFolder, output}: CommandInput): Promise<ExitCode> {
  // "indicators list" is what people try first.
  if (positionals.length > 0 && positionals[0] !== "list") {
    throw new UserError(`'${positionals[0]}' hoort hier niet. Gebruik: npx wijkbalans indicators [--json]`);
  }
  const local = await findLocalIndicators(dataFolder);
  const all = [...catalogue, ...local.indicators];
  sayRefused(local, output);
  if (values.json === true) {
    output.write(`${JSON.stringify(all.map(jsonOf))}\n`);
    return 0;
  }
  const width = Math.max(...all.map(({id}) => id.length));
  for (const {id, question, isLocal} of all) {
    output.write(`${id.padEnd(width)}  ${question}${isLocal ? " (lokaal)" : ""}\n`);
  }
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
    lokaal: indicator.isLocal === true,
  };
}
