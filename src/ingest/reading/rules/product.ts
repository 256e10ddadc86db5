import {dayNumber} from "../../../standards/calendar.ts";
import {type MessageTable, nodeAt} from "../../../standards/istandaarden/message-table.ts";
import {number, numberOrNull, textOrNull} from "../fields.ts";
import {type Reading, requiredNode} from "../reading.ts";
import {type Check, isFilled} from "./check.ts";

/** A product that is assigned or asked for: where it stands, and what the standard calls its rules there. */
export interface ProductPlace {
  readonly path: string;
  readonly ingangsdatum: string;
  readonly einddatum: string;
  /** That Omvang is left out when the product has no Code; null: the Toewijzing says whether it has. */
  readonly emptyOmvang: "CD080" | "CD095" | "CD096" | null;
  /** Which Frequentie goes with which Eenheid. */
  readonly frequentie: "CS338" | "CS343";
}

/** CD041, CD075–CD080, CD095, CD096, CS003, CS338 and CS343: Product, Omvang, Budget and Einddatum go together. */
export function productCheck(table: MessageTable, place: ProductPlace): Check {
  const nodes = productNodes(table, place);
  return [
    requiredNode(table, place.path),
    (reading) => {
      checkBudget(reading, nodes);
      checkEinddatum(reading, nodes);
      if (nodes.categorie !== -1) checkProduct(reading, nodes);
      if (isAfter2020(numberOrNull(reading, nodes.einddatum))) checkNewOmvang(reading, nodes, place);
    },
  ];
}

/** Until then products without a Code had an Omvang, and Omvang had other combinations. */
const oldOmvang = dayNumber("2020-12-31");

function isAfter2020(einddatum: number | null): boolean {
  return einddatum === null || einddatum > oldOmvang;
}

function checkBudget(reading: Reading, {budget, volume, einddatum}: Nodes): void {
  if (!isFilled(reading, budget)) return;
  if (!isFilled(reading, einddatum)) reading.report("CD075", "de einddatum ontbreekt bij een budget. Vul die in");
  if (!isFilled(reading, volume)) return;
  reading.report("CD077", "er is een 'Omvang' bij een budget. Laat de omvang weg");
  reading.report("CD078", "er is een 'Budget' bij een omvang. Laat een van de twee weg");
}

function checkEinddatum(reading: Reading, {ingangsdatum, einddatum, frequentie}: Nodes): void {
  const end = numberOrNull(reading, einddatum);
  if (end === null) {
    if (textOrNull(reading, frequentie) === "2") {
      reading.report("CD076", "de einddatum ontbreekt bij een omvang per week. Vul die in");
    }
  } else if (end < number(reading, ingangsdatum)) {
    reading.report("CS003", "de einddatum ligt voor de ingangsdatum. Verbeter een van de twee");
  }
}

function checkProduct(reading: Reading, {categorie, code, budget, volume}: Nodes): void {
  if (!isFilled(reading, categorie) && !isFilled(reading, budget)) {
    reading.report("CD079", "er is geen 'Product' en geen 'Budget'. Vul een van de twee in");
  }
  if (isFilled(reading, code) && !isFilled(reading, volume)) {
    reading.report("CD041", "'Omvang' ontbreekt bij een product met een code. Vul de omvang in");
  }
}

function checkNewOmvang(reading: Reading, {code, volume, eenheid, frequentie}: Nodes, place: ProductPlace): void {
  if (!isFilled(reading, volume)) return;
  if (place.emptyOmvang !== null && !isFilled(reading, code)) {
    reading.report(
      place.emptyOmvang,
      "er is een 'Omvang' bij een product zonder code. Laat de omvang weg of geef de code",
    );
  }
  const unit = textOrNull(reading, eenheid);
  const isWithoutDay = unit === "14" || unit === "16" || unit === "83" || unit === "84";
  if (isWithoutDay && textOrNull(reading, frequentie) === "1") {
    reading.report(place.frequentie, "deze eenheid kan niet per dag. Gebruik frequentie 2, 4 of 6");
  }
}

type Nodes = ReturnType<typeof productNodes>;

function productNodes(table: MessageTable, {path, ingangsdatum, einddatum}: ProductPlace) {
  const at = (name: string) => requiredNode(table, `${path}/${name}`);
  return {
    categorie: nodeAt(table, `${path}/Product/Categorie`), // -1 where a Toewijzing is changed: that has the product
    code: nodeAt(table, `${path}/Product/Code`),
    ingangsdatum: at(ingangsdatum),
    einddatum: at(einddatum),
    volume: at("Omvang/Volume"),
    eenheid: at("Omvang/Eenheid"),
    frequentie: at("Omvang/Frequentie"),
    budget: at("Budget"),
  };
}
