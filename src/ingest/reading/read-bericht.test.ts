import {describe, expect, test} from "vitest";
import {messageXml} from "../../../test/istandaarden/message-xml.ts";
import {readBericht, readXml} from "./read-bericht.ts";
import type {ReadingContext} from "./reading.ts";

const context: ReadingContext = {pseudonym: () => "p", huishouden: () => "h", buurtOf: () => null};

function start(begindatum = "2025-03-08", bsn = "999900006"): string {
  const StartProduct = {ToewijzingNummer: "101", Begindatum: begindatum, StatusAanlevering: "1"};
  return messageXml("Jeugdwet", "305", {
    Client: {
      Bsn: bsn,
      Geboortedatum: {Datum: "2012-05-17"},
      Geslacht: "2",
      Naam: {Geslachtsnaam: {Achternaam: "Wit"}},
      StartProducten: {StartProduct: [StartProduct, {...StartProduct, ToewijzingNummer: "102"}]},
    },
  }).toString();
}

function read(xml: string | Uint8Array) {
  return readBericht(typeof xml === "string" ? Buffer.from(xml) : xml, context);
}

describe("a good Bericht", () => {
  test("says what it is, from whom and of which day", () => {
    expect(read(start())).toMatchObject({
      state: "ingenomen",
      findings: [],
      header: {
        wet: "Jeugdwet",
        soort: "305",
        release: "3.2",
        gemeenteCode: "GM0363",
        aanbieder: "42420001",
        identificatie: "B1",
        dagtekening: "2025-03-15",
      },
    });
  });

  test("of the gemeente has its sender for gemeente; a retourbericht has its own identificatie and day", () => {
    const retour = messageXml("Jeugdwet", "306", {}, {header: {RetourCodes: {RetourCode: "0001"}}});
    for (const {header} of [readBericht(retour, context), readXml(retour, context)]) {
      expect(header).toMatchObject({
        gemeenteCode: "GM0363",
        aanbieder: "42420001",
        identificatie: "R1",
        dagtekening: "2025-03-18",
      });
    }
  });

  test.each<[string, (xml: string) => string]>([
    [
      "other prefixes",
      (xml) =>
        xml
          .replaceAll("jw305:", "a:")
          .replaceAll(":jw305=", ":a=")
          .replaceAll("ijw:", "jw305:")
          .replaceAll(":ijw=", ":jw305="),
    ],
    ["a default namespace", (xml) => xml.replaceAll("jw305:", "").replaceAll(":jw305=", "=")],
    [
      "namespaces declared where they are used",
      (xml) =>
        xml.replaceAll("<ijw:Datum>", '<ijw:Datum xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">'),
    ],
    [
      "two prefixes for one namespace",
      (xml) =>
        xml
          .replace("<jw305:Client>", '<q:Client xmlns:q="http://www.istandaarden.nl/ijw/3_2/jw305/schema">')
          .replace("</jw305:Client>", "</q:Client>"),
    ],
    ["a byte order mark", (xml) => `\uFEFF${xml}`],
    ["line ends of Windows", (xml) => xml.replaceAll("\n", "\r\n")],
    ["no line ends", (xml) => xml.replaceAll("\n", "")],
    ["blanks and tabs before its elements", (xml) => xml.replaceAll("\n<", "\r\n \t <")],
    [
      "comments and lines before and after it",
      (xml) => xml.replace("<jw305:Bericht", "\n<!-- begin -->\n<jw305:Bericht").concat("\n<!-- einde -->\n \n"),
    ],
    [
      "comments and instructions",
      (xml) => xml.replace("<jw305:Bsn>", "<!-- a --><?b c?><jw305:Bsn>").replace(">101<", ">1<!-- x -->01<"),
    ],
    ["CDATA for a value", (xml) => xml.replace("Wit", "<![CDATA[Wit]]>")],
    [
      "a place of its schema",
      (xml) =>
        xml.replace(
          "<jw305:Bericht",
          '<jw305:Bericht xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"',
        ),
    ],
  ])("may have %s", (_, change) => {
    expect(change(start())).not.toBe(start());
    const {lane} = read(change(start()));
    expect(read(change(start()))).toEqual({...read(start()), lane});
    expect(readXml(Buffer.from(change(start())), context)).toEqual({...read(start()), lane: "xml"});
  });
});

