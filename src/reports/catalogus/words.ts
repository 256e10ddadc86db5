import type {Indicator} from "../../indicators/indicator.ts";
import type {IsoDate} from "../../standards/calendar.ts";
import {formatDate} from "../format.ts";

export function directionWords({direction}: Pick<Indicator, "direction">): string {
  const words = {
    lager: "lager is meestal beter",
    hoger: "hoger is meestal beter",
    "beide kanten": "te hoog en te laag zijn beide niet goed",
    onbekend: "niemand weet welke kant beter is",
  } as const;
  return words[direction];
}

/** "21 november 2027", and that it is too late when it is. */
export function reviewWords({nextReview}: Pick<Indicator, "nextReview">, today: IsoDate): string {
  return `${formatDate(nextReview)}${nextReview < today ? ": dat is voorbij" : ""}`;
}

export function isReviewLate({nextReview}: Pick<Indicator, "nextReview">, today: IsoDate): boolean {
  return nextReview < today;
}

/** What a definition says beside its sentences. */
export function definitionFacts(indicator: Indicator): readonly {readonly term: string; readonly words: string}[] {
  const {messages} = indicator;
  return [
    {term: "Richting", words: directionWords(indicator)},
    {term: "Eenheid", words: indicator.unit.replace("cent", "euro")},
    {term: "Wat wij tellen", words: countedWords(indicator)},
    {term: "Onderdeel", words: indicator.dimension},
    {term: "Voor wie", words: indicator.level},
    {term: "Berust op", words: indicator.source},
    {term: "Bij het CBS", words: indicator.counterpart ?? "geen cijfer om naast te leggen"},
    {term: "Komt uit", words: messages.length === 0 ? "opgaven van de gemeente" : `berichten ${messages.join(", ")}`},
    {term: "Eigenaar", words: indicator.owner},
    {term: "Controleert", words: indicator.checker},
  ];
}

/** "aanbieders"; "euro, gedeeld door personen"; "dagen, van elk van de wachttijden". */
function countedWords({counting, numeratorUnit, denominatorUnit}: Indicator): string {
  const counted = numeratorUnit.replace("cent", "euro");
  if (denominatorUnit === null) return counted;
  const base = denominatorUnit.replace("cent", "euro");
  if (counting.value === "quantile") return `${counted}, van elk van de ${base}`;
  if (counting.value === "hhi") return `hoe ${counted} zijn verdeeld`;
  return `${counted}, gedeeld door ${base}`;
}
