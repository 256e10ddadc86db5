import {expect, test} from "vitest";
import type {RoleName} from "../role.ts";
import {readerOfSession} from "./reader-of-session.ts";
import type {Session} from "./sessions.ts";

function readerIn(role: RoleName) {
  const grant = {role, gemeenten: ["GM0363"], within: [{dimension: "team", values: ["T1"]}]} as const;
  return readerOfSession({id: "s1", userId: "u1", name: "Anna", grant} as unknown as Session);
}

test("who is signed in reads over what the role is given, and by that session", () => {
  expect(readerIn("teamleider")).toEqual({
    id: "u1",
    name: "Anna",
    role: "teamleider",
    gemeenten: ["GM0363"],
    within: [{dimension: "team", values: ["T1"]}],
    audience: "intern",
    session: "s1",
  });
});

test("an inwoner reads what is public, and nobody else by this door does", () => {
  expect(readerIn("inwoner").audience).toBe("openbaar");
  expect(readerIn("beleidsmaker").audience).toBe("intern");
});
