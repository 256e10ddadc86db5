import {describe, expect, test} from "vitest";
import {checkKoppeling} from "./koppeling.ts";
import type {Cell, Sheet} from "./sheet.ts";
import {koppelingOf, propose} from "./suggest.ts";

function sheetOf(header: readonly string[], ...rows: readonly (readonly Cell[])[]): Sheet {
  return {header, rows: rows.map((cells, index) => ({number: index + 2, cells}))};
}

const bsns = ["999900006", "999900018", "999900031", "999900043"];

/** Which column each field is proposed to be. */
function chosen(sheet: Sheet): Record<string, string> {
  return Object.fromEntries(propose(sheet).suggestions.map(({field, column}) => [field.name, column]));
}

describe("columns are recognised", () => {
  test("by the names of the Gemeentelijk Gegevensmodel", () => {
    const sheet = sheetOf(
      [
        "BSN",
        "LEVERANCIER.AGBCODE",
        "TOEWIJZING.TOEWIJZINGNUMMER",
        "TOEWIJZING.DATUMTOEWIJZING",
        "TOEWIJZING.DATUMSTARTTOEWIJZING",
        "TOEWIJZING.DATUMEINDETOEWIJZING",
        "TOEWIJZING.OMVANG",
        "TOEWIJZING.EENHEID",
        "TOEWIJZING.FREQUENTIE",
        "TOEWIJZING.CODE",
        "TOEWIJZING.WET",
        "TOEWIJZING.REDENWIJZIGING",
      ],
      ...bsns.map((bsn, index): Cell[] => [
        bsn,
        "99990001",
        index + 1,
        "2025-01-02",
        "2025-01-10",
        "2025-12-31",
        4,
        "Uur",
        "Per week",
        "02A03",
        "Wmo",
        null,
      ]),
    );
    expect(propose(sheet)).toMatchObject({kind: "toewijzingen", missing: [], unusedColumns: []});
    expect(chosen(sheet)).toMatchObject({
      toewijzing_nummer: "TOEWIJZING.TOEWIJZINGNUMMER",
      toegewezen_op: "TOEWIJZING.DATUMTOEWIJZING",
      ingangsdatum: "TOEWIJZING.DATUMSTARTTOEWIJZING",
      einddatum: "TOEWIJZING.DATUMEINDETOEWIJZING",
      product_code: "TOEWIJZING.CODE",
      volume: "TOEWIJZING.OMVANG",
    });
  });

  test("a levering and a declaratieregel of that model too", () => {
    const levering = sheetOf(
      [
        "bsn",
        "wet",
        "leverancier",
        "toewijzingnummer",
        "levering.datumStart",
        "levering.datumStop",
        "levering.stopreden",
      ],
      ...bsns.map((bsn, index): Cell[] => [bsn, "Wmo", "99990001", index + 1, "2025-01-10", null, null]),
    );
    expect(propose(levering).kind).toBe("leveringen");
    expect(chosen(levering)).toMatchObject({
      begindatum: "levering.datumStart",
      einddatum: "levering.datumStop",
      reden_beeindiging: "levering.stopreden",
    });
    const regel = sheetOf(
      [
        "bsn",
        "wet",
        "leverancier",
        "toewijzingnummer",
        "productcategorie",
        "code",
        "datumStart",
        "datumEinde",
        "volume",
        "eenheid",
        "bedrag",
        "datumDeclaratie",
        "declaratieStatus",
      ],
      ...bsns.map((bsn, index): Cell[] => [
        bsn,
        "Wmo",
        "99990001",
        index + 1,
        "02",
        "02A03",
        "2025-01-01",
        "2025-01-31",
        4,
        "Uur",
        210.5,
        "2025-02-05",
        "Toegekend",
      ]),
    );
    expect(propose(regel)).toMatchObject({kind: "declaratieregels", missing: []});
    expect(chosen(regel)).toMatchObject({bekend_op: "datumDeclaratie", status: "declaratieStatus", bedrag: "bedrag"});
  });

  test("by what stands in them, where the name says nothing", () => {
    const sheet = sheetOf(["veld1", "veld2", "veld3"], ...bsns.map((bsn): Cell[] => [bsn, "Jeugdwet", "1234 AB"]));
    const {suggestions} = propose(sheet, "toewijzingen");
    expect(suggestions.map(({field, column}) => [field.name, column])).toEqual([
      ["bsn", "veld1"],
      ["wet", "veld2"],
      ["postcode", "veld3"],
    ]);
    expect(suggestions[0]?.reason).toBe("elk nummer klopt met de elfproef");
  });

  test("not by a name that the contents belie", () => {
    const sheet = sheetOf(["BSN", "wet"], ["123456789", "Wmo"], ["987654321", "Wmo"], ["111111111", "Wmo"]);
    expect(chosen(sheet).bsn).toBeUndefined();
  });
});

test("how dates, amounts and words are written is proposed with the column", () => {
  const sheet = sheetOf(
    [
      "BSN",
      "Wet",
      "AGB",
      "Toewijzingsnummer",
      "Productcategorie",
      "Productcode",
      "Begindatum",
      "Einddatum",
      "Aantal",
      "Eenheid",
      "Bedrag",
    ],
    ...bsns.map((bsn, index): Cell[] => [
      bsn,
      "JW",
      "99990001",
      index + 1,
      "45",
      "45A04",
      "15-01-2025",
      "31-01-2025",
      3,
      "uren",
      "1.234,50",
    ]),
  );
  const koppeling = checkKoppeling(koppelingOf(propose(sheet), "Suite"));
  expect(koppeling.kolommen).toMatchObject({
    begindatum: {datum: "dd-mm-jjjj"},
    eenheid: {waarden: {uren: "04"}},
    bedrag: {bedrag: "euro"},
  });
});

test("a table of costs is one", () => {
  const sheet = sheetOf(
    ["Soort", "Jaar", "Maand", "Taakveld", "Bedrag", "Omschrijving"],
    ["Subsidie", 2025, 1, "6.1", 1200, "Buurthuis"],
    ["PGB", 2025, 2, "6.791", 800, "Pgb"],
  );
  expect(propose(sheet)).toMatchObject({kind: "kosten", missing: []});
});
