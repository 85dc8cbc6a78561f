/** Numbers of the zip format. */
const signatures = { end: 0x06054b50, entry: 0x02014b50 };
const sizes = { end: 22, entry: 46, comment: 0xffff };
/** What does not fit into four bytes, or two, stands elsewhere; nothing that large is read here. */
const elsewhere = { long: 0xffffffff, short: 0xffff };
const deflated = 8;
/** An empty text, deflated. */
const leastDeflated = 2;

/**
 * FS23: bytes the entries of a zip archive say they unpack to, all together; null: its list of entries cannot be read, or an entry does
 * not say. What an entry says is a promise the reader of workbooks holds it to: it unpacks no byte more.
 */
export function unpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === elsewhere.short || at === elsewhere.long) return null;
  let sum = 0;
  for (let entry = 0; entry < count; entry += 1) {
    const size = at + sizes.entry <= view.byteLength ? entrySize(view, at) : null;
    if (size === null) return null;
    sum += size;
    at += sizes.entry + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

/** Where the list of entries ends: the last such mark, behind which nothing but a comment fits. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - sizes.end - sizes.comment);
  for (let at = view.byteLength - sizes.end; at >= first; at -= 1)
    if (view.getUint32(at, true) === signatures.end) return at;
  return null;
}

function entrySize(view: DataView, at: number): number | null {
  if (view.getUint32(at, true) !== signatures.entry) return null;
  const method = view.getUint16(at + 10, true);
  const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  if (packed === elsewhere.long || unpacked === elsewhere.long) return null;
  if (method !== deflated) return packed;
  // without a size of its own an entry might unpack to anything
  return packed === 0 || (unpacked === 0 && packed !== leastDeflated) ? null : unpacked;
}
