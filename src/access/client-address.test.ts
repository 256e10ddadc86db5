import {expect, test} from "vitest";
import {clientAddress} from "./client-address.ts";

const proxy = ["10.0.0.1", "10.0.0.2"];

test.each([
  ["without a proxy nobody's word is taken", "192.0.2.7", "203.0.113.9", [], "192.0.2.7"],
  ["a proxy says who is behind it", "10.0.0.1", "203.0.113.9", proxy, "203.0.113.9"],
  [
    "what a client wrote itself stands left of what the proxy saw",
    "10.0.0.1",
    "1.1.1.1, 203.0.113.9",
    proxy,
    "203.0.113.9",
  ],
  ["of two proxies in a row both are ours", "10.0.0.1", "203.0.113.9, 10.0.0.2", proxy, "203.0.113.9"],
  ["what is no address ends it", "10.0.0.1", "203.0.113.9, onzin", proxy, "10.0.0.1"],
  ["a proxy that says nothing is the client", "10.0.0.1", undefined, proxy, "10.0.0.1"],
  ["IPv4 written as IPv6 is IPv4", "::ffff:192.0.2.7", undefined, [], "192.0.2.7"],
  ["a household is one client in IPv6", "2001:db8:1:2:3:4:5:6", undefined, [], "2001:db8:1:2::/64"],
  ["however it is written", "2001:DB8:1:2::9", undefined, [], "2001:db8:1:2::/64"],
  ["also without its zeros", "2001:db8::1", undefined, [], "2001:db8:0:0::/64"],
  ["as is one with a zone", "fe80::1%eth0", undefined, [], "fe80:0:0:0::/64"],
  ["also with zeros in the first half", "2001:db8::3:4:5:6", undefined, [], "2001:db8:0:0::/64"],
  ["also with zeros at the end", "2001:db8:1:2:3::", undefined, [], "2001:db8:1:2::/64"],
  ["also with all of the second half at the end zero", "2001:db8::", undefined, [], "2001:db8:0:0::/64"],
  ["what is IPv4 in part only is not", "::ffff:10.0.0.1:2", undefined, ["10.0.0.1"], "::ffff:10.0.0.1:2"],
  ["of no more proxies than there are hops", "10.0.0.1", "10.0.0.2", proxy, "10.0.0.2"],
  ["loopback too", "::1", undefined, [], "0:0:0:0::/64"],
])("%s", (_, remote, forwarded, proxies, client) => {
  expect(clientAddress(remote, forwarded, proxies)).toBe(client);
});
