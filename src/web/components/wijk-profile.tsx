import type {MeasureRow} from "../../reports/wijkprofiel/measures.ts";
import type {NeedRow} from "../../reports/wijkprofiel/need.ts";
import type {Offer} from "../../reports/wijkprofiel/offer.ts";
import type {Profile} from "../../reports/wijkprofiel/wijkprofiel.ts";
import {SparkPair} from "./bars.tsx";
import {HiddenWords, MissingText} from "./figure.tsx";
import {ProvenanceLine} from "./provenance-line.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

/** What people in a wijk use, how long they wait and what came of it, beside the gemeente. */
export function MeasureTable({profile}: {profile: Profile}) {
  const {measures, name, placeName, isCompared} = profile;
  const hasExpected = measures.some(({expected}) => expected !== null);
  return (
    <section class="wb-part">
      <h2 id="gebruik-kop">{profile.finding}</h2>
      <p class="wb-figure-note">
        Meer of minder gebruik is niet vanzelf goed of slecht: het hangt af van wie er wonen.
        {hasExpected ? " Verwacht: bij de mensen die er wonen, of bij de hulp die zij hebben." : ""}
        {isCompared ? "" : " U ziet alleen deze wijk, dus er staat niets naast."}
      </p>
      <ScrollRegion labelledBy="gebruik-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Maat</th>
              <th scope="col" class="wb-right">
                {name}
              </th>
              {isCompared ? (
                <th scope="col" class="wb-right">
                  {placeName}
                </th>
              ) : null}
              {isCompared ? <th scope="col">In woorden</th> : null}
              {hasExpected ? (
                <th scope="col" class="wb-right">
                  Verwacht
                </th>
              ) : null}
              <th scope="col" class="wb-right">
                Drie jaar<small>{isCompared ? `streepjes: ${placeName}` : "per kwartaal"}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {measures.map((row) => (
              <MeasureLine row={row} profile={profile} hasExpected={hasExpected} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p class="wb-hint wb-table-note">
        {profile.hasHidden ? (
          <>
            <HiddenWords />{" "}
          </>
        ) : null}
        {profile.hasTooFew ? "Te weinig: te weinig trajecten of inwoners om een cijfer van te maken. " : null}
        Lijntjes gaan per kwartaal; waar iets verborgen of nog niet compleet is, staat geen lijn.
      </p>
      <ProvenanceLine provenance={profile.provenance} />
      <div class="wb-under">
        <a href={profile.fileHref}>Haal het profiel op (CSV)</a>
      </div>
    </section>
  );
}

function MeasureLine({
  row,
  profile: {name, placeName, isCompared},
  hasExpected,
}: {
  row: MeasureRow;
  profile: Profile;
  hasExpected: boolean;
}) {
  return (
    <tr>
      <th scope="row">
        <a href={row.proofHref} title="Hoe is dit geteld?">
          {row.label}
        </a>
        <small>{row.unit}</small>
      </th>
      <td class="wb-right">
        <span class="wb-cell-label">{name}</span>
        {row.ownText === null ? <MissingText missing={row.own.missing ?? "geen"} /> : <b>{row.ownText}</b>}
      </td>
      {isCompared ? (
        <td class="wb-right">
          <span class="wb-cell-label">{placeName}</span>
          {row.gemeenteText ?? <MissingText missing={row.gemeente.missing ?? "geen"} />}
        </td>
      ) : null}
      {isCompared ? <td class="wb-whole">{row.words}</td> : null}
      {hasExpected ? (
        <td class="wb-right">
          <span class="wb-cell-label">Verwacht</span>
          <ExpectedText row={row} />
        </td>
      ) : null}
      <td class="wb-right wb-whole">
        {row.course === null ? null : <SparkPair own={row.course.own} whole={row.course.gemeente} />}
      </td>
    </tr>
  );
}

/** The number, and below it how the wijk stands to that, with the way to the mirror. */
function ExpectedText({row: {expected, label}}: {row: MeasureRow}) {
  if (expected === null) return <MissingText missing="geen" />;
  return (
    <span>
      {expected.text}
      <small class="wb-below">
        <a href={expected.href} aria-label={`${label}: ${expected.words}`}>
          {expected.words}
        </a>
      </small>
    </span>
  );
}

/** Who live in the wijk, from the public figures of CBS. */
export function NeedTable({profile}: {profile: Profile}) {
  const {need, name, needYears} = profile;
  return (
    <section class="wb-part">
      <h2 id="behoefte-kop">{profile.needFinding}</h2>
      {need.length === 0 ? (
        <div class="wb-empty wb-plate">
          <p>
            De Kerncijfers wijken en buurten van het CBS ontbreken voor deze wijk. Neem gebied_kenmerk.csv in, dan ziet
            u hier wie er wonen.
          </p>
        </div>
      ) : (
        <>
          <ScrollRegion labelledBy="behoefte-kop">
            <table class="wb-table wb-stack">
              <thead>
                <tr>
                  <th scope="col">Wie er wonen</th>
                  <th scope="col" class="wb-right">
                    {name}
                  </th>
                  <th scope="col" class="wb-right">
                    Hele gemeente
                  </th>
                  <th scope="col">In woorden</th>
                </tr>
              </thead>
              <tbody>
                {need.map((row) => (
                  <NeedLine row={row} name={name} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <p class="wb-provenance">
            <span>Bron: Kerncijfers wijken en buurten (CBS) {needYears}</span>
            <span>Over alle inwoners, ook zonder hulp</span>
          </p>
        </>
      )}
    </section>
  );
}

function NeedLine({row, name}: {row: NeedRow; name: string}) {
  return (
    <tr>
      <th scope="row">
        {row.label}
        <small>{row.unit}</small>
      </th>
      <td class="wb-right">
        <span class="wb-cell-label">{name}</span>
        <b>{row.own}</b>
      </td>
      <td class="wb-right">
        <span class="wb-cell-label">Gemeente</span>
        {row.gemeente}
      </td>
      <td class="wb-whole">{row.words}</td>
    </tr>
  );
}

/** What anybody can go to, and who can be asked. */
export function OfferList({profile: {offers, teams, name}}: {profile: Profile}) {
  return (
    <>
      <section>
        <h2 id="aanbod-kop">Zonder besluit te gebruiken in {name}</h2>
        {offers.length === 0 ? (
          <p class="wb-small">
            Er is niets opgegeven. Weet u iets? De gemeente zet het in voorliggend.csv, dan staat het hier.
          </p>
        ) : (
          <ul class="wb-list wb-offer" aria-labelledby="aanbod-kop">
            {offers.map((offer) => (
              <OfferItem offer={offer} />
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>Wijkteam</h2>
        <p class="wb-small">
          {teams.length === 0 ? "Voor deze wijk is geen wijkteam opgegeven." : `${teams.join(" en ")}.`}
        </p>
      </section>
    </>
  );
}

function OfferItem({offer: {name, kind, description, places}}: {offer: Offer}) {
  return (
    <li>
      <b>{name}</b>
      <span>{description}</span>
      <span class="wb-hint">{places === null ? kind : `${kind}, ${places}`}</span>
    </li>
  );
}
