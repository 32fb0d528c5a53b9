/** Compares two codes number by number, for sorting: 1.1.9 before 1.1.10, and 1.1 before 1.1.1. */
export function compareCodes(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const differing = left.findIndex((part, place) => part !== right[place])
  return differing < 0 ? left.length - right.length : (left[differing] ?? 0) - (right[differing] ?? -1)
}

/** 1.1 for 1.1.1. */
export const parentCode = (code: string): string => code.slice(0, code.lastIndexOf('.'))
