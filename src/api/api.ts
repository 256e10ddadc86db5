import {Hono} from "hono";
import {Attempts} from "../access/attempts.ts";
import {checkToken} from "../access/token.ts";
import type {Database} from "../database/database.ts";
import {UserError} from "../errors.ts";
import type {Deliveries} from "../ingest/deliveries/deliveries.ts";
import {type Incoming, type Received, receiveFile, receiveMultipart} from "../ingest/deliveries/receive.ts";
import {jsonResponse, type Problem, problemResponse} from "./problem.ts";
import {receiptOf} from "./receipt.ts";

export interface ApiOptions {
  readonly database: Database;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
  readonly uptime: () => number;
  /** Called with what should not have happened; who asks sees only that it did. */
  readonly report: (error: unknown) => void;
}

const path = "/api/v1/leveringen";

/** So many wrong tokens in ten minutes, and the next are told to wait. */
const mostWrong = 10;
const wrongWithinMs = 10 * 60_000;

/** For programs: deliver, and ask what came of it. */
export function createApi({database, deliveries, now, uptime, report}: ApiOptions): Hono {
  const wrong = new Attempts(mostWrong, wrongWithinMs, uptime);
  const app = new Hono();

  app.post(path, async (context) => {
    const name = await nameOfToken(context.req.header("authorization"));
    if (typeof name !== "string") return refuse(name);
    const receive = receiverFor(context.req.raw);
    if ("status" in receive) return problemResponse(receive);
    const arrival = await deliveries.accept({herkomst: "api", door: name}, receive.receive, true);
    const statusUrl = `${path}/${arrival.id}`;
    return jsonResponse({taak: arrival.id, stand: "wacht", statusUrl}, 202, {Location: statusUrl});
  });

  app.get(`${path}/:id`, async (context) => {
    const name = await nameOfToken(context.req.header("authorization"));
    if (typeof name !== "string") return refuse(name);
    const receipt = await receiptOf(database, deliveries, context.req.param("id"), name);
    return receipt === null ? problemResponse(unknownDelivery) : jsonResponse(receipt);
  });

  app.all(path, () => problemResponse(onlyPost, {Allow: "POST"}));
  app.all("/api/*", () => problemResponse(noSuchPath));
  app.onError((error) => {
    if (error instanceof UserError) return problemResponse({status: 400, title: "Levering", detail: error.message});
    report(error);
    return problemResponse(ourFault);
  });
  return app;

  /** The name of the token, or why it does not let in. */
  async function nameOfToken(header: string | undefined): Promise<string | Problem> {
    const token = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header ?? "")?.[1];
    if (token === undefined) return noToken;
    const check = await checkToken(database, token, "aanleveren", now());
    if ("naam" in check) return check.naam;
    if (check.problem === "ander bereik") return otherScope;
    return {status: 401, title: "Geen toegang", detail: whyNot[check.problem]};
  }

  function refuse(problem: Problem): Response {
    if (problem.status !== 401) return problemResponse(problem);
    const seconds = wrong.note();
    if (seconds !== null) return problemResponse(tooMany, {"Retry-After": String(seconds)});
    return problemResponse(problem, {"WWW-Authenticate": 'Bearer realm="wijkbalans"'});
  }
}

const whyNot = {
  onbekend: "Dit token kennen wij niet. Maak er een met: npx wijkbalans token maak NAAM",
  verlopen: "Dit token is verlopen. Maak een nieuw met: npx wijkbalans token maak NAAM",
  ingetrokken: "Dit token is ingetrokken. Maak een nieuw met: npx wijkbalans token maak NAAM",
} as const;

const noToken: Problem = {
  status: 401,
  title: "Geen toegang",
  detail: "Stuur een token mee: 'Authorization: Bearer TOKEN'. Maak er een met: npx wijkbalans token maak NAAM",
};
const otherScope: Problem = {
  status: 403,
  title: "Geen toegang",
  detail: "Met dit token mag u niet aanleveren. Gebruik een token met bereik 'aanleveren'.",
};
const tooMany: Problem = {
  status: 429,
  title: "Te veel pogingen",
  detail: "Er kwamen te veel verkeerde tokens achter elkaar. Wacht even, en kijk het token na.",
};
const unknownDelivery: Problem = {
  status: 404,
  title: "Levering niet gevonden",
  detail: "Deze levering kennen wij niet, of ze is niet met dit token gedaan. Kijk de statusUrl na.",
};
const onlyPost: Problem = {
  status: 405,
  title: "Dat kan hier niet",
  detail: "Lever hier aan met POST. Vraag een levering op met GET en haar statusUrl.",
};
const noSuchPath: Problem = {
  status: 404,
  title: "Niet gevonden",
  detail: "Dit adres bestaat niet. Leveren gaat met POST /api/v1/leveringen .",
};
const ourFault: Problem = {
  status: 500,
  title: "Fout in Wijkbalans",
  detail: "Er ging iets mis in Wijkbalans. Er is niets half ingenomen. Probeer het later opnieuw.",
};
const unknownType: Problem = {
  status: 415,
  title: "Soort bestand onbekend",
  detail:
    "Zeg met Content-Type wat u stuurt: multipart/form-data, application/xml, application/zip of application/gzip. " +
    'Of geef de naam met Content-Disposition: attachment; filename="team.csv".',
};

/** What a body that is one file is called when nobody says. */
const nameByType: ReadonlyMap<string, string> = new Map([
  ["application/xml", "bericht.xml"],
  ["text/xml", "bericht.xml"],
  ["application/zip", "levering.zip"],
  ["application/x-zip-compressed", "levering.zip"],
  ["application/gzip", "levering.tar.gz"],
  ["application/x-gzip", "levering.tar.gz"],
  ["application/x-tar", "levering.tar"],
]);

/** How the body of a request is to be received, or why it cannot be. */
function receiverFor(request: Request): {receive(folder: string): Promise<Received>} | Problem {
  const contentType = request.headers.get("content-type") ?? "";
  const length = request.headers.get("content-length");
  const incoming: Incoming = {
    body: request.body as Incoming["body"],
    contentType,
    length: length === null ? null : Number(length),
  };
  const type = contentType.split(";", 1)[0]!.trim().toLowerCase();
  if (type === "multipart/form-data") return {receive: (folder) => receiveMultipart(incoming, folder, () => true)};
  const name = fileNameOf(request.headers.get("content-disposition")) ?? nameByType.get(type);
  return name === undefined ? unknownType : {receive: (folder) => receiveFile(incoming, folder, name)};
}

function fileNameOf(disposition: string | null): string | null {
  return /filename="?([^";]+)"?/i.exec(disposition ?? "")?.[1]?.trim() ?? null;
}
