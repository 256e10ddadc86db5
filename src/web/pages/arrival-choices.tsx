import {neededFor, type Preview} from "../../ingest/deliveries/preview.ts";
import type {Acceptance} from "../../ingest/reference/acceptance.ts";
import {formatList, formatNumber} from "../../reports/format.ts";
import {ActionButton} from "../components/delivery-form.tsx";

const questionsField = "vragen-kloppen";
const goodRowsField = "goede-regels";

/** What a press on one of the buttons agrees to. */
export function readAcceptance(fields: URLSearchParams): Acceptance {
  return {questions: fields.get(questionsField) === "ja", goodRows: fields.get(goodRowsField) === "ja"};
}

/** What one may do with a delivery that was looked at. */
export function Choices({preview, href, formToken}: {preview: Preview; href: string; formToken: string}) {
  const needed = neededFor(preview);
  const says = [...(needed.questions ? [questionsField] : []), ...(needed.goodRows ? [goodRowsField] : [])];
  const consequence = consequenceOf(preview);
  return (
    <>
      <div class="wb-choices">
        {hasSomething(preview) ? (
          <ActionButton
            action={`${href}/innemen`}
            formToken={formToken}
            label={labelOf(preview)}
            isMain={true}
            says={says}
          />
        ) : null}
        <ActionButton action={`${href}/weggooien`} formToken={formToken} label="Gooi weg" isMain={false} />
      </div>
      {hasSomething(preview) && consequence !== null ? <p class="wb-hint">{consequence}</p> : null}
    </>
  );
}

function labelOf(preview: Preview): string {
  const {questions} = neededFor(preview);
  if (isWrong(preview)) return questions ? "Het klopt, neem de goede regels" : "Neem de goede regels";
  return questions ? "Het klopt, neem in" : "Neem in";
}

/** What is said with the main button; null: no more than its words say. */
function consequenceOf(preview: Preview): string | null {
  const asked = questionsOf(preview);
  const parts = [
    ...(isWrong(preview) ? [`${isOneWrong(preview) ? "blijft" : "blijven"} ${wrongWords(preview)} buiten`] : []),
    ...(asked > 0 ? [`zegt u dat ${asked === 1 ? "de vraag hieronder klopt" : "alles bij de vragen klopt"}`] : []),
  ];
  return parts.length === 0 ? null : `Met de eerste knop ${formatList(parts)}.`;
}

/** What was found, in a sentence or two. */
export function verdict(preview: Preview): string {
  if (isWrong(preview)) {
    const what = `${wrongWords(preview)} ${isOneWrong(preview) ? "is" : "zijn"} niet goed.`;
    return hasSomething(preview)
      ? `${what} Er gaat niets mee, tenzij u de goede regels inneemt.`
      : `${what} Er is niets om in te nemen.`;
  }
  if (!hasSomething(preview)) return "Alles was al aanwezig. Er verandert niets.";
  const asked = questionsOf(preview);
  if (asked > 0) {
    return asked === 1
      ? "Er is 1 vraag. Er gaat niets mee, tenzij u zegt dat het klopt."
      : `Er zijn ${formatNumber(asked)} vragen. Er gaat niets mee, tenzij u zegt dat het klopt.`;
  }
  const waiting = preview.tables.filter(({known}) => known === null).length;
  if (waiting > 0) {
    return waiting === 1
      ? "Van 1 tabel moeten de kolommen nog gekoppeld worden. Er is nog niets ingenomen."
      : `Van ${formatNumber(waiting)} tabellen moeten de kolommen nog gekoppeld worden. Er is nog niets ingenomen.`;
  }
  return "Alles is goed. Er is nog niets ingenomen.";
}

function isWrong(preview: Preview): boolean {
  return preview.geweigerd > 0 || leftOut(preview) > 0;
}

function isOneWrong(preview: Preview): boolean {
  return preview.geweigerd + leftOut(preview) === 1;
}

/** "2 regels en 1 bestand". */
function wrongWords(preview: Preview): string {
  const rows = leftOut(preview);
  return formatList([
    ...(rows > 0 ? [count(rows, "regel", "regels")] : []),
    ...(preview.geweigerd > 0 ? [count(preview.geweigerd, "bestand", "bestanden")] : []),
  ]);
}

function hasSomething({ingenomen, metBevindingen, tables}: Preview): boolean {
  return ingenomen + metBevindingen + tables.length > 0;
}

/** Rows that stay out of tables that are taken in; those of a file without a good row go with the file. */
function leftOut({reference}: Preview): number {
  return reference.reduce((sum, file) => sum + (file.rows > 0 ? file.leftOut : 0), 0);
}

function questionsOf({reference}: Preview): number {
  return reference.reduce((sum, {questions}) => sum + questions.length, 0);
}

function count(number: number, one: string, more: string): string {
  return `${formatNumber(number)} ${number === 1 ? one : more}`;
}
