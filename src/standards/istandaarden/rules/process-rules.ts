/** How a rule about working together is measured in the traffic. */
export interface ProcessRule {
  /** What is counted, as the words after a number: "12 starts". */
  readonly counted: string;
  /** null: it has no term. */
  readonly term: {readonly days: number; readonly unit: "werkdagen" | "dagen"} | null;
  /** What it means when it was not as the rule says. */
  readonly amiss: string;
  /** What the figure leaves out or cannot know. */
  readonly remark: string | null;
}

const fromDagtekening =
  "Wanneer een bericht binnenkwam, staat er niet in. Wij tellen vanaf de envelop, en anders vanaf de Dagtekening.";

/** The rules with the state `measured`, each with what the counts in proces_telling are of. */
export const processRules: Readonly<Record<string, ProcessRule>> = {
  OP090: inTerm("berichten", 3, "werkdagen", "geen retourbericht binnen de termijn", fromDagtekening),
  OP090x4: inTerm("declaraties", 10, "werkdagen", "geen antwoord binnen de termijn", fromDagtekening),
  OP271: inTerm(
    "starts",
    5,
    "werkdagen",
    "te laat gemeld",
    "Kwam de toewijzing later dan de hulp, dan begint de termijn bij de toewijzing. Correcties tellen niet mee.",
  ),
  OP272: inTerm(
    "stops",
    5,
    "werkdagen",
    "te laat gemeld",
    "Een definitieve stop na een tijdelijke telt niet mee: wanneer die bekend werd, weet alleen de aanbieder.",
  ),
  OP274: inTerm("gevraagde producten", 5, "werkdagen", "geen reactie binnen de termijn", fromDagtekening),
  OP346: inTerm("verzoeken om wijziging", 5, "werkdagen", "geen reactie binnen de termijn", fromDagtekening),
  OP344: inTerm(
    "verzoeken",
    56,
    "dagen",
    "geen toewijzing of afwijzing binnen 8 weken",
    "Wat alleen in onderzoek is, is nog geen besluit.",
  ),
  OP359: inTerm("afwijzingen om de woonplaats", 14, "dagen", "later dan 2 weken", fromDagtekening),
  OP086: counting("toewijzingen met declaraties", "er kwam nooit een toewijzingsbericht", null),
  OP087: counting("toewijzingsberichten", "een toewijzing die nog liep, staat er niet in", null),
  OP258: counting("toewijzingen met een definitieve stop", "de toewijzing heeft geen einddatum", null),
  OP288: counting(
    "leveringen die voorbij zijn",
    "er kwam geen stop",
    "Voorbij is een levering met een stop, of met een toewijzing die meer dan 5 werkdagen geleden eindigde.",
  ),
  OP295: counting("leveringen", "er is gedeclareerd zonder start", null),
  OP363: counting(
    "toewijzingen",
    "de toewijzing is voorbij en er kwam nooit een start",
    "Een toewijzing die nog loopt en niet begon, telt nog niet als fout.",
  ),
  OP297: counting("verzoeken met een arts of gecertificeerde instelling", "de code van de verwijzer ontbreekt", null),
  OP033: counting("starts en stops", "een eerdere melding is verwijderd", "Een correctie is geen fout, maar wel werk."),
  OP033x1: counting("nieuwe versies van toewijzingen", "er is iets gewijzigd", "Een wijziging is geen fout."),
  OP047: counting("berichten met een retourbericht", "het bericht is afgekeurd", null),
  OP286: counting("afkeuringen om techniek", "er stonden ook andere codes bij", null),
  IV032: counting("afgekeurde berichten", "er stond geen retourcode bij", null),
  IV088: counting("afgekeurde regels", "de retourcode zegt niet waarom", null),
  OP364: counting("afgekeurde regels", "de regel is afgekeurd om een start of stop", null),
  IV066: counting("nieuwe toewijzingen", "een nieuw nummer had een reden van wijziging", null),
  IV099: counting("nieuwe versies van toewijzingen", "de reden van wijziging past niet bij de wijziging", null),
  OP186: counting(
    "nieuwe einddatums",
    "de einddatum lag al in het verleden",
    "Dat mag in overleg. Of dat er was, staat niet in de berichten.",
  ),
  OP298: counting(
    "nieuwe versies met een volume in totaal",
    "het volume ging omlaag",
    "Dat mag in overleg. Of dat er was, staat niet in de berichten.",
  ),
  OP299: counting(
    "nieuwe versies met een budget",
    "het budget ging omlaag",
    "Dat mag in overleg. Of dat er was, staat niet in de berichten.",
  ),
  OP380: counting("verlengingen", "gelijke hulp kreeg een nieuw nummer", null),
  IV093: counting("toegekende verzoeken om wijziging", "een toewijzing in het bericht noemt het verzoek niet", null),
  IV094: counting("toegekende producten", "een verzoek gaf meer dan één toewijzing", null),
  OP348: counting("toegekende verzoeken om wijziging", "er zijn minder toewijzingen dan gevraagde producten", null),
};

function inTerm(
  counted: string,
  days: number,
  unit: "werkdagen" | "dagen",
  amiss: string,
  remark: string | null,
): ProcessRule {
  return {counted, term: {days, unit}, amiss, remark};
}

function counting(counted: string, amiss: string, remark: string | null): ProcessRule {
  return {counted, term: null, amiss, remark};
}
