import {chmodSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {emptyDatabase} from "../../../test/engines.ts";
import {addLocalIndicators, findIndicator, indicatorsOf, isIndicator} from "../catalogue.ts";
import {readLocalIndicators} from "./read-local.ts";

const meaning = {
  naam: "Eigen cijfer",
  vraag: "Hoe vaak begon hulp?",
  waarom: "Omdat wij dat willen weten.",
  definitie: "Het aantal keren dat hulp begon.",
  watHetNietZegt: ["Of de hulp goed was."],
  eenheid: "toewijzingen",
  teller: "toewijzingen",
  noemer: null,
  richting: "onbekend",
  dimensie: "inkoop",
  niveau: "team",
  bron: "Ons inkoopdocument",
  eigenaar: "Team inkoop",
  controleert: "Controller",
  volgendeControle: "2027-06-01",
  versie: 1,
  geschiedenis: [{versie: 1, datum: "2026-11-27", wijziging: "Eerste versie."}],
  telling: {soort: "aantal"},
};

const sql = "select known_hulp.*, begindatum as on_day from known_hulp";

/** An installation with one indicator of its own; a file that is null is not there. */
function folderOf(files: {json?: unknown; sql?: string | null; proof?: unknown}, id = "eigen-cijfer"): string {
  const json = "json" in files ? files.json : meaning;
  const text = files.sql === undefined ? sql : files.sql;
  const paths = {
    json: typeof json === "string" ? json : JSON.stringify(json),
    ...(text === null ? {} : {sql: text}),
    ...(files.proof === undefined ? {} : {"test.json": JSON.stringify(files.proof)}),
  };
  return folderWith(
    Object.fromEntries(Object.entries(paths).map(([kind, content]) => [`indicatoren/${id}/${id}.${kind}`, content])),
  );
}

async function refusal(files: Parameters<typeof folderOf>[0], id?: string): Promise<string> {
  const {indicators, refused} = await readLocalIndicators(folderOf(files, id));
  expect(indicators).toEqual([]);
  expect(refused).toHaveLength(1);
  const {message} = refused[0]!;
  expect(message).not.toMatch(/\n|undefined|\.\.$|Meld het ons/);
  return message;
}

test("an installation without a folder of its own counts the catalogue", async () => {
  expect(await readLocalIndicators(folderWith())).toEqual({indicators: [], refused: []});
});

test("what one installation adds, another does not know", async () => {
  const [one, other] = [await emptyDatabase("duckdb"), await emptyDatabase("duckdb")];
  addLocalIndicators(one, await readLocalIndicators(folderOf({})));
  expect(findIndicator("eigen-cijfer", one)).toMatchObject({name: "Eigen cijfer", isLocal: true});
  expect(indicatorsOf(one).length).toBe(indicatorsOf(other).length + 1);
  expect([isIndicator("eigen-cijfer", other), isIndicator("eigen-cijfer")]).toEqual([false, false]);
});

test("a folder that is wrong is refused alone", async () => {
  const folder = folderWith({
    "indicatoren/goed/goed.json": JSON.stringify(meaning),
    "indicatoren/goed/goed.sql": `${sql};\n`,
    "indicatoren/fout/fout.json": "{",
    "indicatoren/fout/fout.sql": sql,
    "indicatoren/lees-mij.txt": "geen map",
  });
  const {indicators, refused} = await readLocalIndicators(folder);
  expect(indicators.map(({id}) => id)).toEqual(["goed"]);
  expect(refused).toEqual([
    {id: "fout", message: "fout.json, dit is geen JSON. Kijk naar komma's, aanhalingstekens en accolades."},
  ]);
});

describe("what it means", () => {
  test.each<[string, unknown, string]>([
    [
      "a level that is none",
      {...meaning, niveau: "burgemeester"},
      "bij 'niveau': kies uit: raad, bestuur, team, professional",
    ],
    ["a word we do not know", {...meaning, telefoon: "1"}, "'telefoon' kennen we niet"],
    ["a field that lacks", {...meaning, eigenaar: undefined}, "bij 'eigenaar': schrijf hier een tekst"],
    ["a question that asks nothing", {...meaning, vraag: "Kosten"}, "bij 'vraag': eindig met een vraagteken"],
    [
      "a text that would end a comment",
      {...meaning, vraag: "Wat?\nselect 1?"},
      "bij 'vraag': schrijf het op één regel",
    ],
    ["no caveat", {...meaning, watHetNietZegt: []}, "bij 'watHetNietZegt': noem er een"],
    ["a date that is none", {...meaning, volgendeControle: "2027-02-30"}, "bij 'volgendeControle': schrijf een datum"],
    ["a version without history", {...meaning, versie: 2}, "bij 'geschiedenis': de laatste regel moet versie 2 zijn"],
    [
      "a way of counting that is none",
      {...meaning, telling: {soort: "gevoel"}},
      "bij 'telling.soort': kies uit: som, aantal",
    ],
    [
      "a norm that lacks",
      {...meaning, telling: {soort: "aandeel binnen norm"}},
      "bij 'telling.norm': 'aandeel binnen norm' vraagt om 'norm'",
    ],
    [
      "a norm too many",
      {...meaning, telling: {soort: "som", norm: 3}},
      "bij 'telling.norm': 'norm' hoort bij 'aandeel binnen norm'",
    ],
    [
      "a denominator that is not said",
      {...meaning, telling: {soort: "mediaan"}},
      "bij 'noemer': deze telling deelt: noem waardoor",
    ],
    [
      "a share of which the door would not know the part",
      {...meaning, eenheid: "aandeel", noemer: "personen", telling: {soort: "som gedeeld door som"}},
      "telt u met een 'aandeel van'",
    ],
    ["another name", {...meaning, id: "ander"}, "bij 'id': de map heet 'eigen-cijfer'"],
  ])("%s", async (_, json, expected) => {
    expect(await refusal({json})).toContain(
      `eigen-cijfer.json, ${expected.startsWith("telt") ? "bij 'telling.soort': " : ""}`,
    );
    expect(await refusal({json})).toContain(expected);
  });

  test("a name that is taken, or cannot be an address", async () => {
    expect(await refusal({}, "kosten")).toContain("zo heet al een cijfer van Wijkbalans");
    expect(await refusal({}, "Mijn cijfer")).toContain("kleine letters");
  });
});

const columns =
  "gemeente_code, wet, persoon, aanbieder, product_categorie, product_code, buurt_code, geboortemaand, geslacht, verwijzer_type, verwijzer_code";

describe("SQL that is wrong or forbidden", () => {
  test.each<[string, string, string]>([
    ["nonsense", "select\n  from from", "de SQL loopt vast op regel 2"],
    ["a write", "delete from hulp", "er mag alleen één SELECT staan"],
    ["a write behind a question", `${sql}; drop table hulp`, "er mag alleen één SELECT staan"],
    ["a write inside a question", "with weg as (delete from hulp returning *) select * from weg", "de SQL loopt vast"],
    ["a setting", "set memory_limit = '1TB'", "er mag alleen één SELECT staan"],
    ["attaching a file", "attach 'x.db'", "er mag alleen één SELECT staan"],
    ["two questions", "select 1; select 2", "er moet één SELECT staan"],
    ["nothing", "-- niets", "er moet één SELECT staan"],
    ["a file by its name", "select * from '/etc/passwd'", "'/etc/passwd' mag niet worden gelezen"],
    ["a file by a function", "select * from read_csv('/etc/passwd')", "lezen uit een bestand of een functie mag niet"],
    [
      "a file in an expression",
      `select ${columns}, begindatum as on_day, (select content from read_text('x')) as part from known_hulp`,
      "lezen uit een bestand",
    ],
    ["text between dollars", `${sql} where wet = $van$Wmo$van$`, "schrijf tekst tussen enkele aanhalingstekens"],
    [
      "a setting in an expression",
      "select current_setting('memory_limit') as wet",
      "de functie 'current_setting' mag niet",
    ],
    ["a secret of the machine", "select getenv('HOME') as wet", "de functie 'getenv' mag niet"],
    ["a table with pseudonyms", "select * from toewijzing_versie", "'toewijzing_versie' mag niet worden gelezen"],
    [
      "a table under a known_ step, which it names",
      "select *, begindatum as on_day from hulp",
      "Bedoelde u 'known_hulp'?",
    ],
    ["a table of another schema", "select * from main.known_hulp", "'known_hulp' mag niet worden gelezen"],
    ["a catalogue of the engine", "select * from information_schema.tables", "'tables' mag niet worden gelezen"],
    [
      "a table hidden behind a step of that name",
      "select h.* from (with hulp as (select 1 as x) select x from hulp) as a join hulp as h on true",
      "geef de stap 'hulp' na 'with' een andere naam",
    ],
    [
      "the pseudonym",
      "select known_hulp.*, begindatum as on_day, client as item from known_hulp",
      "'client' mag niet worden gelezen",
    ],
    [
      "the pseudonym, quoted",
      'select known_hulp.*, begindatum as on_day, "CLIENT" as item from known_hulp',
      "'client' mag niet worden gelezen",
    ],
    [
      "the pseudonym in a whole row",
      "select known_hulp.*, known_hulp as part, begindatum as on_day from known_hulp",
      "'known_hulp' is een tabel",
    ],
    [
      "the pseudonym in a renamed star",
      "select * rename (client as product_code) from known_hulp",
      "gebruik een gewone *",
    ],
    ["the pseudonym in a replaced star", "select * replace (aanbieder as wet) from known_hulp", "gebruik een gewone *"],
    [
      "a household that is shown",
      `select ${columns.replace("product_code", "huishouden as product_code")}, begindatum as on_day from known_hulp`,
      "'huishouden' mag alleen 'huishouden' of 'item' heten",
    ],
    [
      "a household in a text that is shown",
      `select ${columns.replace("product_code", "'x' || huishouden as product_code")}, begindatum as on_day from known_hulp`,
      "'huishouden' mag alleen geteld worden",
    ],
    [
      "a household that takes another name on the way",
      `select ${columns.replace("product_code", "item as product_code")}, on_day from (select known_hulp.*, huishouden as item, begindatum as on_day from known_hulp) as helped`,
      "'item' mag alleen 'item' of 'item' heten",
    ],
    [
      "a household that takes another name in a union",
      `select ${columns}, begindatum as on_day from known_hulp union all select ${columns.replace("product_code", "huishouden")}, begindatum from known_hulp`,
      "zet bij 'union' de kolom",
    ],
    [
      "columns of a union that nobody can see",
      "select * from known_hulp union all select * from known_hulp",
      "zonder *",
    ],
    [
      "people who are made up",
      `select ${columns.replace("persoon", "toewijzing_nummer as persoon")}, begindatum as on_day from known_hulp`,
      "'persoon' moet uit een stap komen",
    ],
    [
      "people who are left out",
      `select ${columns.replace("persoon", "cast(null as integer) as persoon")}, begindatum as on_day from known_hulp`,
      "'persoon' moet uit een stap komen",
    ],
    [
      "names behind a table",
      "select t.* from (select persoon, wet from known_hulp) as t(wet, persoon)",
      "geef kolommen hun naam met 'as'",
    ],
    [
      "recursion",
      "with recursive eindeloos as (select 1 as n union all select n + 1 from eindeloos) select n from eindeloos",
      "'with recursive' mag niet",
    ],
    ["a limit", `${sql} limit 5`, "'limit' mag niet"],
    ["a sample", `${sql} tablesample 10%`, "een steekproef"],
    ["a person that is pointed at", `${sql} where persoon = 11373`, "dat wijst iemand aan"],
    ["a household among a few", `${sql} where huishouden in ('a', 'b')`, "dat wijst iemand aan"],
    ["a person between two", `${sql} where persoon between 5 and 6`, "dat wijst iemand aan"],
    ["a person in a calculation", `${sql} where mod(persoon, 1000) = 3`, "mag niet"],
    [
      "a person out of a case",
      `${sql} where case when wet = 'Wmo' then 1 else persoon end = 7`,
      "dat wijst iemand aan",
    ],
    ["a person behind a coalesce", `${sql} where coalesce(persoon, 0) = 7`, "dat wijst iemand aan"],
    ["a parameter that is not there", `${sql} where wet = $controle`, "'$controle' kennen we niet"],
    ["a function of one engine", `${sql} where regexp_matches(wet, 'W')`, "de functie 'regexp_matches' mag niet"],
    ["a table that describes itself", "describe known_hulp", "deze vorm van SQL mag niet (show ref)"],
    ["a column that is not there", `${sql} where kleur = 'rood'`, "de kolom 'kleur' bestaat niet"],
    [
      "a column that lacks",
      `select ${columns.replace(", geslacht", "")}, begindatum as on_day from known_hulp`,
      "de kolom 'geslacht' ontbreekt. Kent u hem niet, schrijf dan: cast(null as text) as geslacht",
    ],
    ["a day that lacks", "select * from known_hulp", "de kolom 'on_day' ontbreekt"],
    [
      "a step between quotes and commas",
      "select known_hulp.*, begindatum as on_day from known_traject, known_hulp",
      "met 'from' of 'join'",
    ],
  ])("%s", async (_, text, expected) => {
    const message = await refusal({sql: text});
    expect(message).toMatch(/^eigen-cijfer\.sql, /);
    expect(message).toContain(expected);
  });

  test("answers that are told, and yet read from people", async () => {
    const json = {...meaning, eenheid: "aandeel", noemer: "antwoorden", telling: {soort: "aandeel van antwoorden"}};
    const told = `select known_hulp.*, begindatum as on_day, 1 as numerator, 1 as denominator, 1000 as people from known_hulp`;
    expect(await refusal({json, sql: told})).toContain("antwoorden telt u uit opgegeven tabellen");
  });

  test("a question without end is stopped", async () => {
    const long = `with dag as (select n1.first_age as n from age_group as n1 cross join age_group as n2 cross join age_group as n3
      cross join age_group as n4 cross join age_group as n5 cross join age_group as n6 cross join age_group as n7
      cross join age_group as n8 cross join age_group as n9 cross join age_group as n10 cross join age_group as n11)
      select 'GM9999' as gemeente_code, 'Wmo' as wet, cast(null as integer) as persoon, 'x' as aanbieder, 'x' as product_categorie,
        'x' as product_code, 'x' as buurt_code, cast(null as date) as geboortemaand, 'x' as geslacht, 'x' as verwijzer_type,
        'x' as verwijzer_code, cast($van as date) + cast(sum(n) % 5 as integer) as on_day
      from dag`;
    expect(await refusal({sql: long})).toContain("Het tellen duurde te lang en is gestopt");
  });

  test("a file that lacks, is too large or may not be read", async () => {
    expect(await refusal({sql: null})).toBe("eigen-cijfer.sql ontbreekt in de map eigen-cijfer.");
    expect(await refusal({sql: `${sql} -- ${"x".repeat(300_000)}`})).toBe(
      "eigen-cijfer.sql is te groot: hoogstens 256 kB.",
    );
    const folder = folderOf({});
    chmodSync(join(folder, "indicatoren", "eigen-cijfer", "eigen-cijfer.json"), 0o000);
    const {refused} = await readLocalIndicators(folder);
    // The administrator of a machine reads all.
    if (process.getuid?.() !== 0) expect(refused[0]?.message).toContain("wij mogen dit niet lezen");
  });
});

describe("SQL that is right", () => {
  test.each<[string, object, string]>([
    [
      "steps of its own, a window and a look back",
      {},
      `with eerder as (
         select known_hulp.*, begindatum as on_day,
           row_number() over (partition by persoon order by begindatum) as nummer,
           count(persoon) over (partition by aanbieder) as klanten
         from known_hulp
         where begindatum <= cast($bekend_op as date)
       )
       select eerder.*, case when exists (
         select 1 from known_traject as later where later.persoon = eerder.persoon and later.begindatum > eerder.begindatum
       ) then 1 else 0 end as later
       from eerder
       where nummer = 1 and extract(year from begindatum) >= 2020 and wet in ('Wmo', 'Jeugdwet') and aanbieder like '9%'`,
    ],
    [
      "households that are counted",
      {eenheid: "huishoudens", teller: "huishoudens", telling: {soort: "dingen"}},
      "select known_hulp.*, begindatum as on_day, coalesce(huishouden, 'alleen') as item from known_hulp",
    ],
    [
      "people beside the fte of their team",
      {
        eenheid: "cliënten per medewerker",
        teller: "personen",
        noemer: "medewerkers",
        telling: {soort: "som gedeeld door hoeveelheid"},
      },
      `select ${columns}, begindatum as on_day, 1 as numerator, cast(0 as double precision) as denominator from known_hulp
       union all
       select gemeente_code, 'onbekend', cast(null as integer) as persoon, 'onbekend', 'onbekend', 'onbekend', 'onbekend',
         cast(null as date), 'onbekend', 'onbekend', 'onbekend', cast($van as date), 0, fte
       from told_team`,
    ],
    [
      "answers out of a file of the gemeente",
      {
        eenheid: "aandeel",
        teller: "antwoorden",
        noemer: "antwoorden",
        telling: {soort: "aandeel van antwoorden", minimum: 30},
      },
      `select gemeente_code, wet, cast(null as integer) as persoon, aanbieder, 'onbekend' as product_categorie,
         'onbekend' as product_code, cast(null as text) as buurt_code, cast(null as date) as geboortemaand,
         cast(null as text) as geslacht, 'onbekend' as verwijzer_type, cast(null as text) as verwijzer_code,
         make_date(jaar, 3 * kwartaal - 2, 1) as on_day, positief as numerator, beantwoord as denominator,
         beantwoord as people
       from told_uitkomst
       where maat = 'nut'`,
    ],
  ])("%s", async (_, part, text) => {
    const {indicators, refused} = await readLocalIndicators(folderOf({json: {...meaning, ...part}, sql: text}));
    expect(refused).toEqual([]);
    expect(indicators).toHaveLength(1);
  });
});

describe("the proof that comes with it", () => {
  const hulp = [{begindatum: "2025-03-15"}, {client: "bert", begindatum: "2025-03-16"}];

  test.each<[string, unknown, string]>([
    [
      "another number",
      {tabellen: {hulp}, verwacht: [{periode: "2025-03", teller: 3}]},
      "in rij 1 is 'teller' 2, en u verwacht 3",
    ],
    ["another number of rows", {tabellen: {hulp}, verwacht: [{}, {}]}, "er komen 1 rijen uit, en u verwacht er 2"],
    [
      "a column that is not there",
      {tabellen: {hulp: [{kleur: "rood"}]}, verwacht: [{}]},
      "bij 'tabellen.hulp', rij 1: de kolom 'kleur' is er niet",
    ],
    ["a column that must be filled", {tabellen: {hulp: [{}]}, verwacht: [{}]}, "rij 1: vul 'begindatum' in"],
    [
      "a date that is none",
      {tabellen: {hulp: [{begindatum: "gisteren"}]}, verwacht: [{}]},
      "een waarde past niet bij haar kolom",
    ],
    [
      "a table that may not be filled",
      {tabellen: {bericht: []}, verwacht: [{}]},
      "bij 'tabellen': 'bericht' kennen we niet",
    ],
    [
      "something that does not come out",
      {tabellen: {hulp}, verwacht: [{kleur: 1}]},
      "bij 'verwacht': 'kleur' komt er niet uit",
    ],
  ])("%s", async (_, proof, expected) => {
    const message = await refusal({proof});
    expect(message).toMatch(/^eigen-cijfer\.test\.json, /);
    expect(message).toContain(expected);
  });

  test("what is right is taken in", async () => {
    const proof = {tabellen: {hulp}, verwacht: [{periode: "2025-03", teller: 2, waarde: 2, personen: 2}]};
    expect((await readLocalIndicators(folderOf({proof}))).refused).toEqual([]);
  });
});
