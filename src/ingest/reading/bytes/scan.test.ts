import {describe, expect, test} from "vitest";
import {seededRandom} from "../../../../test/istandaarden/random.ts";
import {randomMessage} from "../../../../test/istandaarden/random-message.ts";
import {messageTable} from "../../../standards/istandaarden/message-table.ts";
import {type Soort, soorten} from "../../../standards/istandaarden/messages.ts";
import {readBericht} from "../read-bericht.ts";
import type {ReadingContext} from "../reading.ts";
import {ByteReading} from "./byte-reading.ts";
import {paddingLength, readPadded} from "./read-bytes.ts";

const context: ReadingContext = {pseudonym: () => "p", huishouden: () => "h", buurtOf: () => null};

function message(soort: Soort, seed: number): Buffer {
  return Buffer.from(randomMessage(messageTable("Jeugdwet", soort, "3.2"), seededRandom(seed)));
}

/** Reads bytes that tell when someone looks beside them, or looks so often that it might never end. */
function readGuarded(bytes: Buffer): void {
  const padded = Buffer.concat([bytes, Buffer.alloc(paddingLength)]);
  let looksLeft = 100 * bytes.length + 10_000;
  const guarded = new Proxy(padded, {
    get: (target, key) => {
      if (typeof key === "string" && /^-?\d+$/.test(key)) {
        if (!(Number(key) >= 0 && Number(key) < padded.length)) throw new RangeError(`beside the file: ${key}`);
        if (--looksLeft < 0) throw new RangeError("no end in sight");
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  readPadded(guarded, bytes.length, (nodeCount) => new ByteReading(context, nodeCount));
}

describe("nothing makes the reader of bytes look beside the file, or go on for ever", () => {
  test.each(soorten)("a %s that ends anywhere", (soort) => {
    const whole = message(soort, 1);
    const step = Math.max(1, Math.floor(whole.length / 150));
    for (let end = 0; end <= whole.length; end += step) readGuarded(whole.subarray(0, end));
  });

  test("random bytes behind a good opening", () => {
    const random = seededRandom(2);
    const alphabet = [...Buffer.from("<>/ \t\r\n&;]:aijw3015Bericht")];
    for (let i = 0; i < 400; i++) {
      const whole = message(random.pick(soorten), i);
      const start = whole.indexOf(">", whole.indexOf("Bericht ")) + 1;
      const noise = Buffer.from(Array.from({length: random.below(300)}, () => random.pick(alphabet)));
      readGuarded(Buffer.concat([whole.subarray(0, start + random.below(400)), noise]));
    }
  });

  test("random bytes from the start", () => {
    const random = seededRandom(3);
    for (let i = 0; i < 2000; i++) {
      readGuarded(Buffer.from(Array.from({length: random.below(200)}, () => random.below(256))));
    }
  });

  test("names and openings of any length", () => {
    const text = message("305", 4).toString();
    for (const length of [1, 100, 900, 1100, 3000, 5000]) {
      readGuarded(Buffer.from(text.replaceAll("jw305", "p".repeat(length))));
      readGuarded(Buffer.from(text.replaceAll("jw305", "p".repeat(length)).slice(0, -length)));
      readGuarded(Buffer.from(text.replace("<?xml", " ".repeat(length))));
    }
  });
});

test("a Bericht that is cut off is not ended by the one before it", () => {
  const whole = message("325", 5);
  const end = whole.toString("latin1").trimEnd().length;
  for (let length = end - 1; length > 0; length -= 7) {
    readBericht(whole, context);
    expect(readBericht(whole.subarray(0, length), context).state).toBe("geweigerd");
  }
});
