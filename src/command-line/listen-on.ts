import type { Server } from 'node:http';
import { commandTexts } from '../texts/command-line.ts';

/** Returns once the server listens; what the system refuses is told in words. `host`: undefined is every address. */
export const listenOn = (server: Server, port: number, host: string | undefined): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      fail(
        new Error(
          code === 'EADDRINUSE'
            ? commandTexts.portTaken(port)
            : code === 'EACCES'
              ? commandTexts.portForbidden(port)
              : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
                ? commandTexts.hostUnknown(host ?? '')
                : message,
        ),
      ),
    );
    server.listen(port, host, done);
  });
