import {type Koppelen, koppelenPath, type MatchingField, type MatchingTable} from "../../reports/koppelen/koppelen.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {formTokenField} from "../form-token.ts";

export function KoppelenPage({report, formToken}: {report: Koppelen; formToken: string}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      {report.table === null ? <Files report={report} /> : <Matching table={report.table} formToken={formToken} />}
    </>
  );
}

function Files({report}: {report: Koppelen}) {
  return (
    <section class="wb-part-near">
      <h2>Tabellen die wachten</h2>
      {report.files.length === 0 ? (
        <p>
          Zet een tabel uit uw suite (CSV, Excel of Parquet) in de map <code>{report.folder}</code>.
        </p>
      ) : (
        <table class="wb-table wb-part-near">
          <thead>
            <tr>
              <th scope="col">Tabel</th>
              <th scope="col">Hoe het ermee staat</th>
            </tr>
          </thead>
          <tbody>
            {report.files.map(({name, href, isKnown, problem}) => (
              <tr>
                <th scope="row">{problem === null ? <a href={href}>{name}</a> : name}</th>
                <td>
                  {problem ??
                    (isKnown ? "De kolommen zijn bekend. Neem hem in met import." : "De kolommen zijn nieuw.")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="wb-hint wb-table-note">
        Een tabel blijft op deze computer. Het burgerservicenummer wordt bij het innemen een pseudoniem.
      </p>
    </section>
  );
}

function Matching({table, formToken}: {table: MatchingTable; formToken: string}) {
  return (
    <>
      <nav class="wb-tabs" aria-label="Soort tabel">
        {table.kinds.map(({kind, href, isCurrent}) => (
          <a href={href} aria-current={isCurrent ? "page" : undefined}>
            {kind}
          </a>
        ))}
      </nav>
      <Preview table={table} />
      <form method="post" action={koppelenPath} class="wb-part">
        <input type="hidden" name={formTokenField} value={formToken} />
        <input type="hidden" name="bestand" value={table.name} />
        <input type="hidden" name="soort" value={table.kind} />
        <h2 id="velden-kop">Welke kolom is wat?</h2>
        <ScrollRegion labelledBy="velden-kop">
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                <th scope="col">Wat wij vragen</th>
                <th scope="col">Kolom in uw tabel</th>
                <th scope="col">Waarom dit voorstel</th>
              </tr>
            </thead>
            <tbody>
              {table.fields.map((field) => (
                <FieldRow field={field} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <div class="wb-field wb-part-near wb-span-4">
          <label class="utrecht-form-label" for="bron">
            Naam van de bron
          </label>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            id="bron"
            name="bron"
            value={table.bron}
            maxlength={80}
            required
          />
          <p class="wb-hint">Een nieuwere tabel van dezelfde bron vervangt de oudere.</p>
        </div>
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          Bewaar de koppeling
        </button>
      </form>
    </>
  );
}

function FieldRow({field}: {field: MatchingField}) {
  const id = `veld-${field.name}`;
  return (
    <tr>
      <th scope="row">
        <label for={id}>
          {field.label}
          {field.isRequired ? " (nodig)" : ""}
        </label>
      </th>
      <td class="wb-whole wb-field">
        <select
          class="utrecht-select utrecht-select--html-select"
          id={id}
          name={`veld:${field.name}`}
          required={field.isRequired}
        >
          {field.options.map(({value, label, isChosen}) => (
            <option value={value} selected={isChosen}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <td class="wb-whole wb-hint">{field.reason ?? ""}</td>
    </tr>
  );
}

function Preview({table}: {table: MatchingTable}) {
  return (
    <section class="wb-part-near">
      <h2 id="voorbeeld-kop">De eerste rijen</h2>
      <ScrollRegion labelledBy="voorbeeld-kop">
        <table class="wb-table">
          <thead>
            <tr>
              {table.header.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.preview.map((cells) => (
              <tr>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p class="wb-hint">Wat kan zeggen om wie het gaat, is bedekt: een cijfer is een 9, een letter een x.</p>
    </section>
  );
}
