// One client that asks as much as it can, or as much as it is told to: node bench/flood.ts PORT SECONDS PER_SECOND
import {connect, type Socket} from "node:net";

const [port = 0, seconds = 0, perSecond = 0] = process.argv.slice(2).map(Number);
const path = process.argv[5] ?? "/cijfers/stand-van-zorg";
const connections = 100;
const statuses = new Map<string, number>();
let sent = 0;
let cutOff = 0;

const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
const sockets = new Set<Socket>();
const began = performance.now();
const ends = began + seconds * 1000;

for (let i = 0; i < connections; i++) open();
// Whether it is answered or not, the next ones are sent: that is what makes it a flood.
const timer = setInterval(() => {
  const due = Math.floor(((performance.now() - began) / 1000) * perSecond) - sent;
  const open = [...sockets].filter((socket) => socket.writable && socket.writableLength < 64 * 1024);
  for (let i = 0; i < due && open.length > 0; i++) {
    open[i % open.length]!.write(request);
    sent++;
  }
  if (performance.now() < ends) return;
  clearInterval(timer);
  console.log(JSON.stringify({sent, cutOff, statuses: Object.fromEntries(statuses)}));
  process.exit(0);
}, 5);

function open() {
  // Another address of this machine than that of the readers.
  const socket = connect({port, host: "127.0.0.1", localAddress: "127.0.0.2"});
  sockets.add(socket);
  socket.on("data", (chunk) => {
    for (const [, status] of chunk.toString("latin1").matchAll(/HTTP\/1\.1 (\d{3})/g)) {
      statuses.set(status!, (statuses.get(status!) ?? 0) + 1);
    }
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    sockets.delete(socket);
    cutOff++;
    if (performance.now() < ends) setTimeout(open, 10);
  });
}
