/** FNV-1a of bytes, 32 bits, hexadecimal: tells changes apart, and keeps no secret. */
export function fnv1a(bytes: Uint8Array): string {
  let value = 0x811c9dc5;
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
