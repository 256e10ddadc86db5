import type {Soort} from "../messages.ts";

/** The lines of each kind of message, as they are numbered through the whole Bericht. */
const lineOf: Readonly<Partial<Record<Soort, {readonly name: string; readonly path: string}>>> = {
  "301": {name: "Toewijzing", path: "Bericht//ToegewezenProduct"},
  "305": {name: "Start", path: "Bericht//StartProduct"},
  "307": {name: "Stop", path: "Bericht//StopProduct"},
  "315": {name: "Gevraagd product", path: "Bericht//AangevraagdProduct"},
  "317": {name: "Gevraagd product", path: "Bericht/Client/Verzoek/*/*"},
  "323": {name: "Prestatie", path: "Bericht//Prestatie"},
  "325": {name: "Prestatie", path: "Bericht//Prestatie"},
};

/** Where a line stands, as XPath: "(Bericht//Prestatie)[7]". */
export function linePath(soort: Soort, line: number): string {
  const kind = lineOf[soort];
  return line === 0 || kind === undefined ? "Bericht" : `(${kind.path})[${line}]`;
}

/** One Dutch line: which line, what was found, what to do. */
export function findingText(rule: string, soort: Soort, line: number, ernst: "fout" | "waarschuwing"): string {
  const text = texts[rule];
  if (text === undefined) throw new RangeError(`no words for a finding by ${rule}`);
  const kind = lineOf[soort];
  const place = line === 0 || kind === undefined ? "Dit bericht" : `${kind.name} ${line}`;
  const found = ernst === "fout" ? text.found : `${text.found} (of het is van voor uw eerste berichten)`;
  return `${place}: ${found}. ${text.todo}.`;
}

/** Whether looking back can find who breaks this rule. */
export function hasFindingText(rule: string): boolean {
  return Object.hasOwn(texts, rule);
}

interface Text {
  readonly found: string;
  readonly todo: string;
}

const askNumber = "Controleer het toewijzingnummer met de aanbieder";
const askCredit = "Laat de aanbieder de regel terugnemen en goed declareren";
const askPeriod = "Vraag de aanbieder om de periode te verbeteren, of verleng de toewijzing";
const askVolume = "Vraag de aanbieder om een lager volume, of wijzig de toewijzing";
const askReference = "Vraag om een nieuw nummer";
const askNewRequest = "Vraag de aanbieder om een verbeterd verzoek";
const askAnswer = "Verbeter het antwoord en stuur het opnieuw";

