/** The Berichten that tell of one person: `bericht_id`, each once, of the pseudonym `$client`. */
export const berichtenOfPersonSql = ["toewijzing_versie", "start", "stop", "verzoek", "prestatie", "prestatie_antwoord"]
  .map((table) => `select bericht_id from ${table} where client = $client`)
  .join("\nunion\n");