describe("attributes", () => {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const otherXsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';

  test.each([
    ["the place of a schema without a namespace", "Client", `${xsi} xsi:noNamespaceSchemaLocation="a"`],
    ["the type it has, of the message", "Client", `${xsi} xsi:type="jw305:Client"`],
    ["the type it has, of the basisschema", "Bsn", `${xsi} xsi:type="ijw:LDT_BurgerServicenummer"`],
    ["two attributes that may stand there", "Client", `${xsi} xsi:schemaLocation="a b" xsi:type="jw305:Client"`],
  ])("may name %s", (_, element, attributes) => {
    const changed = start().replace(`<jw305:${element}>`, `<jw305:${element} ${attributes}>`);
    expect(changed).not.toBe(start());
    expect(read(changed)).toEqual({...read(start()), lane: "xml"});
  });

  test.each([
    ["another type of the message", "Client", `${xsi} xsi:type="jw305:StartProduct"`],
    ["another type of the basisschema", "Bsn", `${xsi} xsi:type="ijw:LDT_Datum"`],
    ["its type in the wrong namespace", "Client", `${xsi} xsi:type="ijw:Client"`],
    ["its type of the basisschema in that of the message", "Bsn", `${xsi} xsi:type="jw305:LDT_BurgerServicenummer"`],
    ["a type where the standard names none", "BerichtCode", `${xsi} xsi:type="jw305:BerichtCode"`],
    ["that it is nil", "Client", `${xsi} xsi:nil="false"`],
    ["something else of XMLSchema-instance", "Client", `${xsi} xsi:kleur="a"`],
    ["the place of a schema in no namespace", "Client", 'schemaLocation="a b"'],
    ["the place of a schema in another namespace", "Client", 'xmlns:x="urn:x" x:schemaLocation="a b"'],
    [
      "the place of a schema twice, by two prefixes",
      "Client",
      `${xsi} ${otherXsi} xsi:schemaLocation="a b" i:schemaLocation="a b"`,
    ],
  ])("may not say %s", (_, element, attributes) => {
    const {state, findings} = read(start().replace(`<jw305:${element}>`, `<jw305:${element} ${attributes}>`));
    expect(state).toBe("geweigerd");
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain(`element '${element}' heeft een attribuut dat er niet hoort`);
  });

  test("say which of XMLSchema-instance it was, when it is one that is often used", () => {
    const messageOf = (attribute: string) =>
      read(start().replace("<jw305:Client>", `<jw305:Client ${xsi} ${attribute}>`)).findings[0]?.message;
    expect(messageOf('xsi:nil="true"')).toContain("(xsi:nil)");
    expect(messageOf('xsi:type="x"')).toContain("(xsi:type)");
    expect(messageOf('xsi:kleur="x"')).not.toContain("(");
  });
});

describe("a prefix", () => {
  const wrong = "verkeerde namespace";

  test.each([
    ["the message", "Client", "jw305"],
    ["the basisschema", "Geboortedatum", "ijw"],
  ])("of %s that stands for something else from an element on is not taken for it", (_, element, prefix) => {
    const {state, findings} = read(start().replace(`<jw305:${element}>`, `<jw305:${element} xmlns:${prefix}="urn:x">`));
    expect(state).toBe("geweigerd");
    expect(findings[0]?.message).toContain(wrong);
  });

  test("stands again for what it was behind the element that changed it", () => {
    const changed = start().replace("<jw305:Bsn>", '<jw305:Bsn xmlns:ijw="urn:x">');
    expect(read(changed)).toEqual({...read(start()), lane: "xml"});
  });

  test("that is changed by an element that is skipped stands for what it was behind that", () => {
    const {findings} = read(start().replace("<jw305:Geslacht>", '<jw305:Kleur xmlns:ijw="urn:x"/><jw305:Geslacht>'));
    expect(findings.map(({message}) => message)).toEqual([expect.stringContaining("element 'Kleur' hoort niet")]);
    const own = start().replace("<jw305:Geslacht>", '<q:Kleur xmlns:q="urn:x" xmlns:jw305="urn:y"/><jw305:Geslacht>');
    expect(read(own).findings).toHaveLength(1);
  });
});

