import {describe, expect, test} from "vitest";
import {fakeNetwork} from "../../test/fake-network.ts";
import {NoAnswerError, readJson} from "./network.ts";
import {readPages} from "./pages.ts";

const url = "https://cbs.example/tabel";

describe("an answer of the outside world", () => {
  test("is read at once when it is there", async () => {
    const network = fakeNetwork(() => ({value: []}));
    expect(await readJson(network, url)).toEqual({value: []});
    expect(network.waits).toEqual([]);
  });

  test.each([["dood" as const], [500], [503], [429]])(
    "that may come later (%s) is asked again, after longer waits",
    async (trouble) => {
      const network = fakeNetwork((_, attempt) => (attempt < 4 ? trouble : {value: [1]}));
      expect(await readJson(network, url)).toEqual({value: [1]});
      expect(network.waits).toEqual([1000, 2000, 4000]);
    },
  );

  test("that will not come is not asked for again", async () => {
    const network = fakeNetwork(() => 404);
    await expect(readJson(network, url)).rejects.toMatchObject({status: 404, url});
    expect(network.asked).toHaveLength(1);
  });

  test("that never comes ends after four times", async () => {
    const network = fakeNetwork(() => "dood");
    await expect(readJson(network, url)).rejects.toBeInstanceOf(NoAnswerError);
    expect(network.asked).toHaveLength(4);
  });

  test("that is no JSON is as none", async () => {
    const network = {...fakeNetwork(() => 404), fetch: async () => ({status: 200, text: async () => "<html>"})};
    await expect(readJson(network, url)).rejects.toMatchObject({status: null});
  });
});

describe("an answer in pages", () => {
  test.each([
    ["OData v3", {"odata.nextLink": `${url}?$skip=10000`}],
    ["OData v4", {"@odata.nextLink": `${url}?$skip=10000`}],
    [
      "OGC API Features",
      {
        links: [
          {rel: "self", href: url},
          {rel: "next", href: "?$skip=10000"},
        ],
      },
    ],
  ])("of %s is read to its end", async (_, link) => {
    const network = fakeNetwork((address) => (address === url ? {value: [1], ...link} : {value: [2]}));
    expect(await readPages(network, url)).toHaveLength(2);
    expect(network.asked[1]).toBe(`${url}?$skip=10000`);
  });

  test("that leads back to itself ends", async () => {
    expect(
      await readPages(
        fakeNetwork(() => ({"odata.nextLink": url})),
        url,
      ),
    ).toHaveLength(1);
  });
});
