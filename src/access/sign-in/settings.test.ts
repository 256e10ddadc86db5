import {generateKeyPairSync} from "node:crypto";
import {expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {type Environment, readSignInSettings} from "./settings.ts";

const right = {
  WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl",
  WIJKBALANS_OIDC_ISSUER: "https://inloggen.voorbeeld.nl/realm",
  WIJKBALANS_OIDC_CLIENT_ID: "wijkbalans",
  WIJKBALANS_OIDC_CLIENT_SECRET: "geheim",
};

function linesOf(environment: Environment): string[] {
  try {
    readSignInSettings(environment);
  } catch (error) {
    return (error as Error).message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}

test("without any setting nobody signs in", () => {
  expect(readSignInSettings({PATH: "/usr/bin", WIJKBALANS_ARCHIEFSLEUTEL: "/x"})).toBeNull();
});

test("four settings will do", () => {
  const settings = readSignInSettings(right)!;
  expect(settings).toMatchObject({idleMinutes: 30, longestHours: 10, hasPublicPages: false, firstAdministrator: null});
  expect(settings.provider).toMatchObject({scope: "openid profile email", acr: [], amr: [], timeoutSeconds: 5});
});

test("a secret may stand in a file, with an end of line", () => {
  const {WIJKBALANS_OIDC_CLIENT_SECRET, ...rest} = right;
  const folder = folderWith({geheim: `${WIJKBALANS_OIDC_CLIENT_SECRET}\n`});
  const settings = readSignInSettings({...rest, WIJKBALANS_OIDC_CLIENT_SECRET_BESTAND: `${folder}/geheim`})!;
  expect(settings.provider.proof).toEqual({secret: "geheim"});
});

test("each mistake is one line, all of them at once", () => {
  expect(linesOf({WIJKBALANS_ADRES: "http://wijkbalans.voorbeeld.nl", WIJKBALANS_SESSIE_RUST: "lang"})).toEqual([
    "WIJKBALANS_ADRES: 'http://wijkbalans.voorbeeld.nl' kan niet. Geef een adres met https. Bijvoorbeeld: WIJKBALANS_ADRES=https://wijkbalans.voorbeeld.nl",
    "WIJKBALANS_OIDC_ISSUER: ontbreekt. Bijvoorbeeld: WIJKBALANS_OIDC_ISSUER=https://inloggen.voorbeeld.nl",
    "WIJKBALANS_OIDC_CLIENT_ID: ontbreekt. Zet hier hoe de aanmelddienst Wijkbalans noemt.",
    "WIJKBALANS_OIDC_SLEUTEL_BESTAND: ontbreekt. Geef een sleutel, of een geheim met WIJKBALANS_OIDC_CLIENT_SECRET_BESTAND.",
    "WIJKBALANS_SESSIE_RUST: 'lang' kan niet. Geef een heel getal van 1 tot en met 1440.",
  ]);
});

test.each([
  [
    "a name that is misspelt",
    {WIJKBALANS_OIDC_ISSEUR: "x"},
    "WIJKBALANS_OIDC_ISSEUR: deze instelling bestaat niet. Kijk de naam na.",
  ],
  [
    "an address with a password in it",
    {WIJKBALANS_ADRES: "https://a:geheim@b.nl"},
    "WIJKBALANS_ADRES: 'https://…@b.nl' kan niet.",
  ],
  [
    "an address with a path",
    {WIJKBALANS_ADRES: "https://b.nl/wijkbalans"},
    "WIJKBALANS_ADRES: 'https://b.nl/wijkbalans' kan niet.",
  ],
  [
    "a provider without https",
    {WIJKBALANS_OIDC_ISSUER: "http://inloggen.nl"},
    "WIJKBALANS_OIDC_ISSUER: 'http://inloggen.nl' kan niet.",
  ],
  [
    "two ways to show who we are",
    {WIJKBALANS_OIDC_SLEUTEL_BESTAND: "/x"},
    "WIJKBALANS_OIDC_SLEUTEL_BESTAND: kan niet samen met WIJKBALANS_OIDC_CLIENT_SECRET.",
  ],
  [
    "a yes that is no yes",
    {WIJKBALANS_OPENBAAR: "misschien"},
    "WIJKBALANS_OPENBAAR: 'misschien' kan niet. Kies ja of nee.",
  ],
  [
    "a file that is not there",
    {WIJKBALANS_OIDC_ROLLEN_BESTAND: "/er/niet"},
    "WIJKBALANS_OIDC_ROLLEN_BESTAND: bestand '/er/niet' is niet te lezen.",
  ],
])("%s is one line", (_what, wrong, line) => {
  const lines = linesOf({...right, ...wrong});
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(line);
});

test("a key that is too short, or none, is one line", () => {
  const short = generateKeyPairSync("rsa", {modulusLength: 1024}).privateKey.export({format: "pem", type: "pkcs8"});
  const folder = folderWith({"kort.pem": short as string, "niets.pem": "hallo"});
  const {WIJKBALANS_OIDC_CLIENT_SECRET: _, ...rest} = right;
  for (const name of ["kort.pem", "niets.pem"]) {
    const lines = linesOf({...rest, WIJKBALANS_OIDC_SLEUTEL_BESTAND: `${folder}/${name}`});
    expect(lines).toEqual([expect.stringContaining("dit is geen sleutel die wij kennen.")]);
  }
});

test.each([
  ["no JSON", "{", "het bestand is geen JSON."],
  [
    "a role that does not exist",
    '{"claim":"g","rollen":[{"waarde":"a","rol":"teamleidr"}]}',
    "regel 1: rol 'teamleidr' bestaat niet. Bedoelde u 'teamleider'?",
  ],
  [
    "a teamleider of nothing",
    '{"claim":"g","rollen":[{"waarde":"a","rol":"teamleider"}]}',
    "regel 1: zeg bij 'teamleider' ook welk(e) team of wijk.",
  ],
  [
    "a gemeente that is none",
    '{"claim":"g","rollen":[{"waarde":"a","rol":"controller","gemeente":"Utrecht"}]}',
    "regel 1: gemeente 'Utrecht' is geen gemeentecode.",
  ],
  [
    "a word we do not know",
    '{"claim":"g","rollen":[{"waarde":"a","rol":"controller","teem":"T1"}]}',
    "'rollen 1' heeft een naam die wij niet kennen",
  ],
  ["nothing in it", "{}", "'claim' klopt niet of ontbreekt."],
])("a file of roles with %s is one line", (_what, text, line) => {
  const folder = folderWith({"rollen.json": text});
  const lines = linesOf({...right, WIJKBALANS_OIDC_ROLLEN_BESTAND: `${folder}/rollen.json`});
  expect(lines[0]).toContain(line);
});
