/** What we find wrong beside the rules of the standard: files that are no Bericht, or not for this gemeente. */
export interface OwnCheck {
  readonly code: string;
  /** One Dutch sentence. */
  readonly description: string;
}

export const ownChecks: readonly OwnCheck[] = [
  {code: "bestand", description: "Een bestand is te lezen, en niet te groot."},
  {code: "XML", description: "Een bericht is goed geschreven XML."},
  {code: "XSD", description: "Een bericht heeft de vorm die de standaard voor zijn soort voorschrijft."},
  {code: "gemeente", description: "Een bericht is van een gemeente die in gebied.csv staat."},
  {code: "meer", description: "Na 25 bevindingen in een bericht noemen wij alleen nog hoeveel er meer zijn."},
];
