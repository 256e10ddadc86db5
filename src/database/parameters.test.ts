import {expect, test} from "vitest";
import {positional} from "./parameters.ts";

test("a name used twice is one parameter", () => {
  expect(positional("select $van, $tot, $van")).toEqual({sql: "select $1, $2, $1", names: ["van", "tot"]});
});

test("a dollar in a text, a quoted name or a comment is no parameter", () => {
  const sql = `select '$a ''$b', "$c" -- $d\n/* $e\n$f */ from kostenregel where cents > $g`;
  expect(positional(sql)).toEqual({sql: sql.replace("$g", "$1"), names: ["g"]});
});