const texts: Readonly<Record<string, Text>> = {
  TR019: {found: "er is geen toewijzing met dit nummer voor deze cliënt en aanbieder", todo: askNumber},
  TR063: {
    found: "wat wordt verwijderd, is niet eerder gemeld",
    todo: "Vraag de aanbieder wat er verwijderd moet worden",
  },
  TR071: {found: "deze start is al gestopt en kan niet weg", todo: "Laat de aanbieder eerst de stop verwijderen"},
  TR074: {found: "dit is al eerder gemeld", todo: "Laat de aanbieder het eerste verwijderen als dit het goede is"},
  TR135: {found: "de Dagtekening ligt na de dag waarop het binnenkwam", todo: "Vraag de afzender om de goede datum"},
  TR304: {found: "het Bsn is niet van een bekende cliënt", todo: "Controleer het Bsn met de afzender"},
  TR307: {found: "de productperiode begint voor de toewijzing", todo: askPeriod},
  TR308: {found: "de productperiode eindigt na de toewijzing", todo: askPeriod},
  TR314: {found: "het referentienummer is al eerder gebruikt", todo: askReference},
  TR318: {
    found: "de declaratieperiode sluit niet aan op de vorige van deze aanbieder",
    todo: "Vraag de aanbieder welke maand ontbreekt of dubbel is",
  },
  TR321: {found: "het volume is hoger dan voor deze periode is toegewezen", todo: askVolume},
  TR322: {found: "alle regels samen zijn hoger dan is toegewezen", todo: askVolume},
  TR323: {
    found: "de regel die terugkomt, is niet bekend of was afgekeurd",
    todo: "Vraag de aanbieder welke regel bedoeld is",
  },
  TR326: {found: "er loopt al een levering op deze toewijzing", todo: "Vraag de aanbieder om eerst de stop te melden"},
  TR332: {found: "het toewijzingnummer is al van een andere cliënt", todo: "Geef de toewijzing een nieuw nummer"},
  TR333: {found: "het declaratienummer is al eerder gebruikt", todo: askReference},
  TR337: {found: "de declaratie die het beantwoordt, is niet bekend", todo: askAnswer},
  TR338: {found: "er is geen toewijzing met dit nummer voor deze aanbieder", todo: askNumber},
  TR339: {found: "de categorie is anders dan toegewezen", todo: askCredit},
  TR340: {found: "de productcode is anders dan toegewezen", todo: askCredit},
  TR341: {found: "de eenheid past niet bij de toewijzing", todo: askCredit},
  TR347: {found: "de referentie is al voor een eerder verzoek gebruikt", todo: askReference},
  TR349: {found: "niet alle lopende toewijzingen van de cliënt staan erin", todo: askNewRequest},
  TR350: {found: "wat gelijk blijft, is geen lopende toewijzing van deze cliënt", todo: askNewRequest},
  TR351: {found: "wat wijzigt, is geen lopende toewijzing van deze cliënt", todo: askNewRequest},
  TR355: {found: "er is geen verzoek met deze referentie", todo: askAnswer},
  TR357: {found: "de wijziging gaat niet in op de ingangsdatum van de toewijzing en niet later", todo: askNewRequest},
  TR359: {found: "de toewijzing op dit verzoek was al verstuurd", todo: "Neem contact op met de aanbieder"},
  TR360: {found: "dit verzoek was al in onderzoek", todo: "Stuur een besluit: een toewijzing of een afwijzing"},
  TR361: {found: "het valt samen met hetzelfde product in dit verzoek", todo: askNewRequest},
  TR365: {found: "dit verzoek was al afgewezen", todo: "Neem contact op met de aanbieder"},
  TR366: {found: "de regel staat niet in de declaratie", todo: askAnswer},
  TR367: {found: "de regel is anders dan in de declaratie", todo: askAnswer},
  TR369: {found: "alle regels samen zijn hoger dan het budget", todo: askVolume},
  TR373: {found: "een ander budget of totaal gaat in op de ingangsdatum van de toewijzing", todo: askNewRequest},
  TR374: {found: "er loopt nog een verzoek van deze aanbieder voor deze cliënt", todo: "Beantwoord eerst dat verzoek"},
  TR375: {found: "de toewijzing heeft geen product en krijgt dus geen omvang", todo: askNewRequest},
  TR376: {found: "het declaratienummer is niet dat van de declaratie", todo: askAnswer},
  TR379: {
    found: "er is geen verzoek met deze referentie",
    todo: "Laat de referentie weg als de toewijzing geen verzoek toekent",
  },
  TR381: {
    found: "de productcode hoort in product.csv bij een andere categorie",
    todo: "Verbeter de code, of vul product.csv aan",
  },
  TR382: {
    found: "er is geen lopende start met dezelfde gegevens",
    todo: "Vraag de aanbieder om eerst de start te melden",
  },
  TR384: {found: "de toewijzing is verwijderd", todo: "Vraag de aanbieder om de regel terug te nemen"},
  TR385: {
    found: "op deze toewijzing zijn al regels toegekend, dus ze kan niet weg",
    todo: "Laat de aanbieder eerst zijn regels terugnemen",
  },
  TR387: {found: "de productperiode begint niet op de eerste van de maand of op de ingangsdatum", todo: askCredit},
  TR388: {found: "de productperiode eindigt niet op de laatste van de maand of op de einddatum", todo: askCredit},
  TR389: {
    found: "deze maand is al gedeclareerd en de vorige regel is niet teruggenomen",
    todo: "Laat de aanbieder eerst de vorige regel terugnemen",
  },
  TR390: {found: "deze regel was al teruggenomen", todo: "Keur de tweede creditregel af"},
  TR411: {found: "de toewijzing heeft een productcode, en de omvang ontbreekt", todo: askNewRequest},
  TR412: {found: "de toewijzing heeft geen productcode en krijgt dus geen omvang", todo: askNewRequest},
  TR413: {
    found: "de levering was al tijdelijk gestopt",
    todo: "Vraag de aanbieder om een start of een definitieve stop",
  },
  TR414: {found: "de einddatum ligt voor die van een eerdere stop", todo: "Vraag de aanbieder om de goede einddatum"},
  TR415: {
    found: "de levering was al definitief gestopt",
    todo: "Laat de aanbieder de eerste stop verwijderen als die fout is",
  },
  TR418: {found: "het tarief is niet dat van het contract", todo: "Keur de regel af, of verbeter contract_tarief.csv"},
};
