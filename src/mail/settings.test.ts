import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {testCertificate} from "../../test/mail-server.ts";
import {isMailAddress, readMailSettings} from "./settings.ts";

const good = {
  WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl",
  WIJKBALANS_SMTP_URL: "smtps://post:a%40b%3Ac@mail.voorbeeld.nl",
  WIJKBALANS_MAIL_VAN: "Wijkbalans <wijkbalans@voorbeeld.nl>",
};

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "mail-")), "bestand");
  writeFileSync(path, text);
  return path;
}

function mistakesOf(environment: Readonly<Record<string, string>>): string {
  try {
    readMailSettings(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

test("without a setting no mail is sent", () => {
  expect(readMailSettings({})).toBe(null);
  expect(readMailSettings({WIJKBALANS_ADRES: "https://wijkbalans.voorbeeld.nl"})).toBe(null);
});

test("all of it from the environment", () => {
  expect(readMailSettings(good)).toEqual({
    server: {
      host: "mail.voorbeeld.nl",
      port: 465,
      encryption: "begin",
      login: {user: "post", pass: "a@b:c"},
      ca: null,
    },
    from: {name: "Wijkbalans", address: "wijkbalans@voorbeeld.nl"},
    address: new URL("https://wijkbalans.voorbeeld.nl"),
    mostPerHour: 200,
  });
});

test.each([
  ["smtp://mail.voorbeeld.nl", {port: 587, encryption: "straks", login: null}],
  ["smtp://mail.voorbeeld.nl:2525", {port: 2525, encryption: "straks"}],
  ["smtp://localhost", {port: 25, encryption: "geen"}],
  ["smtps://[::1]:4650", {host: "::1", port: 4650, encryption: "begin"}],
])("%s", (url, server) => {
  expect(readMailSettings({...good, WIJKBALANS_SMTP_URL: url})?.server).toMatchObject(server);
});

test("the address with its password can stand in a file, and a certificate of one's own too", () => {
  const {WIJKBALANS_SMTP_URL, ...rest} = good;
  const settings = readMailSettings({
    ...rest,
    WIJKBALANS_SMTP_URL_BESTAND: fileWith(`${WIJKBALANS_SMTP_URL}\n`),
    WIJKBALANS_SMTP_CA_BESTAND: fileWith(testCertificate),
    WIJKBALANS_MAIL_PER_UUR: "10",
  });
  expect(settings?.server).toMatchObject({host: "mail.voorbeeld.nl", ca: testCertificate});
  expect(settings?.mostPerHour).toBe(10);
});

test.each([
  [{WIJKBALANS_SMTP_URL: ""}, "WIJKBALANS_SMTP_URL: ontbreekt."],
  [{WIJKBALANS_SMTP_URL: "https://x:geheim@y.nl"}, "WIJKBALANS_SMTP_URL: dit is geen adres van een mailserver."],
  [{WIJKBALANS_SMTP_URL: "post:geheim@y.nl"}, "WIJKBALANS_SMTP_URL: dit is geen adres van een mailserver."],
  [{WIJKBALANS_SMTP_URL: "smtps://post@y.nl"}, "WIJKBALANS_SMTP_URL: geef een naam en een wachtwoord"],
  [{WIJKBALANS_SMTP_URL: "smtps://post:%E0geheim@y.nl"}, "WIJKBALANS_SMTP_URL: geef een naam en een wachtwoord"],
  [
    {WIJKBALANS_SMTP_URL_BESTAND: "/bestaat/niet"},
    "WIJKBALANS_SMTP_URL_BESTAND: kan niet samen met WIJKBALANS_SMTP_URL.",
  ],
  [
    {WIJKBALANS_SMTP_CA_BESTAND: "/bestaat/niet"},
    "WIJKBALANS_SMTP_CA_BESTAND: bestand '/bestaat/niet' is niet te lezen.",
  ],
  [{WIJKBALANS_MAIL_VAN: ""}, "WIJKBALANS_MAIL_VAN: ontbreekt."],
  [{WIJKBALANS_MAIL_VAN: "a@b.nl, c@d.nl"}, "WIJKBALANS_MAIL_VAN: 'a@b.nl, c@d.nl' kan niet."],
  [{WIJKBALANS_MAIL_VAN: "x\r\nBcc: a@b.nl"}, "WIJKBALANS_MAIL_VAN: "],
  [{WIJKBALANS_ADRES: ""}, "WIJKBALANS_ADRES: ontbreekt."],
  [{WIJKBALANS_ADRES: "http://wijkbalans.voorbeeld.nl"}, "WIJKBALANS_ADRES: dit kan niet."],
  [{WIJKBALANS_MAIL_PER_UUR: "veel"}, "WIJKBALANS_MAIL_PER_UUR: 'veel' kan niet."],
  [{WIJKBALANS_SMTP_URI: "x"}, "WIJKBALANS_SMTP_URI: deze instelling bestaat niet."],
])("%j is told in a line of its own, without a password", (change, line) => {
  const told = mistakesOf({...good, ...change});
  expect(told).toContain("De instellingen voor mail kloppen niet. Zie docs/how-to/mail.md\n");
  expect(told).toContain(line);
  expect(told).not.toContain("geheim");
});

test("all mistakes at once", () => {
  expect(mistakesOf({WIJKBALANS_MAIL_PER_UUR: "0"}).split("\n")).toHaveLength(5);
});

test.each([
  ["anna@voorbeeld.nl", true],
  ["zoë.de-vries+mail@gemeente.nl", true],
  ["anna@voorbeeld.nl\nBcc: x@y.nl", false],
  ["anna@voorbeeld.nl,bob@voorbeeld.nl", false],
  ["<anna@voorbeeld.nl>", false],
  ["anna", false],
  ["@voorbeeld.nl", false],
  ["anna@-voorbeeld.nl", false],
  [`${"a".repeat(65)}@voorbeeld.nl`, false],
])("%j is one address: %s", (text, isOne) => {
  expect(isMailAddress(text)).toBe(isOne);
});
