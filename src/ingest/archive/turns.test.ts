import {expect, test} from "vitest";
import {folderWith, startBericht, withDatabase} from "../../../test/berichten-on-disk.ts";
import {importDelivery} from "../import.ts";
import {survey} from "../survey.ts";
import {verifyArchive} from "../verify/verify.ts";
import {alone} from "./turns.ts";

test("two deliveries and a verification that come at once to one server do not spoil each other", async () => {
  const data = folderWith();
  const deliveries = ["A", "B", "C"].map((letter) =>
    folderWith(
      Object.fromEntries(
        Array.from({length: 40}, (_, index) => [`${letter}${index}.xml`, startBericht(`${letter}${index}`)]),
      ),
    ),
  );
  await withDatabase(data, async (database) => {
    const take = async (delivery: string) => {
      const found = await survey({paths: [delivery], except: data});
      const request = {dataFolder: data, paths: [delivery], survey: found, environment: {}, now: () => new Date(0)};
      return importDelivery(database, {...request, onProgress: () => undefined, batchBytes: 16 * 1024});
    };
    const work = deliveries.flatMap((delivery) => [take(delivery), verifyArchive(database, data, {})]);
    await Promise.all(work);
    const rows = await database.query<{aantal: number; leveringen: number}>(
      "select cast(count(*) as integer) as aantal, cast(count(distinct levering_nummer) as integer) as leveringen from bericht",
    );
    expect(rows).toEqual([{aantal: 120, leveringen: 3}]);
    expect(await verifyArchive(database, data, {})).toMatchObject({bestanden: 120, verschillen: []});
  });
});

test("one that fails does not keep the next from its turn", async () => {
  const order: string[] = [];
  const failed = alone("x", async () => {
    order.push("first");
    throw new Error("no");
  });
  const second = alone("x", async () => order.push("second"));
  await expect(failed).rejects.toThrow("no");
  await second;
  expect(order).toEqual(["first", "second"]);
});
