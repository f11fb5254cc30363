/** An object URL for bytes; revokes the old one. Null where there are none. */
export function renewed(old: string | null | undefined, bytes: ArrayBuffer | undefined, type: string): string | null {
  if (old) URL.revokeObjectURL(old);
  return bytes === undefined ? null : URL.createObjectURL(new Blob([bytes], { type }));
}
