import {
  checkedInMessage,
  heen,
  historyRule,
  messageRule,
  notYet,
  onlyJeugdwet,
  type Rule,
  type RuleChoice,
  sourceRule,
} from "./rule.ts";

const since31: RuleChoice = {since: "3.1"};
const since32: RuleChoice = {since: "3.2"};

/** TR of niveau 2: what one Bericht shows. */
export const technicalInMessage: readonly Rule[] = [
  messageRule(
    "TR002",
    ["301", "305", "307", "315"],
    "Een bekende geboortedatum ligt hooguit 120 jaar voor de Dagtekening.",
  ),
  messageRule("TR006", ["301"], "Een contact heeft een telefoon, of een huisnummer met postcode."),
  messageRule("TR018", ["307"], "Een levering stopt niet voor ze begint."),
  messageRule("TR061", ["301"], "Een cliënt heeft ten minste één adres dat niet tijdelijk is."),
  messageRule("TR101", ["301", "305", "307", "315", "317", "323", "325"], "Niets staat twee keer in een bericht."),
  messageRule(
    "TR134",
    ["301", "305", "307", "315", "323", "325"],
    "Een datum van iets dat gebeurd is, ligt niet na de Dagtekening.",
  ),
  messageRule(
    "TR137",
    ["323", "325"],
    "Een periode in een declaratie eindigt niet voor haar begin en niet na de Dagtekening.",
  ),
  messageRule(
    "TR302",
    ["301"],
    "Een product is niet twee keer tegelijk toegewezen. In de Wmo mag dat met hulpmiddelen wel.",
  ),
  messageRule("TR315", ["323"], "Een regel wordt in één bericht hooguit één keer teruggenomen."),
  messageRule("TR316", ["323"], "Een debetregel wordt niet in hetzelfde bericht teruggenomen."),
  messageRule("TR335", ["323"], "Een productperiode eindigt hooguit 5 jaar voor de dagtekening van de declaratie."),
  messageRule(
    "TR342",
    ["325"],
    "Een antwoord noemt alleen afgekeurde regels, en die verklaren het verschil tussen gevraagd en toegekend.",
  ),
  messageRule("TR352", ["317"], "Een verzoek om wijziging noemt ten minste één lopende toewijzing."),
  messageRule("TR353", ["317"], "Een verzoek om wijziging wijzigt iets of vraagt iets nieuws."),
  messageRule("TR358", ["323"], "Het totaal van een declaratie is de som van haar regels."),
  messageRule(
    "TR377",
    ["319"],
    "Bij afwijzing om het woonplaatsbeginsel staat de andere gemeente erbij.",
    onlyJeugdwet,
  ),
  messageRule("TR380", ["317"], "Een nieuw product begint na de Dagtekening."),
  messageRule("TR383", ["315"], "Elk gevraagd product heeft een eigen referentie."),
  messageRule(
    "TR386",
    ["315"],
    "Een product is niet twee keer tegelijk gevraagd. In de Wmo mag dat met hulpmiddelen wel.",
  ),
  messageRule("TR409", ["319"], "Een andere gemeente staat er alleen bij het woonplaatsbeginsel.", onlyJeugdwet),
  messageRule("TR410", ["317"], "Nieuwe producten overlappen elkaar niet. In de Wmo mogen hulpmiddelen dat wel."),
  messageRule(
    "TR416",
    ["323"],
    "Een product staat per toewijzing en periode hooguit één keer debet in een bericht.",
    since31,
  ),
];

