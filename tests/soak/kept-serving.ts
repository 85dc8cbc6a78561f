import { type Serving, serve } from '../support/command-line.ts';

/** `gotovo serve` that is started again after every kill, each time on a port of its own. */
export type KeptServing = {
  address: () => string;
  kill: () => Promise<unknown>;
  /** how long it took until it printed its address, in milliseconds */
  startAgain: () => Promise<number>;
  stop: () => Promise<unknown>;
};

export async function keepServing(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<KeptServing> {
  const start = (): Promise<Serving> => serve(['--port', '0', ...args], env);
  let serving = await start();
  return {
    address: () => serving.address,
    kill: () => serving.stop('SIGKILL'),
    startAgain: async () => {
      const began = Date.now();
      serving = await start();
      return Date.now() - began;
    },
    stop: () => serving.stop('SIGTERM'),
  };
}
