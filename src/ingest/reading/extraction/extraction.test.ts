import {describe, expect, test} from "vitest";
import {type Elements, type MessageChoice, messageXml} from "../../../../test/istandaarden/message-xml.ts";
import {readableRows} from "../../../../test/istandaarden/readable-rows.ts";
import type {Soort} from "../../../standards/istandaarden/messages.ts";
import type {Wet} from "../../../standards/istandaarden/release.ts";
import {type BerichtReading, readBericht} from "../read-bericht.ts";
import type {ReadingContext} from "../reading.ts";

const context: ReadingContext = {
  pseudonym: (bsn) => `cliënt ${bsn.slice(-3)}`,
  huishouden: (...address) => address.filter((part) => part !== null).join(" "),
  buurtOf: (postcode) => (postcode === "1011AB" ? "BU03630001" : null),
};

function read(wet: Wet, soort: Soort, body: Elements, choice?: MessageChoice): BerichtReading {
  const reading = readBericht(messageXml(wet, soort, body, choice), context);
  // Small messages obey few rules; what is taken in does not depend on them.
  expect(reading.state).not.toBe("geweigerd");
  return reading;
}

const naam = {Geslachtsnaam: {Achternaam: "Wit"}, NaamGebruik: "1"};
const korteNaam = {Geslachtsnaam: {Achternaam: "Wit"}};
const person = {Bsn: "999900006", Geboortedatum: {Datum: "2012-05-17"}, Geslacht: "2"};
const specific = {Categorie: "45", Code: "45A04"};

describe("a 301", () => {
  const version = {
    ToewijzingNummer: "101",
    Product: specific,
    Toewijzingsdatum: "2025-03-14",
    Toewijzingstijd: "10:30:00",
    Ingangsdatum: "2025-04-01",
  };
  const client = (
    products: Elements[],
    contacts: Elements[] = [{Soort: "01"}],
    birth: Elements = person.Geboortedatum,
  ) => ({
    Client: {
      ...person,
      Geboortedatum: birth,
      Naam: naam,
      Contactgegevens: {Contact: contacts},
      ToegewezenProducten: {ToegewezenProduct: products},
    },
  });
  const versionsOf = (body: Elements) => readableRows(read("Jeugdwet", "301", body).rows, "toewijzing_versie");

  test("gives a version of each Toewijzing", () => {
    const full = {
      ...version,
      ToewijzingNummer: "102",
      ReferentieAanbieder: "V-7",
      Einddatum: "2026-03-31",
      RedenWijziging: "12",
      Omvang: {Volume: "2", Eenheid: "04", Frequentie: "2"},
    };
    expect(versionsOf(client([version, full]))).toEqual([
      {
        regel: 1,
        wet: "Jeugdwet",
        client: "cliënt 006",
        aanbieder: "42420001",
        toewijzing_nummer: 101,
        product_categorie: "45",
        product_code: "45A04",
        toegewezen_op: "2025-03-14 10:30:00",
        ingangsdatum: "2025-04-01",
        geboortemaand: "2012-05-01",
        geslacht: "2",
        dagtekening: "2025-03-15",
      },
      {
        regel: 2,
        wet: "Jeugdwet",
        client: "cliënt 006",
        aanbieder: "42420001",
        toewijzing_nummer: 102,
        referentie_aanbieder: "V-7",
        product_categorie: "45",
        product_code: "45A04",
        toegewezen_op: "2025-03-14 10:30:00",
        ingangsdatum: "2025-04-01",
        einddatum: "2026-03-31",
        reden_wijziging: "12",
        volume: 2,
        eenheid: "04",
        frequentie: "2",
        geboortemaand: "2012-05-01",
        geslacht: "2",
        dagtekening: "2025-03-15",
      },
    ]);
  });

  test("forgets the Omvang of the product before", () => {
    const first = {...version, Omvang: {Volume: "2", Eenheid: "04", Frequentie: "2"}, Einddatum: "2025-12-31"};
    const [, second] = versionsOf(client([first, {...version, ToewijzingNummer: "102", Budget: "5000"}]));
    expect(second).toMatchObject({toewijzing_nummer: 102, budget: 5000});
    expect(second).not.toHaveProperty("volume");
    expect(second).not.toHaveProperty("einddatum");
  });

  test("has no product when it is generic", () => {
    const {Product: _, ...generic} = version;
    expect(versionsOf(client([{...generic, Budget: "900000"}]))[0]).not.toHaveProperty("product_categorie");
  });

  test.each([
    ["the month of birth", {Datum: "2012-05-01", DatumGebruik: "1"}, "2012-05-01"],
    ["January where only the year is known", {Datum: "2012-05-17", DatumGebruik: "2"}, "2012-01-01"],
    ["nothing where nothing is", {Datum: "1900-01-01", DatumGebruik: "3"}, undefined],
  ])("keeps of the date of birth: %s", (_, birth, month) => {
    expect(versionsOf(client([version], [{Soort: "01"}], birth))[0]?.geboortemaand).toBe(month);
  });

  const address = (postcode: string, house?: Elements, more: Elements = {}) => ({
    ...(house !== undefined && {Huis: house}),
    Postcode: postcode,
    ...more,
  });

  test.each<[string, Elements[], string | undefined, string | undefined]>([
    [
      "its Buurt and household",
      [{Soort: "01", Adres: address("1011 ab", {Huisnummer: "5", Huisletter: "B"})}],
      "BU03630001",
      "1011AB 5 B",
    ],
    [
      "the BRP-adres before all others",
      [
        {Soort: "02", Adres: address("9999ZZ", {Huisnummer: "1"})},
        {Soort: "03", Adres: address("2222BB", {Huisnummer: "2"})},
        {Soort: "01", Adres: address("1011AB", {Huisnummer: "3"})},
      ],
      "BU03630001",
      "1011AB 3",
    ],
    [
      "the Verblijfadres where the BRP-adres has no address",
      [
        {Soort: "01"},
        {Soort: "04", Adres: address("9999ZZ")},
        {Soort: "03", Adres: address("1011AB", {Huisnummer: "7"})},
      ],
      "BU03630001",
      "1011AB 7",
    ],
    ["no household without a number", [{Soort: "01", Adres: address("1011AB")}], "BU03630001", undefined],
    [
      "nothing abroad",
      [{Soort: "01", Adres: address("1011AB", {Huisnummer: "3"}, {LandCode: "BE"})}],
      undefined,
      undefined,
    ],
    [
      "no Buurt of a postcode nobody knows",
      [{Soort: "01", Adres: address("9999XX", {Huisnummer: "9"})}],
      undefined,
      "9999XX 9",
    ],
  ])("keeps of the address: %s", (_, contacts, buurt, huishouden) => {
    const [row] = versionsOf(client([version], contacts));
    expect([row?.buurt_code, row?.huishouden]).toEqual([buurt, huishouden]);
  });

  test("does not take the address of a Relatie for that of the Client", () => {
    const {Client} = client([version]);
    const Relatie = {
      Nummer: "1",
      Soort: "10",
      Naam: naam,
      Contact: {Soort: "01", Adres: address("1011AB", {Huisnummer: "3"})},
    };
    const [row] = versionsOf({Client: {...Client, Relaties: {Relatie}}});
    expect(row).not.toHaveProperty("buurt_code");
  });
});

