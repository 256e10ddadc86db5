import {createServer} from "node:net";
import {expect, onTestFinished, test} from "vitest";
import {headerWords, mailServerAt, partsOf, startMailServer, testCertificate} from "../../test/mail-server.ts";
import {type OutgoingMail, signalMail} from "./message.ts";
import type {MailServer, MailSettings} from "./settings.ts";
import {smtpTransport} from "./transport.ts";

const login = {user: "wijkbalans", pass: "geheim:wachtwoord/@"};
const key = "k".repeat(43);

function settingsOf(server: MailServer): MailSettings {
  return {
    server,
    from: {name: "Wijkbalans Heuveldam", address: "wijkbalans@heuveldam.example"},
    address: new URL("https://wijkbalans.heuveldam.example"),
    mostPerHour: 200,
  };
}

function mailTo(name: string, address = "zoe@heuveldam.example"): OutgoingMail {
  return signalMail({
    to: {name, address},
    items: [
      {
        title: "Wijkteam ’t Zand: uitval 31,2 %, was 24,0 %",
        line: "Jeugdwet, één jaar. Dat is waarschijnlijk geen toeval & geen <fout>.",
        href: "/cijfers/spiegel?per=team&wie=T1",
        signaal: "trendbreuk:uitval:team=T1:Jeugdwet:hoger",
        eerstOp: "2026-11-27 08:00:00",
      },
    ],
    placeName: "Heuveldam",
    roleLabel: "Teamleider",
    address: new URL("https://wijkbalans.heuveldam.example"),
    key,
    now: new Date("2026-11-27T08:00:00Z"),
  });
}

const send = (server: MailServer, mail = mailTo("Zoë Ünal"), times = {}) =>
  smtpTransport(settingsOf(server), times).send(mail);

