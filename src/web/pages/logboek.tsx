import {formatMoment, formatNumber} from "../../reports/format.ts";
import {type Logbook, type LogLine, purposeName} from "../../reports/privacyboek/logbook.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {SearchForm} from "../components/search-form.tsx";

const path = "/privacyboek/logboek";

export function LogboekPage({report}: {report: Logbook; formToken: string}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <section class="wb-part-near">
        <h2>
          {report.alerts.length === 0
            ? "Niets opvallends in 30 dagen"
            : `${formatNumber(report.alerts.length)} keer iets anders dan gewoon in 30 dagen`}
        </h2>
        <p class="wb-prose wb-small">
          Dit zijn tellingen met een grens, en geen oordeel. Er kan een goede reden zijn: vraag het na.
        </p>
        {report.alerts.length === 0 ? null : (
          <ul class="wb-list">
            {report.alerts.slice(0, 50).map(({gebruiker, line}) => (
              <li>
                <b>{gebruiker}</b>: {line}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="wb-part">
        <SearchForm
          action={path}
          label="Zoek op gebruiker, rol of scherm"
          search={report.search}
          filters={report.filters}
        />
        <h2 id="regels-kop">{report.range}</h2>
        {report.lines.length === 0 ? (
          <div class="wb-empty">
            <b>Niemand keek</b>
            Kies minder woorden. <a href={path}>Toon alles</a>
          </div>
        ) : (
          <Lines lines={report.lines} />
        )}
        {report.older === null ? null : (
          <p>
            <a href={olderHref(report)}>Ouder</a>
          </p>
        )}
      </section>
      <SignInTable signIns={report.signIns} />
      <p class="wb-hint">
        Elke regel hangt aan de regel ervoor. Of er niets veranderd of weg is, zegt: <code>npx wijkbalans verify</code>
      </p>
    </>
  );
}

function SignInTable({signIns}: {signIns: Logbook["signIns"]}) {
  if (signIns.lines.length === 0) return null;
  return (
    <section class="wb-part">
      <h2 id="aanmeld-kop">{signIns.finding}</h2>
      <ScrollRegion labelledBy="aanmeld-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Wanneer</th>
              <th scope="col">Wie</th>
              <th scope="col">Wat</th>
              <th scope="col">Waarom</th>
            </tr>
          </thead>
          <tbody>
            {signIns.lines.map(({op, who, event, reason}) => (
              <tr>
                <th scope="row">{formatMoment(op)}</th>
                <td>
                  <span class="wb-cell-label">Wie</span>
                  {who}
                </td>
                <td>
                  <span class="wb-cell-label">Wat</span>
                  {event}
                </td>
                <td class="wb-whole">{reason ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p class="wb-hint">
        De laatste {formatNumber(signIns.lines.length)}. Iemand overal afmelden of buiten houden:{" "}
        <code>npx wijkbalans gebruiker</code>
      </p>
    </section>
  );
}

function Lines({lines}: {lines: readonly LogLine[]}) {
  return (
    <ScrollRegion labelledBy="regels-kop">
      <table class="wb-table wb-stack">
        <thead>
          <tr>
            <th scope="col">Wanneer</th>
            <th scope="col">Wie</th>
            <th scope="col">Wat</th>
            <th scope="col">Waarvoor</th>
            <th scope="col">Uitkomst</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                {formatMoment(line.op)}
                <small>regel {formatNumber(line.nummer)}</small>
              </th>
              <td>
                <span class="wb-cell-label">Wie</span>
                {line.gebruiker}
                <br />
                <span class="wb-hint">{line.rol}</span>
              </td>
              <td class="wb-whole">
                {line.wat}
                <br />
                <span class="wb-hint">{detail(line)}</span>
              </td>
              <td class="wb-whole">
                <span class="wb-cell-label">Waarvoor</span>
                {purposeName(line.doel)}
              </td>
              <td>
                <span class="wb-cell-label">Uitkomst</span>
                {line.uitkomst}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function detail({vraag, gegevens_versie, betrokkene, sha256}: LogLine): string {
  return [
    ...(vraag === null ? [] : [vraag.replaceAll("&", ", ")]),
    ...(gegevens_versie === null ? [] : [`gegevens ${gegevens_versie}`]),
    ...(betrokkene === null ? [] : [`persoon ${betrokkene}`]),
    ...(sha256 === null ? [] : [`bestand ${sha256.slice(0, 12)}`]),
  ].join(" · ");
}

function olderHref({search, filters, older}: Logbook): string {
  const chosen = filters.map(({name, options}) => [name, options.find(({isChosen}) => isChosen)?.value ?? ""] as const);
  const given = [["zoek", search], ...chosen, ["voor", String(older)]].filter(([, value]) => value !== "");
  return `${path}?${new URLSearchParams(given as [string, string][])}`;
}
