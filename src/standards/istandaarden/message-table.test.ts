import {describe, expect, test} from "vitest";
import {findMessage, messageTable, nodeAt, pathOf} from "./message-table.ts";
import {soorten} from "./messages.ts";
import {releases} from "./release.ts";

describe("the table of a message", () => {
  test("is found by its namespace", () => {
    const table = findMessage("http://www.istandaarden.nl/ijw/3_2/jw301/schema");
    expect(table).toMatchObject({wet: "Jeugdwet", soort: "301", release: "3.2"});
    expect(table?.baseNamespace).toBe("http://www.istandaarden.nl/ijw/3_2/basisschema/schema");
  });

  test.each([
    "http://www.istandaarden.nl/iwmo/2_1/wmo301/schema/2_1",
    "http://www.istandaarden.nl/ijw/3_3/jw301/schema",
    "http://www.istandaarden.nl/ijw/3_2/jw303/schema",
    "http://www.istandaarden.nl/iwmo/3_2/jw301/schema",
    "",
  ])("is not found for '%s'", (namespace) => {
    expect(findMessage(namespace)).toBeNull();
  });

  test("exists for all fourteen messages of both laws in each release", () => {
    const codes = new Set<string>();
    for (const wet of ["Wmo", "Jeugdwet"] as const) {
      for (const release of releases) {
        for (const soort of soorten) codes.add(messageTable(wet, soort, release).message.berichtCode[wet]);
      }
    }
    expect(codes.size).toBe(28);
  });

  test("lies flat: descendants follow their node, siblings follow each other", () => {
    for (const soort of soorten) {
      const {nodes} = messageTable("Jeugdwet", soort, "3.2");
      nodes.forEach((node, number) => {
        expect(node.end).toBeGreaterThan(number);
        expect(node.type === null).toBe(node.firstChild !== -1);
        if (node.nextSibling !== -1) {
          expect(node.nextSibling).toBe(node.end);
          expect(nodes[node.nextSibling]?.parent).toBe(node.parent);
        }
      });
    }
  });

  test("has Woonplaatsbeginsel and GezagsdragerBekend in the Jeugdwet alone", () => {
    expect(nodeAt(messageTable("Wmo", "319", "3.2"), "Bericht/Antwoord/Woonplaatsbeginsel")).toBe(-1);
    expect(nodeAt(messageTable("Wmo", "315", "3.2"), "Bericht/Client/GezagsdragerBekend")).toBe(-1);
    const jeugd = messageTable("Jeugdwet", "319", "3.2");
    const gemeente = nodeAt(jeugd, "Bericht/Antwoord/Woonplaatsbeginsel/Gemeente");
    expect(pathOf(jeugd, gemeente)).toBe("Bericht/Antwoord/Woonplaatsbeginsel/Gemeente");
  });

  test("has no node below one that is not there, nor outside the Bericht", () => {
    const table = messageTable("Wmo", "301", "3.2");
    expect(nodeAt(table, "Bericht")).toBe(0);
    expect(nodeAt(table, "Bericht/Kapitein/Client")).toBe(-1);
    expect(nodeAt(table, "Brief/Client")).toBe(-1);
  });

  test("of a law or kind that there is not is a mistake of ours", () => {
    expect(() => messageTable("Wmo", "399" as "301", "3.2")).toThrow("no such message: Wmo 399 3.2");
  });

  test("asks for the BerichtSubversie of its release", () => {
    const subversies = releases.map((release) => {
      const table = messageTable("Wmo", "323", release);
      return table.nodes[nodeAt(table, "Bericht/Header/BerichtSubversie")]?.type;
    });
    expect(subversies.map((type) => type?.kind === "fixed" && type.value)).toEqual(["0", "1", "2"]);
  });
});
