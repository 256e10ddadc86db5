import {isIP} from "node:net";

/**
 * Where a request came from, as one key for one client.
 *
 * A proxy of ours says it in X-Forwarded-For, and anybody can write what stands left of that: so it is read from the
 * right, past our own proxies, and no further. Of IPv6 the first half counts: a household has the other half to itself.
 */
export function clientAddress(remote: string, forwardedFor: string | undefined, proxies: readonly string[]): string {
  let client = plainAddress(remote);
  const hops = (forwardedFor ?? "").slice(-1000).split(",");
  while (proxies.includes(client) && hops.length > 0) {
    const hop = plainAddress(hops.pop()!.trim());
    if (isIP(hop) === 0) break;
    client = hop;
  }
  return isIP(client) === 6 ? firstHalf(client) : client;
}

/** "::ffff:10.0.0.1" is 10.0.0.1. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  return mapped?.[1] ?? address;
}

function firstHalf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("%")[0]!.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({length: zeros}, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