describe("a 305 and a 307", () => {
  const start = {
    ToewijzingNummer: "101",
    Product: specific,
    ToewijzingIngangsdatum: "2025-04-01",
    Begindatum: "2025-04-08",
    StatusAanlevering: "1",
  };
  const shared = {
    regel: 1,
    wet: "Jeugdwet",
    client: "cliënt 006",
    aanbieder: "42420001",
    toewijzing_nummer: 101,
    product_categorie: "45",
    product_code: "45A04",
    toewijzing_ingangsdatum: "2025-04-01",
    begindatum: "2025-04-08",
    dagtekening: "2025-03-15",
  };

  test("give a row for each product, corrections too", () => {
    const taakgericht = {Begindatum: "2025-04-09", StatusAanlevering: "3"};
    const {rows} = read("Jeugdwet", "305", {
      Client: {...person, Naam: korteNaam, StartProducten: {StartProduct: [start, taakgericht]}},
    });
    expect(readableRows(rows, "start")).toEqual([
      {...shared, status_aanlevering: "1"},
      {
        regel: 2,
        wet: "Jeugdwet",
        client: "cliënt 006",
        aanbieder: "42420001",
        begindatum: "2025-04-09",
        status_aanlevering: "3",
        dagtekening: "2025-03-15",
      },
    ]);
  });

  test("say why and when a stop was", () => {
    const stop = {...start, RedenBeeindiging: "31", Einddatum: "2025-09-30"};
    const {rows} = read("Jeugdwet", "307", {
      Client: {...person, Naam: korteNaam, StopProducten: {StopProduct: stop}},
    });
    expect(readableRows(rows, "stop")).toEqual([
      {...shared, reden_beeindiging: "31", einddatum: "2025-09-30", status_aanlevering: "1"},
    ]);
  });
});

