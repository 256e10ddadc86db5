import type {DimensionName} from "./question.ts";

/** How a dimension is read from the facts. */
export interface Dimension {
  /** Its name as a column; a hyphen is no part of a name in SQL. */
  readonly column: string;
  /** Its code for one row of `placed`: a fact in its period, with `on_day` the day on which to look. */
  readonly expression: string;
  /** Steps that the expression joins, each at most one row for a fact. */
  readonly joins: readonly string[];
  /** Its code for one row of `resident` (a class of bevolking in a period); null: inhabitants cannot be split by it. */
  readonly ofResident: string | null;
}

const wijk = (table: string) => `coalesce('WK' || substring(${table}.buurt_code, 3, 6), 'onbekend')`;

// Of a birth only the month is known, so a birthday is the first of its month.
const age = `cast(extract(year from placed.on_day) as integer) - cast(extract(year from placed.geboortemaand) as integer)
      - case when extract(month from placed.on_day) < extract(month from placed.geboortemaand) then 1 else 0 end`;

const joins = {
  productgroepOfCode: `left join productgroep_of_code
    on productgroep_of_code.wet = placed.wet
    and productgroep_of_code.product_code = placed.product_code`,
  productgroepOfCategorie: `left join productgroep_of_categorie
    on productgroep_of_categorie.wet = placed.wet
    and productgroep_of_categorie.product_categorie = placed.product_categorie`,
  currentAanbieder: `left join current_aanbieder
    on current_aanbieder.aanbieder = placed.aanbieder`,
  teamOfWijk: `left join team_of_wijk
    on team_of_wijk.wijk_code = 'WK' || substring(placed.buurt_code, 3, 6)
    and placed.on_day between team_of_wijk.begindatum and team_of_wijk.einddatum`,
  groupOfAge: `left join group_of_age
    on group_of_age.age = ${age}`,
};

export const dimensions: Readonly<Record<DimensionName, Dimension>> = {
  wet: {column: "wet", expression: "placed.wet", joins: [], ofResident: null},
  productgroep: {
    column: "productgroep",
    expression: `coalesce(
      productgroep_of_code.productgroep,
      productgroep_of_categorie.productgroep,
      case
        when placed.product_categorie is null then 'generiek'
        when placed.product_code is null then 'aspecifiek:' || placed.product_categorie
        else 'onbekend'
      end
    )`,
    joins: [joins.productgroepOfCode, joins.productgroepOfCategorie],
    ofResident: null,
  },
  product: {
    column: "product",
    expression: "coalesce(placed.product_code, 'aspecifiek:' || placed.product_categorie, 'generiek')",
    joins: [],
    ofResident: null,
  },
  aanbieder: {
    column: "aanbieder",
    expression: "coalesce(current_aanbieder.current_aanbieder, placed.aanbieder)",
    joins: [joins.currentAanbieder],
    ofResident: null,
  },
  wijk: {column: "wijk", expression: wijk("placed"), joins: [], ofResident: wijk("resident")},
  buurt: {
    column: "buurt",
    expression: "coalesce(placed.buurt_code, 'onbekend')",
    joins: [],
    ofResident: "resident.buurt_code",
  },
  team: {
    column: "team",
    expression: "coalesce(team_of_wijk.team_code, 'onbekend')",
    joins: [joins.teamOfWijk],
    ofResident: "resident.team_code",
  },
  verwijzer: {column: "verwijzer", expression: "placed.verwijzer_type", joins: [], ofResident: null},
  "verwijzer-praktijk": {
    column: "verwijzer_praktijk",
    expression: "coalesce(placed.verwijzer_code, 'onbekend')",
    joins: [],
    ofResident: null,
  },
  leeftijdsgroep: {
    column: "leeftijdsgroep",
    expression: "coalesce(group_of_age.leeftijdsgroep, 'onbekend')",
    joins: [joins.groupOfAge],
    ofResident: "resident.leeftijdsgroep",
  },
  geslacht: {
    column: "geslacht",
    expression: "coalesce(placed.geslacht, 'onbekend')",
    joins: [],
    ofResident: "resident.geslacht",
  },
  deel: {column: "deel", expression: "placed.part", joins: [], ofResident: null},
};
