import {notDecidable, type Rule, workRule} from "./rule.ts";

const aim = notDecidable("een uitgangspunt; de regels die eruit volgen staan apart");

/** UP: what the standard starts from. */
export const principles: readonly Rule[] = [
  workRule("UP001", [], "De berichten gaan over zorg in natura.", aim),
  workRule("UP003", [], "De privacy van de cliënt is beschermd.", aim),
  workRule("UP004", [], "De verantwoordelijke gemeente stuurt met toewijzingen.", aim),
  workRule("UP006", [], "Een cliënt is bekend onder zijn Bsn.", aim),
  workRule("UP007", [], "De gemeente besluit in een beschikking.", aim),
  workRule("UP016", [], "Hulp heet een product.", aim),
  workRule("UP017", [], "Informatie gaat in gestandaardiseerde berichten.", aim),
  workRule("UP019", [], "De cliënt staat centraal.", aim),
  workRule("UP023", [], "De cliënt hoeft informatie maar één keer te geven.", aim),
  workRule("UP024", [], "De informatievoorziening houdt zich aan de wet.", aim),
  workRule("UP025", [], "Hulp wordt per cliënt gedeclareerd.", aim),
  workRule("UP026", [], "Er zijn drie uitvoeringsvarianten: inspanning, output en taak.", aim),
  workRule("UP027", [], "Een declaratie past bij het contract en bij de toewijzing.", aim),
  workRule("UP028", [], "Het contract noemt de uitvoeringsvariant en de financiering.", aim),
  workRule("UP031", [], "De gemeente maakt geleverde hulp niet achteraf onrechtmatig.", aim),
  workRule("UP032", [], "De aanbieder meldt wat een cliënt nodig heeft met een verzoek.", aim),
  workRule("UP037", [], "Een beschikking heeft een uniek nummer.", aim),
];