describe("a 315 and a 317", () => {
  test("of which the first asks for a Toewijzing, with who referred", () => {
    const {rows} = read("Jeugdwet", "315", {
      Client: {
        ...person,
        Naam: korteNaam,
        AangevraagdeProducten: {
          AangevraagdProduct: {
            ReferentieAanbieder: "V-7",
            BeschikkingNummer: "55",
            BeschikkingIngangsdatum: "2025-01-01",
            Product: specific,
            ToewijzingIngangsdatum: "2025-04-01",
            ToewijzingEinddatum: "2025-12-31",
            Omvang: {Volume: "10", Eenheid: "01", Frequentie: "4"},
            Verwijzer: {Type: "02", Naam: "dokter Bernard", ZorgverlenerCode: "01012345"},
            Raamcontract: "2",
          },
        },
      },
    });
    expect(readableRows(rows, "verzoek")).toEqual([
      {
        regel: 1,
        wet: "Jeugdwet",
        client: "cliënt 006",
        aanbieder: "42420001",
        soort: "toewijzing",
        referentie_aanbieder: "V-7",
        product_categorie: "45",
        product_code: "45A04",
        ingangsdatum: "2025-04-01",
        einddatum: "2025-12-31",
        volume: 10,
        eenheid: "01",
        frequentie: "4",
        verwijzer_type: "02",
        verwijzer_code: "01012345",
        raamcontract: "2",
        dagtekening: "2025-03-15",
      },
    ]);
  });

  test("of which the second gives each product of the wish, numbered through", () => {
    const {rows} = read("Wmo", "317", {
      Client: {
        Bsn: "999900018",
        Verzoek: {
          ReferentieAanbieder: "W-1",
          RedenVerzoek: "2",
          OngewijzigdeProducten: {OngewijzigdProduct: [{ToewijzingNummer: "1"}, {ToewijzingNummer: "2"}]},
          TeWijzigenProducten: {
            TeWijzigenProduct: {
              ToewijzingNummer: "3",
              GewensteIngangsdatum: "2025-05-01",
              Omvang: {Volume: "3", Eenheid: "04", Frequentie: "2"},
            },
          },
          NieuweProducten: {
            NieuwProduct: {Product: {Categorie: "02"}, GewensteIngangsdatum: "2025-05-02", Budget: "70000"},
          },
        },
      },
    });
    const shared = {
      wet: "Wmo",
      client: "cliënt 018",
      aanbieder: "42420001",
      referentie_aanbieder: "W-1",
      reden_verzoek: "2",
      dagtekening: "2025-03-15",
    };
    expect(readableRows(rows, "verzoek")).toEqual([
      {...shared, regel: 1, soort: "ongewijzigd", toewijzing_nummer: 1},
      {...shared, regel: 2, soort: "ongewijzigd", toewijzing_nummer: 2},
      {
        ...shared,
        regel: 3,
        soort: "te wijzigen",
        toewijzing_nummer: 3,
        ingangsdatum: "2025-05-01",
        volume: 3,
        eenheid: "04",
        frequentie: "2",
      },
      {...shared, regel: 4, soort: "nieuw", product_categorie: "02", ingangsdatum: "2025-05-02", budget: 70_000},
    ]);
  });
});

describe("a 319", () => {
  test("gives the answer, and in the Jeugdwet who is responsible instead", () => {
    const Antwoord = {ReferentieAanbieder: "V-7", VerzoekAntwoord: "1", RedenAfwijzingVerzoek: "8"};
    const {rows} = read("Jeugdwet", "319", {Antwoord: {...Antwoord, Woonplaatsbeginsel: {Gemeente: "1916"}}});
    const row = {
      wet: "Jeugdwet",
      aanbieder: "42420001",
      referentie_aanbieder: "V-7",
      verzoek_antwoord: "1",
      reden_afwijzing: "8",
      dagtekening: "2025-03-15",
    };
    expect(readableRows(rows, "antwoord")).toEqual([{...row, woonplaats_gemeente_code: "GM1916"}]);
    expect(readableRows(read("Wmo", "319", {Antwoord}).rows, "antwoord")).toEqual([{...row, wet: "Wmo"}]);
  });
});

