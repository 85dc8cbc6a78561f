// Loaded before a program: tells on stderr of every connection, datagram and look-up of a name it begins, and lets none happen.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const forbid = (what) =>
  function forbidden(...given) {
    process.stderr.write(`outbound: ${what} ${JSON.stringify(given[0])}\n`);
    throw new Error(`outbound: ${what}`);
  };

net.Socket.prototype.connect = forbid('connect');
dgram.Socket.prototype.send = forbid('send');
dgram.Socket.prototype.connect = forbid('connect');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']) {
  dns[name] = forbid(name);
  dns.promises[name] = forbid(name);
}
syncBuiltinESMExports();
