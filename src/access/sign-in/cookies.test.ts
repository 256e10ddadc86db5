import {expect, test} from "vitest";
import {clearCookie, readCookie, writeCookie} from "./cookies.ts";

const withCookies = (cookie: string) => new Headers({cookie});

test("on https no other host can set it, no script can read it, and no form elsewhere can send it", () => {
  expect(writeCookie("wijkbalans", "abc", true)).toBe("__Host-wijkbalans=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
  expect(clearCookie("wijkbalans", true)).toBe("__Host-wijkbalans=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
});

test("on this machine itself, where there is no https, it has a name of its own", () => {
  expect(writeCookie("wijkbalans", "abc", false)).toBe("wijkbalans=abc; Path=/; HttpOnly; SameSite=Lax");
});

test.each([
  ["the right one", "a=1; __Host-wijkbalans=abc; b=2", true, "abc"],
  ["one that looks like it", "x__Host-wijkbalans=abc; wijkbalans=def", true, null],
  ["one that anybody can set, where https was promised", "wijkbalans=abc", true, null],
  ["two, of which one was put there", "__Host-wijkbalans=abc; __Host-wijkbalans=def", true, null],
  ["an empty one", "__Host-wijkbalans=", true, null],
  ["one with strange characters", "__Host-wijkbalans=a b", true, null],
  ["none", "", true, null],
])("of %s a browser sends", (_what, cookies, isSecure, value) => {
  expect(readCookie(withCookies(cookies), "wijkbalans", isSecure)).toBe(value);
});