describe("a 323", () => {
  const prestatie = {
    ProductReferentie: {ReferentieNummer: "RN1"},
    ToewijzingNummer: "101",
    ProductCategorie: "45",
    ProductCode: "45A04",
    ProductPeriode: {Begindatum: "2025-02-01", Einddatum: "2025-02-28"},
    GeleverdVolume: "4",
    Eenheid: "04",
    ProductTarief: "1250",
    IngediendBedrag: {Bedrag: "5000", DebetCredit: "D"},
  };
  const body = (totaal: Elements, ...clients: Elements[]) => ({
    Declaratie: {
      DeclaratieNummer: "DN1",
      DeclaratiePeriode: {Begindatum: "2025-02-01", Einddatum: "2025-02-28"},
      DeclaratieDagtekening: "2025-03-14",
      TotaalIngediendBedrag: totaal,
      Clienten: {Client: clients},
    },
  });

  test("gives the Declaratie and each Prestatie, credit as less than nothing", () => {
    const credit = {
      ...prestatie,
      ProductReferentie: {ReferentieNummer: "RN2", VorigReferentieNummer: "RN0"},
      Eenheid: "83",
      GeleverdVolume: "7000",
      IngediendBedrag: {Bedrag: "7000", DebetCredit: "C"},
    };
    const {ProductTarief: _, ...withoutTarief} = credit;
    const {rows} = read(
      "Jeugdwet",
      "323",
      body(
        {TotaalBedrag: "2000", DebetCredit: "C"},
        {Bsn: "999900006", Prestaties: {Prestatie: [prestatie]}},
        {Bsn: "999900018", Prestaties: {Prestatie: [withoutTarief]}},
      ),
    );
    expect(readableRows(rows, "declaratie")).toEqual([
      {
        wet: "Jeugdwet",
        aanbieder: "42420001",
        identificatie: "B1",
        declaratie_nummer: "DN1",
        begindatum: "2025-02-01",
        einddatum: "2025-02-28",
        declaratie_dagtekening: "2025-03-14",
        totaal_cents: -2000,
        dagtekening: "2025-03-15",
      },
    ]);
    const shared = {
      wet: "Jeugdwet",
      aanbieder: "42420001",
      toewijzing_nummer: 101,
      product_categorie: "45",
      product_code: "45A04",
      begindatum: "2025-02-01",
      einddatum: "2025-02-28",
      dagtekening: "2025-03-15",
    };
    expect(readableRows(rows, "prestatie")).toEqual([
      {
        ...shared,
        regel: 1,
        client: "cliënt 006",
        referentie: "RN1",
        volume: 4,
        eenheid: "04",
        tarief_cents: 1250,
        cents: 5000,
      },
      {
        ...shared,
        regel: 2,
        client: "cliënt 018",
        referentie: "RN2",
        vorige_referentie: "RN0",
        volume: 7000,
        eenheid: "83",
        cents: -7000,
      },
    ]);
  });

  test("with a credit of nothing claims nothing", () => {
    const nothing = {...prestatie, IngediendBedrag: {Bedrag: "0", DebetCredit: "C"}};
    const {rows} = read(
      "Jeugdwet",
      "323",
      body({TotaalBedrag: "0", DebetCredit: "D"}, {Bsn: "999900006", Prestaties: {Prestatie: nothing}}),
    );
    expect(Object.is(readableRows(rows, "prestatie")[0]?.cents, 0)).toBe(true);
  });

  test("holds amounts to the last cent", () => {
    const {rows} = read(
      "Jeugdwet",
      "323",
      body({TotaalBedrag: "999999999999", DebetCredit: "D"}, {Bsn: "999900006", Prestaties: {Prestatie: prestatie}}),
    );
    expect(readableRows(rows, "declaratie")[0]?.totaal_cents).toBe(999_999_999_999);
  });
});

