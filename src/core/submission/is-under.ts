/**
 * CX5: whether a register is the one of this key, stands beside it (`#`), is a row of it (`:`) or a branch's of it (`@`); a key that
 * ends with `/` or `:` is the beginning of several. `8@b1` is no beginning of `8@b10`.
 */
export const isUnder = (path: string, key: string): boolean =>
  path.startsWith(key) && (path.length === key.length || /[/:]$/.test(key) || /[#:@]/.test(path.charAt(key.length)));
