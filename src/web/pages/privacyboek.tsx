import type {PrivacySettings} from "../../access/looking/privacy-settings.ts";
import {purposes} from "../../access/looking/purposes.ts";
import type {ScreenName} from "../../access/screens.ts";
import {otherStores, tableDescriptions} from "../../database/personal-data.ts";
import {lawTerms} from "../../reports/privacyboek/register.ts";
import {Facts} from "../components/facts.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export interface PrivacyboekPageProps {
  readonly settings: PrivacySettings;
  readonly screens: ReadonlySet<ScreenName>;
}

/** What everybody may know: what is held, why, how long, and what one can ask. No number of persons stands on it. */
export function PrivacyboekPage({settings, screens}: PrivacyboekPageProps) {
  const tables = Object.values(tableDescriptions).filter(({about}) => about === "client").length;
  return (
    <>
      <h1>Privacyboek</h1>
      <p class="wb-kern">
        Wat dit systeem van mensen bewaart, waarom, hoe lang, en wie het ziet. Cijfers gaan over groepen; niemand is
        erin te herkennen.
      </p>
      <Links screens={screens} />
      <div class="wb-columns wb-part-near">
        <section class="wb-span-8">
          <h2 id="doelen-kop">Waarvoor gegevens gebruikt worden</h2>
          <ScrollRegion labelledBy="doelen-kop">
            <table class="wb-table wb-stack">
              <thead>
                <tr>
                  <th scope="col">Verwerking</th>
                  <th scope="col">Waarvoor</th>
                  <th scope="col">Grond in de wet</th>
                </tr>
              </thead>
              <tbody>
                {Object.values(purposes).map(({name, line, ground}) => (
                  <tr>
                    <th scope="row">{name}</th>
                    <td class="wb-whole">{line}</td>
                    <td class="wb-whole">
                      <span class="wb-cell-label">Grond</span>
                      {ground}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <h2 class="wb-part-near">Wat wij bewaren</h2>
          <ul class="wb-list">
            {otherStores.map(({name, what}) => (
              <li>
                <b>{name}</b>: {what}
              </li>
            ))}
            <li>
              <b>tabellen</b>: {tables} tabellen over hulp. Een inwoner is daarin een sleutel: geen naam, geen adres,
              geen burgerservicenummer.
            </li>
          </ul>
        </section>
        <aside class="wb-span-4 wb-aside" aria-labelledby="lang-kop">
          <section>
            <h2 id="lang-kop">Hoe lang</h2>
            <Facts
              facts={[
                {term: "Gegevens over hulp", words: lawTerms(settings.retention)},
                {term: "Geweigerde bestanden", words: `${settings.retention.refused} jaar`},
                {term: "Wie wat bekeek", words: `${settings.logYears} jaar`},
              ]}
            />
          </section>
          <section>
            <h2>Wat u kunt vragen</h2>
            <p>
              Wat er over u staat, wie daarnaar keek, dat het verbeterd wordt, of dat het weggaat. Vraag het aan de
              gemeente. U hoort het binnen een maand.
            </p>
            <p>
              Weghalen mag de gemeente weigeren zolang de wet zegt dat zij het moet bewaren: 15 jaar (Wmo) of 20 jaar
              (Jeugdwet).
            </p>
          </section>
        </aside>
      </div>
    </>
  );
}

function Links({screens}: {screens: ReadonlySet<ScreenName>}) {
  const links = [
    {screen: "privacyregister", href: "/privacyboek/register", words: "Register: elk veld"},
    {screen: "inzagelog", href: "/privacyboek/logboek", words: "Wie keek"},
    {screen: "inwonerverzoek", href: "/privacyboek/verzoeken", words: "Verzoeken van inwoners"},
    {screen: "dpia", href: "/privacyboek/dpia", words: "DPIA, eerste versie"},
  ] as const;
  const open = links.filter(({screen}) => screens.has(screen));
  if (open.length === 0) return null;
  return (
    <ul class="wb-list wb-part-near">
      {open.map(({href, words}) => (
        <li>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