describe("a 325", () => {
  const ok = {RetourCode: "0200"};
  const header = {DeclaratieIdentificatie: {Identificatie: "D1", Dagtekening: "2025-03-10"}, RetourCodes: ok};
  const totals = {
    DeclaratieNummer: "DN1",
    TotaalIngediendBedrag: {TotaalBedrag: "12000", DebetCredit: "D"},
    TotaalToegekendBedrag: {TotaalBedrag: "7000", DebetCredit: "D"},
  };
  const shared = {
    wet: "Wmo",
    aanbieder: "42420001",
    declaratie_identificatie: "D1",
    declaratie_dagtekening: "2025-03-10",
    dagtekening: "2025-03-15",
  };

  test("gives the answer on the whole, and each Prestatie that is refused with its codes", () => {
    const {rows} = read(
      "Wmo",
      "325",
      {
        DeclaratieAntwoord: {
          ...totals,
          Clienten: {
            Client: {
              Bsn: "999900006",
              Prestaties: {
                Prestatie: {
                  ProductReferentie: {ReferentieNummer: "RN1"},
                  ToewijzingNummer: "101",
                  ProductCategorie: "02",
                  ProductCode: "02A01",
                  ProductPeriode: {Begindatum: "2025-02-01", Einddatum: "2025-02-28"},
                  GeleverdVolume: "4",
                  Eenheid: "04",
                  ProductTarief: "1250",
                  IngediendBedrag: {Bedrag: "5000", DebetCredit: "D"},
                  RetourCodes: {RetourCode: ["9321", "0611", "9321"]},
                },
              },
              RetourCodes: ok,
            },
          },
          RetourCodes: ok,
        },
      },
      {header},
    );
    expect(readableRows(rows, "declaratie_antwoord")).toEqual([
      {
        ...shared,
        declaratie_nummer: "DN1",
        retourcodes_bericht: "0200",
        retourcodes: "0200",
        ingediend_cents: 12_000,
        toegekend_cents: 7000,
      },
    ]);
    expect(readableRows(rows, "prestatie_antwoord")).toEqual([
      {
        regel: 1,
        wet: "Wmo",
        client: "cliënt 006",
        aanbieder: "42420001",
        referentie: "RN1",
        toewijzing_nummer: 101,
        product_categorie: "02",
        product_code: "02A01",
        begindatum: "2025-02-01",
        cents: 5000,
        retourcodes: "0611,9321",
      },
    ]);
  });

  test("that refuses on the Header has no answer below it", () => {
    const {rows} = read("Wmo", "325", {}, {header: {...header, RetourCodes: {RetourCode: "0001"}}});
    expect(readableRows(rows, "declaratie_antwoord")).toEqual([{...shared, retourcodes_bericht: "0001"}]);
  });
});

describe("a retourbericht", () => {
  test("without codes accepts what it answers", () => {
    const reading = read("Jeugdwet", "306", {});
    expect(reading.header).toMatchObject({soort: "306", identificatie: "R1", dagtekening: "2025-03-18"});
    expect(readableRows(reading.rows, "retour")).toEqual([
      {
        wet: "Jeugdwet",
        aanbieder: "42420001",
        soort: "305",
        identificatie: "B1",
        dagtekening: "2025-03-15",
        identificatie_retour: "R1",
        dagtekening_retour: "2025-03-18",
        retourcodes: "",
        is_afgekeurd: false,
      },
    ]);
  });

  test("gathers the codes that report an error, wherever they stand, and gives no facts about the Client", () => {
    const StartProduct = {
      Begindatum: "2025-04-08",
      StatusAanlevering: "1",
      RetourCodes: {RetourCode: ["9326", "9019"]},
    };
    const {rows} = read("Jeugdwet", "306", {
      Client: {
        ...person,
        Naam: korteNaam,
        StartProducten: {StartProduct: [StartProduct, {...StartProduct, RetourCodes: {RetourCode: "0233"}}]},
        RetourCodes: {RetourCode: "0200"},
      },
    });
    expect(readableRows(rows, "retour")[0]).toMatchObject({retourcodes: "9019,9326", is_afgekeurd: true});
    expect(Object.keys(rows)).toEqual(["retour"]);
  });

  test.each(["302", "308", "316", "318", "320"] as const)("%s with 0001 refuses all", (soort) => {
    const {rows} = read("Wmo", soort, {}, {header: {XsltVersie: "1.0.0", RetourCodes: {RetourCode: "0001"}}});
    expect(readableRows(rows, "retour")[0]).toMatchObject({
      soort: String(Number(soort) - 1),
      retourcodes: "0001",
      is_afgekeurd: true,
    });
  });
});

describe("a release before 3.2", () => {
  test.each(["3.0", "3.1"] as const)("%s is read as 3.2 is, with the codes of its time", (release) => {
    const stop = {
      ToewijzingNummer: "101",
      Begindatum: "2021-04-08",
      RedenBeeindiging: "38",
      Einddatum: "2021-09-30",
      StatusAanlevering: "1",
    };
    const xml = messageXml(
      "Wmo",
      "307",
      {Client: {...person, Naam: korteNaam, StopProducten: {StopProduct: stop}}},
      {release},
    );
    const reading = readBericht(xml, context);
    expect(reading.header.release).toBe(release);
    expect(reading.state).toBe(release === "3.0" ? "geweigerd" : "ingenomen");
  });
});
