import type {PrivacySettings} from "../../access/looking/privacy-settings.ts";
import {purposes} from "../../access/looking/purposes.ts";
import {roleNames} from "../../access/role.ts";
import {openScreens, screenOf} from "../../access/screens.ts";
import type {Database} from "../../database/database.ts";
import type {Environment} from "../../ingest/keys/key-files.ts";
import {todayAt} from "../../standards/calendar.ts";
import {formatDate} from "../format.ts";
import {aboutWords, lawTerms, type RegisterEntry, registerEntries} from "./register.ts";

/** A part of the DPIA. What the gemeente has to fill in itself stands apart, and says so. */
export interface DpiaPart {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly table: {readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]} | null;
  readonly toFillIn: readonly string[];
}

export interface Dpia {
  readonly title: string;
  readonly kern: string;
  readonly parts: readonly DpiaPart[];
}

/** A draft of the assessment, from the schema, the rights and the settings as they are now. */
export async function dpia(
  database: Database,
  settings: PrivacySettings,
  environment: Environment,
  now: Date,
): Promise<Dpia> {
  const entries = await registerEntries(database, settings);
  return {
    title: "DPIA, eerste versie",
    kern: `Gemaakt op ${formatDate(todayAt(now))} uit de tabellen, rechten en instellingen van dit systeem. Wat de gemeente zelf moet invullen, staat er bij.`,
    parts: [
      introduction(),
      purposesPart(),
      dataPart(entries),
      receiversPart(settings),
      retentionPart(settings),
      necessityPart(),
      measuresPart(settings, environment),
      risksPart(),
      rightsPart(),
      conclusionPart(),
    ],
  };
}

const nothing = {paragraphs: [], list: [], table: null, toFillIn: []};

function introduction(): DpiaPart {
  return {
    ...nothing,
    heading: "Wat er beoordeeld wordt",
    paragraphs: [
      "Wijkbalans leest de berichten tussen gemeente en zorgaanbieders (iWmo en iJw) en maakt daar cijfers van: wat zorg kost, wat het oplevert en waarom dat verandert. Het systeem draait bij de gemeente zelf.",
      "De berichten gaan over gezondheid en over jeugdigen. Het gaat om veel inwoners, en om mensen die van de gemeente afhankelijk zijn. Daarom is een DPIA nodig voordat het systeem gebruikt wordt.",
    ],
    toFillIn: [
      "Naam van de gemeente, verantwoordelijke afdeling en portefeuillehouder.",
      "Naam en advies van de functionaris gegevensbescherming (FG).",
      "Wie het systeem beheert, en de verwerkersovereenkomst als dat een ander is dan de gemeente.",
    ],
  };
}

function purposesPart(): DpiaPart {
  return {
    ...nothing,
    heading: "Waarvoor, en op welke grond",
    table: {
      columns: ["Verwerking", "Waarvoor", "Grond"],
      rows: Object.values(purposes).map(({name, line, ground}) => [name, line, ground]),
    },
    toFillIn: [
      "Kijk na of deze gronden bij uw beleid passen. Gezondheidsgegevens vragen ook een uitzondering van AVG art. 9 lid 2 (UAVG art. 30).",
    ],
  };
}

function dataPart(entries: readonly RegisterEntry[]): DpiaPart {
  const groups = Map.groupBy(entries, ({about, sort}) => `${about}\0${sort}`);
  return {
    ...nothing,
    heading: "Welke gegevens",
    paragraphs: [
      `${entries.length} velden zeggen iets over een persoon. Het register noemt ze een voor een. In de tabellen staan geen namen, adressen en burgerservicenummers: een persoon is daar een sleutel (een hash met een geheim). Dat blijven persoonsgegevens. De berichten zelf, met naam en nummer, staan versleuteld in het archief.`,
    ],
    table: {
      columns: ["Over wie", "Soort", "Velden", "Bijvoorbeeld"],
      rows: [...groups.values()].map((group) => [
        aboutWords[group[0]!.about],
        group[0]!.sort,
        String(group.length),
        [...new Set(group.map(({what}) => what))].slice(0, 3).join("; "),
      ]),
    },
  };
}

function receiversPart({spans}: PrivacySettings): DpiaPart {
  const rows = roleNames.map((role) => {
    const reader = {id: role, name: role, role, gemeenten: "alle", within: [], audience: "intern"} as const;
    const open = [...openScreens(role === "inwoner" ? {...reader, audience: "openbaar"} : reader)];
    const sees = open.some((name) => screenOf(name).asks === "originelen");
    return [
      role,
      open.map((name) => screenOf(name).label).join(", "),
      sees ? "ja, met een regel in het logboek" : "nee",
    ];
  });
  return {
    ...nothing,
    heading: "Wie wat ziet",
    paragraphs: [
      "Dit zijn de rechten waarmee het systeem begint. Wie minder dan de hele gemeente mag zien, ziet alleen dat deel. Kleine aantallen zijn verborgen, ook als ze door aftrekken te vinden zouden zijn.",
      spans.otlp === null && spans.file === null
        ? "Het logboek van inzage blijft in dit systeem: er is geen andere ontvanger ingesteld."
        : "Het logboek van inzage gaat ook naar de logvoorziening van de gemeente.",
    ],
    table: {columns: ["Rol", "Schermen", "Ziet personen"], rows},
    toFillIn: ["Wie in uw gemeente welke rol heeft, en wie dat besluit."],
  };
}

