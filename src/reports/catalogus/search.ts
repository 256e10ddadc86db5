import {UserError} from "../../errors.ts";
import {analysisDimensions, directions, type Indicator, levels} from "../../indicators/indicator.ts";

/** What is looked for in the catalogue, as an address says it. */
export interface CatalogusQuery {
  readonly zoek?: string | undefined;
  readonly onderdeel?: string | undefined;
  readonly niveau?: string | undefined;
  readonly richting?: string | undefined;
}

/** The indicators in which every word stands: in name, question, definition or source, with or without accents. */
export function searchIndicators(indicators: readonly Indicator[], query: CatalogusQuery): Indicator[] {
  const {zoek = "", onderdeel, niveau, richting} = query;
  checkChoice("Onderdeel", onderdeel, analysisDimensions);
  checkChoice("Niveau", niveau, levels);
  checkChoice("Richting", richting, directions);
  const words = plain(zoek).split(/\s+/);
  return indicators.filter((indicator) => {
    const {id, name, question, definition, source} = indicator;
    const text = plain([id, name, question, definition, source].join(" "));
    return (
      fits(onderdeel, indicator.dimension) &&
      fits(niveau, indicator.level) &&
      fits(richting, indicator.direction) &&
      words.every((word) => text.includes(word))
    );
  });
}

function fits(chosen: string | undefined, value: string): boolean {
  return chosen === undefined || chosen === "" || chosen === value;
}

function checkChoice(label: string, chosen: string | undefined, names: readonly string[]): void {
  if (chosen === undefined || chosen === "" || names.includes(chosen)) return;
  throw new UserError(`Kies bij '${label}' uit: ${names.join(", ")}.`);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
