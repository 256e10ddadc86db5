import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {installationOf, littleDatabase} from "../../test/journeys/app.ts";
import {partsOf, startMailServer} from "../../test/mail-server.ts";
import {closeAtEnd} from "../../test/opened-databases.ts";
import {changeRoleRight} from "../access/role-rights.ts";
import {noteUser} from "../access/sign-in/users.ts";
import {switchMail, wantsMail} from "../collaboration/abonnement/subscriptions.ts";
import {signalsFor} from "../reports/vandaag/signals.ts";
import {createApp} from "../web/app.tsx";
import {openMailing} from "./mailing.ts";

const now = new Date("2026-11-27T08:00:00Z");
const gemeenteCode = "GM9999";
const report = (error: unknown) => {
  throw error;
};

test("what stands out after a delivery is mailed as it is on the page, and the link in it ends it", async () => {
  const database = await littleDatabase();
  closeAtEnd(database);
  const {port, received} = await startMailServer();
  const who = {issuer: "https://login.example", subject: "c", name: "Carla", email: "carla@heuveldam.example"};
  const {id} = await noteUser(database, who, now);
  const right = {userId: id, name: "Carla", role: "controller", gemeenteCode, part: null} as const;
  await changeRoleRight(database, right, {may: true, by: "test", now});
  await switchMail(database, {gemeenteCode, userId: id}, {isOn: true, now});
  await database.execute(
    `insert into signaal (gemeente_code, signaal, regel, vraag, kant, gewicht, eerst_op, laatst_op, voorbij_op)
     values ('GM9999', 'trendbreuk:clienten-per-1000', 'trendbreuk', $vraag, 'hoger', 1,
       cast($op as timestamp), cast($op as timestamp), null)`,
    {
      vraag: "clienten-per-1000?gemeente=GM9999&van=2025-11&tot=2026-10&per=totaal&wet=Jeugdwet&op=2026-10-31",
      op: "2026-11-27 08:00:00",
    },
  );
  const mailer = await openMailing({
    database,
    dataFolder: mkdtempSync(join(tmpdir(), "mail-")),
    environment: {
      WIJKBALANS_ADRES: "https://wijkbalans.heuveldam.example",
      WIJKBALANS_SMTP_URL: `smtp://localhost:${port}`,
      WIJKBALANS_MAIL_VAN: "wijkbalans@heuveldam.example",
    },
    signalsOf: signalsFor,
    now: () => now,
    report,
  });
  mailer!.begin();
  for (let turn = 0; turn < 1_000 && received.length === 0; turn++) await new Promise((next) => setTimeout(next, 20));
  await mailer!.close();
  expect(mailer!.facts()).toEqual({waiting: 0, fault: null});
  const [text] = partsOf(received[0]!);
  expect(text!.replaceAll("\u00a0", " ")).toMatch(/\* Heuveldam: mensen met hulp per 1\.000 inwoners 29,9, was 25,4/);
  const link = /https:\/\/wijkbalans\.heuveldam\.example(\/afmelden\/[\w-]{43})/.exec(text!)![1]!;
  const app = createApp({database, readerOf: async () => null, report, installation: installationOf(database)});
  const ended = await app.request(link, {method: "POST", headers: {host: "localhost"}});
  expect(ended.status).toBe(200);
  expect(await wantsMail(database, {gemeenteCode, userId: id})).toBe(false);
});

test("without settings there is no mailer", async () => {
  const database = await littleDatabase();
  closeAtEnd(database);
  const none = await openMailing({
    database,
    dataFolder: "/bestaat/niet",
    environment: {},
    signalsOf: signalsFor,
    now: () => now,
    report,
  });
  expect(none).toBe(null);
});
