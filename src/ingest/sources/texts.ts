// What is told of a file that is not read.

export const tooLarge =
  "Dit bestand is groter dan 64 MB en is niet gelezen. Een Bericht is hooguit 25 MB (OP179): vraag om kleinere Berichten.";

export const tooLargeTable =
  "Dit bestand is groter dan 64 MB en is niet gelezen. Lever alleen de rijen van uw gemeente, of deel het op per jaar.";

export const notOurs =
  "Dit is geen bestand dat Wijkbalans kent. Geef .xml, .zip, .tar, .tar.gz, of een tabel als .csv, .xlsx of .parquet.";

/** Why a file on disk could not be read. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "Dit bestand verdween tijdens het lezen. Lever het opnieuw aan.";
  if (code === "EACCES" || code === "EPERM") return "Dit bestand is niet te lezen. Geef leesrecht op het bestand.";
  if (code === "EISDIR") return "Dit is een map met de naam van een bestand. Geef de map een andere naam.";
  return "Dit bestand is niet te lezen. Kijk of de schijf in orde is en lever het opnieuw aan.";
}

export const damagedPart =
  "Dit bestand in het pakket is beschadigd. Vraag de afzender om het pakket opnieuw te sturen.";

export const damagedPackage = "Dit pakket is beschadigd of niet heel. Vraag de afzender om het opnieuw te sturen.";

export const unpacksTooFar = "Dit pakket pakt uit tot meer dan 200 keer zijn grootte. Is het een echte levering?";
