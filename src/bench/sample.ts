/** At most `size` of the items, evenly spread. */
export function sample<T>(items: readonly T[], size: number): readonly T[] {
  const step = Math.max(1, Math.ceil(items.length / size));
  return items.filter((_, index) => index % step === 0);
}
