import {csvText} from "../../reports/csv.ts";
import {formatNumber} from "../../reports/format.ts";
import {tableCheckPath} from "../../reports/val-ons-aan/paths.ts";
import {safeTableFile} from "../../reports/val-ons-aan/safe-table.ts";
import {type TableCheck, tableCheckCrumbs} from "../../reports/val-ons-aan/table-check.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {HiddenWords, MissingText} from "../components/figure.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";
import {formTokenField} from "../form-token.ts";

export interface TableCheckProps {
  readonly formToken: string;
  /** null: no table was brought yet. */
  readonly check: TableCheck | null;
  /** What was wrong with the table that was brought. */
  readonly problem: string | null;
}

/** May this table go out? The table stays with its owner: it is read, answered and forgotten. */
export function TableCheckPage({formToken, check, problem}: TableCheckProps) {
  return (
    <>
      <Breadcrumb crumbs={tableCheckCrumbs} />
      <h1>Mag deze tabel naar buiten?</h1>
      <p class="wb-kern">
        {check === null
          ? "Breng een tabel met aantallen. Wij zeggen wat verborgen moet, en vallen daarna aan. Wij bewaren niets."
          : check.kern}
      </p>
      {check === null ? null : <Checked check={check} />}
      <section class={check === null ? "wb-part-near" : "wb-part"}>
        {check === null ? null : <h2>Nog een tabel</h2>}
        <TableForm formToken={formToken} problem={problem} />
      </section>
    </>
  );
}

function TableForm({formToken, problem}: Pick<TableCheckProps, "formToken" | "problem">) {
  return (
    <>
      {problem === null ? null : (
        <div class="wb-alert wb-alert-fault" id="tabel-fout" role="alert">
          <p>Fout: {problem}</p>
        </div>
      )}
      <form class="wb-deliver" method="post" action={tableCheckPath} enctype="multipart/form-data">
        <input type="hidden" name={formTokenField} value={formToken} />
        <div class="wb-drop">
          <label for="tabel">Kies een tabel</label>
          <input
            id="tabel"
            type="file"
            name="tabel"
            accept=".csv,.xlsx,.parquet"
            required
            aria-describedby={problem === null ? "tabel-hint" : "tabel-fout tabel-hint"}
          />
          <p class="wb-hint" id="tabel-hint">
            CSV, Excel of Parquet, tot 5 MB. Een rij per cel, zonder totalen: kolommen zoals wijk en hulp, met daarnaast
            "waarde" en "personen". Of met één kolom met aantallen mensen.
          </p>
        </div>
        <div class="wb-choices">
          <button class="utrecht-button utrecht-button--primary-action" type="submit">
            Kijk na
          </button>
        </div>
      </form>
    </>
  );
}

function Checked({check}: {check: TableCheck}) {
  const {safe} = check;
  const file = safeTableFile(safe);
  const href = `data:text/csv;charset=utf-8;base64,${Buffer.from(csvText(file)).toString("base64")}`;
  return (
    <section class="wb-part-near">
      {check.derived === 0 ? null : (
        <div class="wb-alert wb-alert-fault">
          <p>
            {formatNumber(check.derived)} verborgen cellen zijn te herleiden. Deel deze tabel niet, en meld het ons.
          </p>
        </div>
      )}
      <h2 id="cellen-kop">{check.finding}</h2>
      <p class="wb-figure-note">{check.name}. Wat verborgen is staat bovenaan.</p>
      {check.derived === 0 ? (
        <p class="wb-choices">
          <a class="utrecht-button utrecht-button--primary-action" href={href} download={file.name}>
            Haal de veilige tabel op (CSV)
          </a>
        </p>
      ) : null}
      <ScrollRegion labelledBy="cellen-kop">
        <table class="wb-table">
          <thead>
            <tr>
              {check.heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
              <th scope="col" class="wb-right">
                Waarde
              </th>
              {safe.isCount ? null : (
                <th scope="col" class="wb-right">
                  Personen
                </th>
              )}
              <th scope="col" class="wb-right">
                Ruimte<small>wat een lezer kan uitrekenen</small>
              </th>
              <th scope="col">
                Reden<small>alleen voor u</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {check.rows.map((row) => (
              <tr>
                {row.key.map((code, place) => (place === 0 ? <th scope="row">{code}</th> : <td>{code}</td>))}
                <td class="wb-right">{row.value ?? <MissingText missing="verborgen" />}</td>
                {safe.isCount ? null : <td class="wb-right">{row.persons ?? <MissingText missing="verborgen" />}</td>}
                <td class="wb-right">{row.room ?? ""}</td>
                <td>{row.reason ?? ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {check.more === 0 ? null : (
        <p class="wb-hint wb-table-note">En nog {formatNumber(check.more)} cellen. Die staan in de veilige tabel.</p>
      )}
      {check.isSafe ? null : (
        <p class="wb-hint wb-table-note">
          <HiddenWords /> Laat de kolom "reden" weg als u de tabel deelt: zij zegt welke cellen klein zijn.
        </p>
      )}
    </section>
  );
}
