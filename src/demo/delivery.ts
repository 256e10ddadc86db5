import {addWorkdays, type Day, workday} from "./days.ts";
import {type DeliveredProduct, deliveryBody} from "./messages/delivery.ts";
import {starts, stops} from "./parameters.ts";
import {categorieOf, newVersion, sendToewijzingen, type Toewijzing} from "./toewijzingen.ts";
import type {World} from "./world.ts";

/** The aanbieder tells that care began: most in time, some late, some wrong at first, some never. */
export function reportStart(world: World, toewijzing: Toewijzing): void {
  const {random, agenda} = world;
  const begin = toewijzing.care!.from;
  if (random.chance(starts.missing)) return;
  const delay = random.chance(starts.withinFiveDays) ? random.integer(1, 5) : random.integer(6, 30);
  const day = addWorkdays(Math.max(begin, toewijzing.knownSince, agenda.today), delay);
  agenda.plan(day, () => {
    if (toewijzing.reportedStart !== null) return;
    const start = startProduct(toewijzing, begin);
    if (random.chance(starts.refused)) {
      const wrong = {...start, nummer: toewijzing.nummer + 600_000_000};
      send(world, toewijzing, [wrong], "9019");
      agenda.plan(addWorkdays(agenda.today, 5), () => {
        if (toewijzing.reportedStart === null) sendStart(world, toewijzing, [start]);
      });
    } else if (random.chance(starts.corrected)) {
      const first = {...start, begin: Math.max(toewijzing.ingang, begin - random.integer(1, 14))};
      if (first.begin === begin) {
        sendStart(world, toewijzing, [start]);
        return;
      }
      send(world, toewijzing, [first], null);
      toewijzing.reportedStart = first.begin;
      agenda.plan(workday(agenda.today + random.integer(5, 25)), () => {
        // A start that was stopped since can no longer be taken back.
        if (toewijzing.reportedStart !== first.begin || toewijzing.care?.to !== null) return;
        sendStart(world, toewijzing, [{...first, status: "3"}, start]);
      });
    } else sendStart(world, toewijzing, [start]);
  });
}

function sendStart(world: World, toewijzing: Toewijzing, producten: readonly DeliveredProduct[]): void {
  send(world, toewijzing, producten, null);
  toewijzing.reportedStart = producten[producten.length - 1].begin;
}

/** The aanbieder tells that care ended; some never do. Only what was started can be stopped. */
export function reportStop(world: World, toewijzing: Toewijzing, reden: string): void {
  const {random, agenda} = world;
  const care = toewijzing.care!;
  const einde = care.to!;
  const isMissing = random.chance(stops.missing);
  const delay = random.chance(0.75) ? random.integer(1, 5) : random.integer(6, 35);
  agenda.plan(addWorkdays(Math.max(einde, agenda.today), delay), () => {
    if (toewijzing.reportedStart === null) {
      if (isMissing || random.chance(0.5)) return;
      sendStart(world, toewijzing, [startProduct(toewijzing, care.from)]);
    }
    if (isMissing) return;
    const stop = stopProduct(toewijzing, toewijzing.reportedStart!, reden, einde);
    if (random.chance(stops.refused)) {
      const begin = Math.max(toewijzing.ingang, stop.begin - 1);
      if (begin !== stop.begin) send(world, toewijzing, [{...stop, begin}], "9069");
      agenda.plan(addWorkdays(agenda.today, 5), () => send(world, toewijzing, [stop], null));
    } else if (random.chance(stops.corrected) && einde - stop.begin > 20) {
      const first = stopProduct(toewijzing, stop.begin, reden, einde - random.integer(1, 10));
      send(world, toewijzing, [first], null);
      agenda.plan(workday(agenda.today + random.integer(5, 20)), () =>
        send(world, toewijzing, [{...first, status: "3"}, stop], null),
      );
    } else send(world, toewijzing, [stop], null);
  });
}

/** Care stops for a while and begins again under the same toewijzing. */
export function pauseCare(world: World, toewijzing: Toewijzing, from: Day, to: Day): void {
  const {agenda} = world;
  const isOpen = () => toewijzing.care?.to === null && toewijzing.reportedStart !== null;
  agenda.plan(addWorkdays(from, 3), () => {
    if (!isOpen() || toewijzing.reportedStart! >= from) return;
    toewijzing.pause = {from, to};
    send(world, toewijzing, [stopProduct(toewijzing, toewijzing.reportedStart!, "20", from - 1)], null);
    agenda.plan(addWorkdays(to + 1, 3), () => {
      if (isOpen()) sendStart(world, toewijzing, [startProduct(toewijzing, to + 1)]);
    });
  });
}

const changeReasons: Readonly<Record<string, string>> = {"02": "02", "38": "09", "39": "06", "36": "05", "37": "12"};

/** The gemeente ends the toewijzing with the care, when it runs on. */
export function shortenAfter(world: World, toewijzing: Toewijzing, einde: Day, reden: string): void {
  world.agenda.plan(workday(world.agenda.today + world.random.integer(4, 45)), () => {
    if (toewijzing.einde !== null && toewijzing.einde <= einde) return;
    newVersion(world, toewijzing, {einde: Math.max(einde, toewijzing.ingang + 1), reden: changeReasons[reden] ?? "05"});
    sendToewijzingen(world, [toewijzing]);
  });
}

function send(world: World, toewijzing: Toewijzing, producten: readonly DeliveredProduct[], code: string | null): void {
  const {client, aanbieder} = toewijzing;
  const soort = producten[0].stop === null ? "305" : "307";
  const heading = world.post.send(aanbieder.wet, soort, aanbieder.agb, (names) =>
    deliveryBody(client, producten, null, names),
  );
  world.suite.delivered(heading, client, producten);
  world.post.answer(heading, code === null ? undefined : (names) => deliveryBody(client, producten, code, names));
}

function startProduct(toewijzing: Toewijzing, begin: Day): DeliveredProduct {
  const {product, shape} = toewijzing;
  const isTask = product.variant === "taak";
  return {
    nummer: isTask ? null : toewijzing.nummer,
    categorie: categorieOf(product, shape),
    code: shape === "specifiek" ? product.code : null,
    ingang: isTask ? null : toewijzing.ingang,
    begin,
    stop: null,
    status: "1",
  };
}

function stopProduct(toewijzing: Toewijzing, begin: Day, reden: string, einde: Day): DeliveredProduct {
  return {...startProduct(toewijzing, begin), stop: {reden, einde: Math.max(begin, einde)}};
}