describe("an element that repeats", () => {
  test("begins with nothing of the one before it, whichever way the Bericht is read", () => {
    const full = {ToewijzingNummer: "101", Begindatum: "2025-03-08", StatusAanlevering: "1"};
    const bare = {Product: {Categorie: "45"}, Begindatum: "2025-03-09", StatusAanlevering: "1"};
    const xml = messageXml("Jeugdwet", "305", {
      Client: {
        Bsn: "999900006",
        Geboortedatum: {Datum: "2012-05-17"},
        Geslacht: "2",
        Naam: {Geslachtsnaam: {Achternaam: "Wit"}},
        StartProducten: {StartProduct: [full, bare]},
      },
    });
    for (const {rows} of [readBericht(xml, context), readXml(xml, context)]) {
      const [first, second] = rows.start!;
      expect(first).toContain(101);
      expect(second).toContain("45");
      expect(second).not.toContain(101);
    }
  });

  test("and is a value keeps all its values", () => {
    const xml = messageXml("Jeugdwet", "306", {}, {header: {RetourCodes: {RetourCode: ["0001", "9056"]}}});
    for (const {rows} of [readBericht(xml, context), readXml(xml, context)]) {
      expect(rows.retour?.flat()).toContain("0001,9056");
    }
  });
});

describe("a large Bericht", () => {
  const line = (number: number) => ({
    ProductReferentie: {ReferentieNummer: `R${number} &amp; é`},
    ToewijzingNummer: String(number),
    ProductCategorie: "02",
    ProductCode: "02A01",
    ProductPeriode: {Begindatum: "2025-02-01", Einddatum: "2025-02-28"},
    GeleverdVolume: "1",
    Eenheid: "04",
    ProductTarief: "100",
    IngediendBedrag: {Bedrag: "100", DebetCredit: "D"},
  });
  const Declaratie = {
    DeclaratieNummer: "D1",
    DeclaratiePeriode: {Begindatum: "2025-02-01", Einddatum: "2025-02-28"},
    DeclaratieDagtekening: "2025-03-01",
    TotaalIngediendBedrag: {TotaalBedrag: "300000", DebetCredit: "D"},
    Clienten: {Client: {Bsn: "999900006", Prestaties: {Prestatie: Array.from({length: 3000}, (_, i) => line(i + 1))}}},
  };

  test("is read in pieces, and no value is lost where they meet", () => {
    const xml = messageXml("Wmo", "323", {Declaratie}).toString().replaceAll("\n", "\r\n");
    expect(xml.length).toBeGreaterThan(1_000_000);
    const {findings, rows} = read(xml);
    expect(findings).toEqual([]);
    expect(rows.prestatie?.map((row) => [row[4], row[6]])).toEqual(
      Array.from({length: 3000}, (_, i) => [`R${i + 1} & é`, i + 1]),
    );
  });
});

describe("a Bsn that fails the elfproef", () => {
  const reading = read(start("2025-03-08", "999900007"));

  test("is a finding of niveau 2, and the rows are kept", () => {
    expect(reading.state).toBe("bevindingen");
    expect(reading.findings).toMatchObject([
      {rule: "CS002", niveau: 2, retourcode: "0001", ernst: "fout", path: "Bericht/Client/Bsn"},
    ]);
    expect(reading.rows.start).toHaveLength(2);
  });

  test("does not stand in the finding", () => {
    expect(JSON.stringify(reading.findings)).not.toContain("999900007");
  });
});