/** TR of niveau 3: what earlier Berichten show. */
export const technicalInHistory: readonly Rule[] = [
  historyRule("TR019", "9019", ["305", "307"], "Een start of stop hoort bij een toewijzing, op nummer."),
  historyRule("TR056", "9056", heen, "Een afzender gebruikt een identificatie per soort bericht één keer.", {
    state: {kind: "gecontroleerd", where: "eerdere berichten"},
  }),
  historyRule("TR063", "9063", ["305", "307"], "Wat wordt verwijderd, is eerder aangeleverd."),
  historyRule("TR071", "9071", ["305"], "Een start die al is gestopt, wordt niet verwijderd."),
  historyRule("TR074", "9074", ["305", "307"], "Wat nieuw is, is niet eerder aangeleverd."),
  historyRule("TR304", "8187", ["317", "323", "325"], "Het Bsn is van een bekende cliënt.", {
    state: notYet("de bekende cliënten"),
  }),
  historyRule("TR307", "9307", ["323"], "Een productperiode begint niet voor de toewijzing."),
  historyRule("TR308", "9308", ["323"], "Een productperiode eindigt niet na de toewijzing."),
  historyRule("TR314", "8021", ["323"], "Een aanbieder gebruikt een referentienummer van een regel één keer."),
  historyRule("TR318", "8214", ["323"], "Declaratieperioden sluiten op elkaar aan.", {
    state: notYet("de rij declaraties van een aanbieder"),
  }),
  historyRule("TR319", "9319", ["323"], "Een productperiode ligt niet na de declaratieperiode.", {
    state: checkedInMessage,
  }),
  historyRule("TR321", "9321", ["323"], "Het volume van een regel past in de omvang van de toewijzing.", {
    state: notYet("de omvang van de toewijzing"),
  }),
  historyRule("TR322", "9322", ["323"], "Alle regels samen passen in de omvang van de toewijzing.", {
    state: notYet("de omvang van de toewijzing"),
  }),
  historyRule("TR323", "8017", ["323"], "Een creditregel neemt een toegekende debetregel terug."),
  historyRule("TR326", "9326", ["305"], "Een levering begint niet als ze al loopt."),
  historyRule("TR332", "9332", ["301"], "Een toewijzingnummer is van één toewijzing."),
  historyRule("TR333", "9333", ["323"], "Een aanbieder gebruikt een declaratienummer één keer."),
  historyRule("TR337", null, ["325"], "Een antwoord hoort bij een eerdere declaratie.", {
    state: notYet("de declaratie bij het antwoord"),
  }),
  historyRule("TR338", "9338", ["323"], "Een regel hoort bij een toewijzing, op nummer."),
  historyRule("TR339", "9339", ["323"], "Een regel heeft de categorie van de toewijzing."),
  historyRule("TR340", "9340", ["323"], "Een regel heeft de productcode van de toewijzing."),
  historyRule("TR341", "9341", ["323"], "Een regel heeft de eenheid van de toewijzing; uren mogen ook minuten zijn."),
  historyRule("TR347", "9347", ["315", "317"], "Een aanbieder gebruikt een referentie van een verzoek één keer."),
  historyRule("TR349", "9349", ["317"], "Een verzoek om wijziging noemt alle lopende toewijzingen.", {
    state: notYet("de toewijzingen die dan lopen"),
  }),
  historyRule("TR350", "9350", ["317"], "Een product dat gelijk blijft, is een lopende toewijzing.", {
    state: notYet("de toewijzingen die dan lopen"),
  }),
  historyRule("TR351", "9351", ["317"], "Een product dat wijzigt, is een lopende toewijzing.", {
    state: notYet("de toewijzingen die dan lopen"),
  }),
  historyRule("TR355", "9355", ["319"], "Een antwoord noemt de referentie van een eerder verzoek."),
  historyRule(
    "TR357",
    "9357",
    ["317"],
    "Een wijziging die niet later ingaat, gaat in op de ingangsdatum van de toewijzing.",
    {state: notYet("de toewijzing die wijzigt")},
  ),
  historyRule("TR359", "9359", ["319"], "Een antwoord komt niet na een toewijzing met dezelfde referentie."),
  historyRule("TR360", "9360", ["319"], "Een verzoek is hooguit één keer in onderzoek."),
  historyRule("TR361", "9361", ["317"], "De producten van een verzoek om wijziging overlappen elkaar niet.", {
    state: notYet("de toewijzingen die gelijk blijven"),
  }),
  historyRule("TR365", "9365", ["319"], "Na een afwijzing komt geen ander antwoord."),
  historyRule("TR366", "9366", ["325"], "Een beantwoorde regel staat in de declaratie.", {
    state: notYet("de declaratie bij het antwoord"),
  }),
  historyRule("TR367", "9367", ["325"], "Een beantwoorde regel is gelijk aan die in de declaratie.", {
    state: notYet("de declaratie bij het antwoord"),
  }),
  historyRule("TR369", "9369", ["323"], "Alle regels samen passen in het budget van de toewijzing.", {
    state: notYet("het budget van de toewijzing"),
  }),
  historyRule("TR371", null, ["325"], "Een antwoord neemt de versie van het schema over uit de declaratie.", {
    state: notYet("de versies van het schema, die we niet bewaren"),
  }),
  historyRule("TR373", "9373", ["317"], "Een ander budget of totaal geldt vanaf de ingangsdatum van de toewijzing.", {
    state: notYet("de toewijzing die wijzigt"),
  }),
  historyRule("TR374", "9374", ["315", "317"], "Een aanbieder heeft voor een cliënt één verzoek tegelijk lopen.", {
    state: notYet("de verzoeken die dan lopen"),
  }),
  historyRule("TR375", "9375", ["317"], "Wie een toewijzing zonder product wijzigt, vraagt geen omvang.", {
    state: notYet("de toewijzing die wijzigt"),
  }),
  historyRule("TR376", null, ["325"], "Een antwoord noemt het nummer van een eerdere declaratie.", {
    state: notYet("de declaratie bij het antwoord"),
  }),
  historyRule("TR379", "9379", ["301"], "Een toewijzing noemt de referentie van het verzoek dat ze toekent.", since31),
  historyRule("TR382", "9069", ["307"], "Een stop herhaalt de gegevens van zijn start."),
  historyRule("TR384", "9384", ["323"], "Op een verwijderde toewijzing wordt niet gedeclareerd.", since31),
  historyRule("TR385", "9385", ["301"], "Een toewijzing met toegekende regels wordt niet verwijderd.", {
    ...since31,
    state: notYet("de toegekende regels"),
  }),
  historyRule("TR387", "9387", ["323"], "Een productperiode begint op de eerste van de maand of op de ingangsdatum.", {
    ...since31,
    state: notYet("de datums van de toewijzing"),
  }),
  historyRule("TR388", "9388", ["323"], "Een productperiode eindigt op de laatste van de maand of op de einddatum.", {
    ...since31,
    state: notYet("de datums van de toewijzing"),
  }),
  historyRule(
    "TR389",
    "9389",
    ["323"],
    "Een maand van een product wordt opnieuw gedeclareerd nadat de vorige regel is teruggenomen.",
    since31,
  ),
  historyRule("TR390", "9390", ["323"], "Een regel wordt één keer teruggenomen.", since31),
  historyRule("TR411", "9411", ["317"], "Wie een toewijzing met productcode wijzigt, vraagt een omvang.", {
    ...since31,
    state: notYet("de toewijzing die wijzigt"),
  }),
  historyRule("TR412", "9412", ["317"], "Wie een toewijzing zonder productcode wijzigt, vraagt geen omvang.", {
    ...since31,
    state: notYet("de toewijzing die wijzigt"),
  }),
  historyRule("TR413", "9413", ["307"], "Na een tijdelijke stop volgt geen tweede.", since32),
  historyRule("TR414", "9414", ["307"], "Een latere stop eindigt niet eerder.", since32),
  historyRule("TR415", "9415", ["307"], "Na een definitieve stop volgt geen andere.", since32),
  historyRule("TR418", "0611", ["323"], "Het tarief van een regel is dat van het contract.", {
    ...since32,
    state: notYet("de tarieven van de contracten"),
  }),
];

/** TR of niveau 4: what another source shows. */
export const technicalInSource: readonly Rule[] = [
  sourceRule(
    "TR135",
    "8848",
    heen,
    "De Dagtekening ligt niet in de toekomst.",
    notYet("de dag waarop het bericht binnenkwam"),
  ),
  sourceRule("TR346", "9346", ["323"], "Het bedrag is het volume maal het tarief.", checkedInMessage),
  sourceRule(
    "TR378",
    "S300",
    heen,
    "De gemeentecode staat in de lijst van het CBS.",
    notYet("de lijst van gemeenten door de jaren"),
  ),
  sourceRule(
    "TR381",
    "S329",
    ["301", "305", "307", "315", "317", "323"],
    "De productcode past bij de categorie.",
    notYet("de lijst van producten"),
  ),
];
