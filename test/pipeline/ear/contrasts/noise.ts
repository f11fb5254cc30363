/** White noise from -0.5 to 0.5, the same for everybody. */
export function hashNoise(i: number): number {
  const value = Math.sin((i + 1) * 12.9898) * 43758.5453;
  return value - Math.floor(value) - 0.5;
}