describe("a Bericht that breaks the structure", () => {
  test.each<[string, (xml: string) => string, string, string]>([
    [
      "misses an element",
      (xml) => xml.replace(/<jw305:Geslacht>.*\n/, ""),
      "Bericht/Client/Geslacht",
      "ontbreekt het verplichte element 'Geslacht'",
    ],
    [
      "misses the last element",
      (xml) => xml.replace(/<jw305:StartProducten>[\s\S]*<\/jw305:StartProducten>/, ""),
      "Bericht/Client/StartProducten",
      "ontbreekt",
    ],
    [
      "has an element twice",
      (xml) => xml.replace(/<jw305:Geslacht>.*\n/, "$&$&"),
      "Bericht/Client",
      "staat vaker dan één keer",
    ],
    [
      "has an element too many",
      (xml) => xml.replace("<jw305:Geslacht>", "<jw305:Kleur>rood</jw305:Kleur>$&"),
      "Bericht/Client",
      "element 'Kleur' hoort niet in 'Client'",
    ],
    [
      "has an element out of place",
      (xml) => xml.replace(/(<jw305:Bsn>.*\n)([\s\S]*)(<jw305:Naam>)/, "$1$2<jw305:Bsn>999900006</jw305:Bsn>$3"),
      "Bericht/Client",
      "staat niet op zijn plaats",
    ],
    [
      "has an element of another namespace",
      (xml) => xml.replaceAll("ijw:Datum>", "jw305:Datum>"),
      "Bericht/Client/Geboortedatum",
      "verkeerde namespace",
    ],
    [
      "has text between elements",
      (xml) => xml.replace("<jw305:Naam>", "Wit<jw305:Naam>"),
      "Bericht/Client",
      "losse tekst",
    ],
    [
      "has CDATA between elements",
      (xml) => xml.replace("<jw305:Naam>", "<![CDATA[ ]]><jw305:Naam>"),
      "Bericht/Client",
      "staat CDATA",
    ],
    [
      "has an element in a value",
      (xml) => xml.replace("Wit", "<b>Wit</b>"),
      "Bericht/Client/Naam/Geslachtsnaam/Achternaam",
      "mag zelf geen elementen bevatten",
    ],
    [
      "has an attribute",
      (xml) => xml.replace("<jw305:Naam>", '<jw305:Naam taal="nl">'),
      "Bericht/Client/Naam",
      "een attribuut dat er niet hoort",
    ],
    [
      "has an empty element",
      (xml) => xml.replace("Wit", ""),
      "Bericht/Client/Naam/Geslachtsnaam/Achternaam",
      "is leeg",
    ],
    [
      "has a wrong date",
      (xml) => xml.replace("2025-03-08", "2025-02-30"),
      "Bericht/Client/StartProducten/StartProduct[1]/Begindatum",
      "een bestaande datum als 2025-01-31",
    ],
    [
      "has a wrong code",
      (xml) => xml.replace(/(<jw305:StatusAanlevering>)1(?![\s\S]*StatusAanlevering>1)/, "$14"),
      "Bericht/Client/StartProducten/StartProduct[2]/StatusAanlevering",
      "een van de codes 1, 2, 3, 9",
    ],
    [
      "has the code of another message",
      (xml) => xml.replace(">438<", ">436<"),
      "Bericht/Header/BerichtCode",
      "de waarde 438",
    ],
    [
      "has the subversie of another release",
      (xml) => xml.replace("Subversie>2<", "Subversie>1<"),
      "Bericht/Header/BerichtSubversie",
      "de waarde 2",
    ],
  ])("%s", (_, change, path, words) => {
    const {state, findings, rows} = read(change(start()));
    expect([state, rows]).toEqual(["geweigerd", {}]);
    expect(findings.map((finding) => finding.path)).toContain(path);
    const finding = findings.find((one) => one.path === path);
    expect(finding).toMatchObject({rule: "XSD", niveau: 1, retourcode: null, ernst: "fout"});
    expect(finding?.message).toContain(words);
    expect(finding?.message).toMatch(/^Regel \d+: .*\.$/);
  });

  test("misses its Header and all else when it is empty", () => {
    const {state, findings} = read(start().replace(/(<jw305:Bericht[^>]*>)[\s\S]*(<\/jw305:Bericht>)/, "$1$2"));
    expect(state).toBe("geweigerd");
    expect(findings.map(({path}) => path)).toEqual(["Bericht/Header", "Bericht/Client"]);
  });

  test("has one finding for an element too many, whatever stands in that", () => {
    const kleur = "<jw305:Kleur>rood<jw305:Bsn>1</jw305:Bsn><![CDATA[x]]><jw305:Tint><b/>x</jw305:Tint></jw305:Kleur>";
    const {findings} = read(start().replace("<jw305:Geslacht>", `${kleur}<jw305:Geslacht>`));
    expect(findings.map(({path, message}) => [path, message])).toEqual([
      ["Bericht/Client", expect.stringContaining("element 'Kleur' hoort niet in 'Client'")],
    ]);
  });

  test("names an unknown element only when its name can tell nothing of a person", () => {
    const messageOf = (name: string) =>
      read(start().replace("<jw305:Geslacht>", `<jw305:${name}/><jw305:Geslacht>`)).findings[0]?.message;
    expect(messageOf("Kleur12")).toContain("element 'Kleur12'");
    expect(messageOf("Kleur123")).toContain("een onbekend element");
    expect(messageOf("é.Kleur")).toContain("een onbekend element");
    expect(messageOf("K".repeat(42))).toContain("een onbekend element");
  });

  test("names the line of the file", () => {
    const line =
      start()
        .split("\n")
        .findIndex((text) => text.includes("Begindatum")) + 1;
    expect(read(start("gisteren")).findings[0]?.message).toMatch(new RegExp(`^Regel ${line}:`));
  });

  test("says what can be known of its Header", () => {
    expect(read(start("gisteren")).header).toMatchObject({soort: "305", gemeenteCode: "GM0363"});
    expect(read(start().replace(">0363<", ">363<")).header).not.toHaveProperty("gemeenteCode");
  });

  test("gets at most 25 findings, and then how many more", () => {
    const {findings} = read(start().replace("<jw305:Naam>", `${"<jw305:Kleur/>".repeat(100)}<jw305:Naam>`));
    expect(findings).toHaveLength(26);
    expect(findings.at(-1)).toMatchObject({niveau: 1, message: "En nog 75 bevindingen in dit bericht."});
  });

  test("never has a value of the file in a finding", () => {
    const secret = "Jansen999900006";
    const changed = start()
      .replace(">Wit<", `>${secret.repeat(20)}<`)
      .replace("2012-05-17", secret)
      .replace("<jw305:Geslacht>", `<${secret}/>${secret}<jw305:Geslacht>`);
    const {findings} = read(changed);
    expect(findings.length).toBeGreaterThan(3);
    expect(JSON.stringify(findings)).not.toMatch(/Jansen|999900006/);
  });

  test("with a date no database can hold is refused, though its schema allows it", () => {
    const {state, findings} = read(start("12024-04-08"));
    expect(state).toBe("geweigerd");
    expect(findings.map(({niveau, rule}) => [niveau, rule])).toEqual(Array(2).fill([2, "TR134"]));
  });
});

