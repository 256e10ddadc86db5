import {soorten} from "../../standards/istandaarden/messages.ts";
import {messageName, releases} from "../../standards/istandaarden/release.ts";

/** Why a root element is no Bericht that we know, in Dutch. */
export function explainUnknownMessage(namespace: string | null | undefined, local: string): string {
  if (namespace === undefined || namespace === null || namespace === "") {
    return "Dit is geen iWmo- of iJw-bericht: het eerste element heeft geen namespace. Stuur een bericht uit de standaard.";
  }
  const match = /^http:\/\/www\.istandaarden\.nl\/(iwmo|ijw)\/(\d+)_(\d+)\/(?:wmo|jw)(\d{3})\/schema/.exec(namespace);
  if (match === null) {
    return "Dit is geen iWmo- of iJw-bericht: de namespace van het eerste element is onbekend. Stuur een bericht uit de standaard.";
  }
  const [, standard, major, minor, soort = ""] = match;
  const release = `${major}.${minor}`;
  if (!(releases as readonly string[]).includes(release)) {
    return `Dit bericht is van ${name(standard)} ${release}. We kennen ${releases.join(", ")}: vraag de afzender om een van die releases.`;
  }
  if (!(soorten as readonly string[]).includes(soort)) {
    return `Bericht ${messageName(standard === "ijw" ? "Jeugdwet" : "Wmo", soort)} bestaat niet in ${name(standard)} ${release}. We kennen ${soorten.join(", ")}.`;
  }
  if (local !== "Bericht") return "Het eerste element van het bestand heet geen 'Bericht'. Stuur het hele bericht.";
  return "De namespace van het eerste element is niet goed geschreven. Neem die uit de standaard over.";
}

function name(standard: string | undefined): string {
  return standard === "ijw" ? "iJw" : "iWmo";
}
