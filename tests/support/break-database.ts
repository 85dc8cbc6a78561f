/**
 * Makes write transactions of the browser's database fail, as a full disk or a lost connection does. Call it before the
 * database is opened; `mend` puts everything back.
 */
export function breakableDatabase(): {
  fail: (name: string, times: number) => void;
  left: () => number;
  mend: () => void;
} {
  const real = IDBDatabase.prototype.transaction;
  let left = 0;
  let failure = '';
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof real>) {
    if (args[1] === 'readwrite' && left > 0) {
      left -= 1;
      throw new DOMException('broken on purpose', failure);
    }
    return real.apply(this, args);
  };
  return {
    fail: (name, times) => {
      failure = name;
      left = times;
    },
    left: () => left,
    mend: () => {
      IDBDatabase.prototype.transaction = real;
    },
  };
}