describe("a file that is no Bericht we know", () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;

  test.each<[string, string | Uint8Array, string]>([
    ["an empty file", "", "leeg"],
    ["blanks", " \n ", "geen bericht"],
    ["plain text", "geen XML", "tekst buiten het bericht"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8]), "UTF-8"],
    ["half a file", start().slice(0, 900), "houdt het bestand te vroeg op"],
    ["tags that do not match", start().replace("</jw305:Naam>", "</jw305:Name>"), "passen niet bij elkaar"],
    ["a lone ampersand", start().replace("Wit", "Wit & Zwart"), "een losse '&'"],
    ["a prefix without a namespace", start().replace(" xmlns:ijw", " xmlns:x"), "verkeerde namespace"],
    ["two messages", start() + start().replace(/^.*\n/, ""), "meer dan één bericht"],
    ["an entity bomb", start().replace("<jw305:Bericht", `${bomb}<jw305:Bericht`), "DOCTYPE"],
    [
      "a namespace taken back",
      start().replace("<jw305:Client>", '<jw305:Client xmlns:ijw="">'),
      "namespace is niet goed gekozen",
    ],
    ["no namespace", "<Bericht/>", "geen namespace"],
    ["another standard", '<a xmlns="http://www.stufstandaarden.nl/x"/>', "geen iWmo- of iJw-bericht"],
    [
      "release 2.1",
      '<Bericht xmlns="http://www.istandaarden.nl/iwmo/2_1/wmo301/schema/2_1"/>',
      "iWmo 2.1. We kennen 3.0, 3.1, 3.2",
    ],
    ["a release to come", '<Bericht xmlns="http://www.istandaarden.nl/ijw/3_3/jw301/schema"/>', "iJw 3.3. We kennen"],
    [
      "a message that is no more",
      '<Bericht xmlns="http://www.istandaarden.nl/ijw/3_0/jw303/schema"/>',
      "JW303 bestaat niet in iJw 3.0",
    ],
    ["another root", start().replaceAll("jw305:Bericht", "jw305:Brief"), "heet geen 'Bericht'"],
  ])("%s is refused with one Dutch line", (_, xml, words) => {
    const {state, findings} = read(xml);
    expect(state).toBe("geweigerd");
    expect(findings[0]).toMatchObject({niveau: 1, retourcode: null, ernst: "fout"});
    expect(findings.map(({message}) => message).join("\n")).toContain(words);
    for (const {message} of findings) expect(message).toMatch(/^[^\n]*\.$/);
  });

  test("nested a million deep is refused and does no harm", () => {
    expect(read("<a>".repeat(1_000_000)).state).toBe("geweigerd");
    expect(read(start().replace("<jw305:Naam>", `${"<a>".repeat(200_000)}`)).state).toBe("geweigerd");
  });
});
