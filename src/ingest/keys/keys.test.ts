import {createHmac, randomBytes} from "node:crypto";
import {chmodSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {expect, test} from "vitest";
import {folderWith} from "../../../test/berichten-on-disk.ts";
import {hmacSha256} from "./hmac.ts";
import {assertPrivateKeys, keyFiles, openKeys} from "./key-files.ts";
import {makePseudonyms} from "./pseudonym.ts";

test("two one-shot hashes are the HMAC of RFC 2104", () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 100}), fc.string({maxLength: 200}), (key, text) => {
      expect(hmacSha256(key, text)).toEqual(createHmac("sha256", key).update(text).digest());
    }),
  );
});

test("a pseudonym is 12 characters, always the same, and another for each key and purpose", () => {
  const key = randomBytes(32);
  const {client, huishouden} = makePseudonyms(key);
  expect(client("999900006")).toMatch(/^[\w-]{12}$/);
  expect(client("999900006")).toBe(makePseudonyms(key).client("999900006"));
  expect(client("999900006")).not.toBe(client("999900018"));
  expect(client("999900006")).not.toBe(makePseudonyms(randomBytes(32)).client("999900006"));
  const address = huishouden("9999AB", 12, "a", null);
  expect(address).toMatch(/^[\w-]{12}$/);
  expect(address).toBe(huishouden("9999ab", 12, "A", null));
  expect(new Set([address, huishouden("9999AB", 12, null, "a"), huishouden("9999AB", 1, "2", "a")]).size).toBe(3);
});

test("keys are made at first use, for the owner alone, and read afterwards", () => {
  const folder = folderWith();
  const made = openKeys(folder, false, {});
  const {archive, pseudonym} = keyFiles(folder, {});
  for (const {path} of [archive, pseudonym]) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(path).size).toBe(32);
  }
  expect(Buffer.from(openKeys(folder, true, {}).archive)).toEqual(Buffer.from(made.archive));
  expect(readFileSync(archive.path)).not.toEqual(readFileSync(pseudonym.path));
});

test("keys stand where the environment says", () => {
  const folder = folderWith();
  const elsewhere = folderWith();
  const environment = {
    WIJKBALANS_ARCHIEFSLEUTEL: join(elsewhere, "a"),
    WIJKBALANS_PSEUDONIEMSLEUTEL: join(elsewhere, "p"),
  };
  openKeys(folder, false, environment);
  expect([statSync(join(elsewhere, "a")).size, statSync(join(elsewhere, "p")).size]).toEqual([32, 32]);
});

test("a missing key beside an archive is not replaced by a new one", () => {
  const folder = folderWith();
  openKeys(folder, false, {});
  rmSync(keyFiles(folder, {}).pseudonym.path);
  expect(() => openKeys(folder, true, {})).toThrow(
    /^De pseudoniemsleutel '.*' ontbreekt, terwijl er al een archief is\./,
  );
});

test("a key of the wrong length is refused", () => {
  const folder = folderWith();
  openKeys(folder, false, {});
  writeFileSync(keyFiles(folder, {}).archive.path, "kort");
  expect(() => openKeys(folder, true, {})).toThrow(/is 4 bytes lang en moet 32 bytes zijn/);
});

test.each([0o644, 0o640, 0o604, 0o666])(
  "a key of ours with mode %o, that others can read, is refused in one line",
  (mode) => {
    const folder = folderWith();
    openKeys(folder, false, {});
    const {path} = keyFiles(folder, {}).pseudonym;
    chmodSync(path, mode);
    expect(() => openKeys(folder, true, {})).toThrow(
      `De pseudoniemsleutel '${path}' kan door anderen op deze computer worden gelezen. Maak er een eigen bestand van: chmod 600 '${path}'`,
    );
    expect(() => assertPrivateKeys(folder, {})).toThrow(/^De pseudoniemsleutel/);
  },
);