function retentionPart({retention, logYears}: PrivacySettings): DpiaPart {
  return {
    ...nothing,
    heading: "Hoe lang",
    list: [
      `Berichten en wat eruit volgt: ${lawTerms(retention)}.`,
      `Geweigerde bestanden: ${retention.refused} jaar.`,
      `Logboek van inzage: ${logYears} jaar.`,
      "Wissen gebeurt echt: het archief wordt opnieuw geschreven zonder wat weg moet. Reservekopieën noemt het systeem, maar wist het niet.",
    ],
    toFillIn: [
      "De bron bewaart een dossier 15 jaar (Wmo 2015 art. 5.3.4) of 20 jaar (Jeugdwet art. 7.3.8). Cijfers hebben dat niet nodig: kies een kortere termijn als dat kan, en schrijf op waarom.",
      "Hoe lang reservekopieën bewaard blijven, en wie ze weggooit.",
    ],
  };
}

function necessityPart(): DpiaPart {
  return {
    ...nothing,
    heading: "Is het nodig, en kan het met minder?",
    list: [
      "Van de geboortedatum blijft de maand, van het adres de buurt en een sleutel.",
      "Namen, adressen en vrije tekst komen niet in de tabellen.",
      "Cijfers gaan over groepen. Er is geen profiel van een persoon en geen voorspelling over een persoon.",
    ],
    toFillIn: ["Waarom het doel niet met minder gegevens te bereiken is (proportionaliteit en subsidiariteit)."],
  };
}

function measuresPart({logYears, alerts}: PrivacySettings, environment: Environment): DpiaPart {
  const hasSignIn = Boolean(environment.WIJKBALANS_OIDC_ISSUER);
  return {
    ...nothing,
    heading: "Maatregelen",
    list: [
      hasSignIn
        ? "Inloggen gaat via de aanmelddienst van de gemeente."
        : "Inloggen is niet ingesteld: het systeem is alleen te zien op de computer waar het draait.",
      "Het archief is versleuteld (AES-256). De sleutels staan in aparte bestanden en kunnen gewisseld worden.",
      `Wie wat bekijkt, staat ${logYears} jaar in een logboek dat niet ongemerkt te veranderen is.`,
      `Opvallend kijkgedrag komt in het Privacyboek, onder meer bij ${alerts.refusalsInADay} weigeringen op een dag en bij ${alerts.clientsInAnHour} personen in een uur.`,
      "Kleine aantallen zijn verborgen en een aanval door aftrekken wordt bij elke versie getest.",
    ],
    toFillIn: ["Maatregelen buiten dit systeem: werkplek, netwerk, opleiding, BIO2."],
  };
}

function risksPart(): DpiaPart {
  return {
    ...nothing,
    heading: "Risico's voor inwoners",
    table: {
      columns: ["Wat kan er gebeuren", "Wat het systeem ertegen doet", "Kans en gevolg"],
      rows: [
        ["Iemand wordt herkend in een cijfer", "Kleine aantallen verborgen, ook door aftrekken", "in te vullen"],
        ["Een medewerker kijkt zonder reden", "Logboek, signalen, en de inwoner kan vragen wie keek", "in te vullen"],
        ["Het archief of een kopie wordt gestolen", "Versleuteld; sleutels apart", "in te vullen"],
        ["Een sleutel lekt", "Sleutels wisselen met één opdracht", "in te vullen"],
        [
          "Een cijfer klopt niet en er wordt op gestuurd",
          "Elk cijfer is terug te volgen; datakwaliteit staat erbij",
          "in te vullen",
        ],
      ],
    },
    toFillIn: ["Uw oordeel over kans en gevolg, en wat u accepteert."],
  };
}

function rightsPart(): DpiaPart {
  return {
    ...nothing,
    heading: "Rechten van inwoners",
    paragraphs: [
      "Een inwoner kan bij de gemeente vragen wat er over hem staat, wie daarnaar keek, om verbetering en om wissen. Het antwoord komt binnen een maand. Wissen mag worden geweigerd zolang de wet bewaren eist.",
    ],
    toFillIn: ["Waar een inwoner dit vraagt, en wie antwoordt."],
  };
}

function conclusionPart(): DpiaPart {
  return {
    ...nothing,
    heading: "Besluit",
    toFillIn: [
      "Advies van de FG, met datum.",
      "Besluit van het college of de gemandateerde, met datum.",
      "Datum waarop deze DPIA opnieuw bekeken wordt. Een nieuwe versie van Wijkbalans kan dit document veranderen.",
    ],
  };
}

export function dpiaMarkdown({title, kern, parts}: Dpia): string {
  const lines = [`# ${title}`, "", kern, ""];
  for (const {heading, paragraphs, list, table, toFillIn} of parts) {
    lines.push(`## ${heading}`, "");
    for (const paragraph of paragraphs) lines.push(paragraph, "");
    if (list.length > 0) lines.push(...list.map((item) => `- ${item}`), "");
    if (table !== null) {
      lines.push(row(table.columns), row(table.columns.map(() => "---")), ...table.rows.map(row), "");
    }
    if (toFillIn.length > 0)
      lines.push("**In te vullen door de gemeente:**", "", ...toFillIn.map((item) => `- [ ] ${item}`), "");
  }
  return lines.join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
