export function seriesPath(seriesId: string): string {
  return `/series/${seriesId}`
}
