import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openSite, type Site} from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Where a value of the sender ends up in an address, and in a question. */
const places = [
  (value: string) => `/geteld/${value}`,
  (value: string) => `/geteld/${value}.csv`,
  (value: string) => `/geteld/${value}/berichten`,
  (value: string) => `/cijfers/stand-van-zorg/${value}.csv`,
  (value: string) => `/cijfers/wijkprofiel/${value}`,
  (value: string) => `/cijfers/wijkprofiel/${value}/profiel.csv`,
  ...["cijfer", "per", "gebied"].map((name) => (value: string) => `/cijfers/wijkprofiel?${name}=${value}`),
  (value: string) => `/samen-leren/teamkaart/${value}`,
  (value: string) => `/samen-leren/teamkaart/${value}/kaart.csv`,
  (value: string) => `/samen-leren/teamkaart?bewaard=${value}`,
  (value: string) => `/over-de-gegevens/catalogus/${value}`,
  (value: string) => `/over-de-gegevens/regels/${value}`,
  (value: string) => `/over-de-gegevens/bestanden/${value}`,
  (value: string) => `/over-de-gegevens/bestanden/${value}/leeg.csv`,
  (value: string) => `/over-de-gegevens/bestanden/contract/${value}.xlsx`,
  (value: string) => `/over-de-gegevens/beheer/bestanden/${value}`,
  (value: string) => `/over-de-gegevens/beheer/leveringen/${value}`,
  (value: string) => `/over-de-gegevens/aanleveren/${value}`,
  (value: string) => `/over-de-gegevens/koppelen?tabel=${value}`,
  (value: string) => `/over-de-gegevens/catalogus?zoek=${value}`,
  (value: string) => `/over-de-gegevens/regels?regel=${value}`,
  (value: string) => `/assets/${value}`,
  (value: string) => `/api/v1/leveringen/${value}`,
  ...["van", "gebied", "per"].map((name) => (value: string) => `/cijfers/stand-van-zorg?${name}=${value}`),
  ...["per", "cijfer", "wie", "wet", "kant", "voor", "weg"].map(
    (name) => (value: string) => `/vandaag/waarschuwingen?${name}=${value}`,
  ),
  (value: string) => `/afmelden/${value}`,
  ...["per", "cijfer", "wie", "met", "gebied"].map((name) => (value: string) => `/cijfers/spiegel?${name}=${value}`),
  ...["deel", "soort", "bladzijde"].map((name) => (value: string) => `/geteld/kosten/berichten?${name}=${value}`),
  (value: string) => `/geteld/clienten.json?aanbieder=${value}`,
  (value: string) => `/geteld/clienten.json?${value}=${value}`,
];

const hostile = {
  "a way up": "..%2F..%2F..%2F..%2Fetc%2Fpasswd",
  "a way up, twice encoded": "..%252F..%252Fetc%252Fpasswd",
  "a way up with backslashes": "..%5C..%5C..%5Cwindows%5Cwin.ini",
  "dots as they are": "../../../../etc/passwd",
  "a null byte": "kosten%00.csv",
  "a line end": "a%0D%0ASet-Cookie:%20x=1",
  markup: "%3Cscript%3Ealert(1)%3C/script%3E",
  "an attribute": "%22%20onmouseover=%22alert(1)",
  "a script address": "javascript:alert(1)",
  SQL: "x'%20or%201=1;--",
  "SQL of a file": "x';copy%20(select%201)%20to%20'/var/gestolen';--",
  "a template": "%7B%7B7*7%7D%7D$%7B7*7%7D",
  "the prototype": "__proto__",
  "the constructor": "constructor",
  "a method of every object": "toString",
  "a property path": "__proto__%5BisAdmin%5D",
  "broken encoding": "%E0%A4%A",
  "a lone surrogate": "%ED%A0%80",
  "a number without end": "9".repeat(400),
  "less than nothing": "-1",
  "no number": "NaN",
  "a text of 3 kB": "a".repeat(3000),
  "what takes a bad pattern long": `${"a".repeat(2000)}!`,
  "a Bsn": "999900006",
  "a Bsn that fails the eleven test": "999900007",
  "another gemeente": "GM0363",
  "a wijk of another gemeente": "WK036300",
};

describe.each(Object.entries(hostile))("%s, in every place of an address", (_, value) => {
  test("is answered in one line that gives nothing away, and soon", async () => {
    for (const place of places) {
      const path = place(value);
      const began = performance.now();
      const {status, headers, text} = await site.ask(path);
      expect([200, 400, 401, 404], `${path.slice(0, 200)} answers ${status}`).toContain(status);
      expect(performance.now() - began, path.slice(0, 200)).toBeLessThan(10_000);
      expect(text, path.slice(0, 200)).not.toMatch(
        /root:x:0|\[fonts\]|<script>alert|" onmouseover="|href="javascript:/i,
      );
      expect(text, path.slice(0, 200)).not.toMatch(
        /\bat \S+ \(|node_modules|SyntaxError|TypeError|Parser Error|Binder Error|\/work\/|\/tmp\//,
      );
      expect(headers["set-cookie"]).toBeUndefined();
    }
    expect(site.reported).toEqual([]);
    expect(({} as {isAdmin?: unknown}).isAdmin).toBeUndefined();
  });
});

describe("a Bsn", () => {
  test.each([
    ["that somebody has", "999900006"],
    ["that fails the eleven test", "999900007"],
  ])(
    "%s is answered as one that nobody has",
    async (_, bsn) => {
      const nobody = "111111110";
      for (const place of places) {
        const [one, other] = [await site.ask(place(bsn)), await site.ask(place(nobody))];
        expect(one.status, place(bsn)).toBe(other.status);
        // Only a page has no moment in it.
        if (!String(one.headers["content-type"]).startsWith("text/html")) continue;
        expect(one.text.replaceAll(bsn, "*"), place(bsn)).toBe(other.text.replaceAll(nobody, "*"));
      }
    },
    120_000,
  );
});

describe("what is not of this gemeente", () => {
  test.each(["GM0363", "WK036300", "99990099"])(
    "%s gives no figure",
    async (code) => {
      const own = await site.ask("/cijfers/stand-van-zorg/tabel.csv");
      for (const name of ["gebied", "aanbieder", "gemeente"]) {
        const {status, text} = await site.ask(`/cijfers/stand-van-zorg/tabel.csv?${name}=${code}`);
        const isOwnAnswer = text === own.text;
        const isEmpty = /\r\ntotaal;Heuveldam;0;geen;0(?:;geen)+\r\n$/.test(text);
        // Refused, or a filter that is none, or nothing of ours fits it.
        expect(status === 400 || isOwnAnswer || isEmpty, `${name}=${code}`).toBe(true);
      }
    },
    60_000,
  );

  test("a delivery of another token is not there", async () => {
    const authorization = `Bearer ${site.token}`;
    const {status, text} = await site.ask("/api/v1/leveringen/20261127-000000000000000000000000", {
      headers: {authorization},
    });
    expect(status).toBe(404);
    expect(text).not.toContain("20261127-0000");
  });
});

test("the same filter twice is refused in one line by every part of the server", async () => {
  for (const path of ["/cijfers/stand-van-zorg", "/cijfers/stand-van-zorg/tabel.csv", "/geteld/kosten.json"]) {
    const {status, text} = await site.ask(`${path}?gebied=WK999901&gebied=WK999902`);
    expect([path, status]).toEqual([path, 400]);
    expect(text).toContain("&#39;gebied&#39; staat twee keer in het adres. Kies er één.");
  }
});