test("a mail arrives as text and as simple HTML, with its Dutch letters", async () => {
  const {port, received} = await startMailServer();
  expect(await send(mailServerAt(port))).toEqual({kind: "verstuurd"});
  const [mail] = received;
  expect(mail!.to).toEqual(["zoe@heuveldam.example"]);
  expect(mail!.from).toBe("wijkbalans@heuveldam.example");
  expect(headerWords(mail!.headers.get("to")!)).toBe("Zoë Ünal <zoe@heuveldam.example>");
  expect(mail!.headers.get("subject")).toBe("Wijkbalans: 1 ding valt op in Heuveldam");
  const [text, html, ...more] = partsOf(mail!);
  expect(more).toEqual([]);
  expect(text).toContain("Wijkteam ’t Zand: uitval 31,2 %, was 24,0 %");
  expect(text).toContain("https://wijkbalans.heuveldam.example/cijfers/spiegel?per=team&wie=T1");
  expect(html).toContain("geen toeval &amp; geen &lt;fout&gt;.");
  // Nothing is fetched by who opens it.
  expect(html).not.toMatch(/<(?:img|script|link|style|iframe)|url\(|src=/i);
});

test("one press of a button of the mail programme can end it, and no machine answers it", async () => {
  const {port, received} = await startMailServer();
  await send(mailServerAt(port));
  const {headers} = received[0]!;
  expect(headers.get("list-unsubscribe")).toBe(`<https://wijkbalans.heuveldam.example/afmelden/${key}>`);
  expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(headers.get("auto-submitted")).toBe("auto-generated");
});

test("it signs in where the server asks for it", async () => {
  const {port, received} = await startMailServer({login});
  expect(await send(mailServerAt(port, {login}))).toEqual({kind: "verstuurd"});
  expect(received[0]!.user).toBe("wijkbalans");
});

test("a wrong password is told in one line, without the password", async () => {
  const {port, received} = await startMailServer({login});
  const outcome = await send(mailServerAt(port, {login: {...login, pass: "anders-dan-het-was"}}));
  expect(outcome).toEqual({
    kind: "dicht",
    line: "De mailserver weigert de naam of het wachtwoord (535). Kijk WIJKBALANS_SMTP_URL na.",
  });
  expect(received).toEqual([]);
});

test.each(["begin", "straks"] as const)("a certificate that nobody knows is refused (%s)", async (encryption) => {
  const {port, received} = await startMailServer({encryption});
  const outcome = await send(mailServerAt(port, {encryption}));
  expect(outcome).toMatchObject({
    kind: "dicht",
    line: expect.stringMatching(/^Het certificaat van de mailserver is niet/),
  });
  expect(received).toEqual([]);
});

test.each(["begin", "straks"] as const)("a certificate that we were told of is trusted (%s)", async (encryption) => {
  const {port, received} = await startMailServer({encryption});
  expect(await send(mailServerAt(port, {encryption, ca: testCertificate}))).toEqual({kind: "verstuurd"});
  expect(received[0]!.isEncrypted).toBe(true);
});

test("a server elsewhere that cannot encrypt gets nothing", async () => {
  const {port, received} = await startMailServer({encryption: "geen", login});
  const outcome = await send(mailServerAt(port, {encryption: "straks", login}));
  expect(outcome).toEqual({
    kind: "dicht",
    line: "De verbinding met de mailserver is niet te versleutelen. Kijk WIJKBALANS_SMTP_URL na.",
  });
  expect(received).toEqual([]);
});

test.each([550, 450])("a recipient that is refused with %i is the fault of that mail alone", async (code) => {
  const {port} = await startMailServer({refuses: () => ({code})});
  expect(await send(mailServerAt(port))).toEqual({
    kind: "geweigerd",
    line: `De mailserver weigert een ontvanger (${code}). Kijk het e-mailadres na.`,
  });
});

test("a sender that is refused closes the door for all", async () => {
  const {port} = await startMailServer({refusesSender: true});
  expect(await send(mailServerAt(port))).toEqual({
    kind: "dicht",
    line: "De mailserver weigert de afzender (550). Kijk WIJKBALANS_MAIL_VAN na.",
  });
});

test("a message that is refused after it was handed over is known not to be sent", async () => {
  const {port} = await startMailServer({onMessage: () => ({code: 554})});
  expect(await send(mailServerAt(port))).toEqual({kind: "geweigerd", line: "De mailserver weigert een mail (554)."});
});

test("a server that hangs up with the message in its hands may have it", async () => {
  const {port} = await startMailServer({onMessage: () => "hang up"});
  expect(await send(mailServerAt(port))).toMatchObject({kind: "onzeker"});
});

test("a server that is not there is told within its time", async () => {
  const {port, close} = await startMailServer();
  await close();
  expect(await send(mailServerAt(port))).toMatchObject({
    kind: "dicht",
    line: expect.stringMatching(/^De mailserver geeft geen goed antwoord/),
  });
});

test("a server that says nothing is not waited for", async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void silent.close());
  const {port} = silent.address() as {port: number};
  const begun = performance.now();
  expect(await send(mailServerAt(port), mailTo("Zoë"), {greetingTimeout: 200, connectionTimeout: 200})).toMatchObject({
    kind: "dicht",
  });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test("a name with line ends adds no header and no recipient", async () => {
  const {port, received} = await startMailServer();
  await send(mailServerAt(port), mailTo("Zoë\r\nBcc: ander@elders.example\r\nSubject: betaal\r\n\r\nHallo\u2028daar"));
  const [mail] = received;
  expect(mail!.to).toEqual(["zoe@heuveldam.example"]);
  expect(mail!.headers.has("bcc")).toBe(false);
  expect(mail!.headers.get("subject")).toBe("Wijkbalans: 1 ding valt op in Heuveldam");
  expect(headerWords(mail!.headers.get("to")!)).toMatch(
    /^"?Zoë Bcc: ander@elders\.example Subject: betaal Hallo daar"? </,
  );
});

test("nothing that goes wrong throws, and no line tells a password or an address", async () => {
  for (const server of [mailServerAt(1, {login}), mailServerAt(1, {host: "bestaat-niet.invalid", login})]) {
    const outcome = await send(server, mailTo("Zoë"), {dnsTimeout: 2_000, connectionTimeout: 2_000});
    expect(outcome.kind).toBe("dicht");
    expect(JSON.stringify(outcome)).not.toMatch(/geheim|wachtwoord\/|zoe@|Zoë|%/);
  }
});
