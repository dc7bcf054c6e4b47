/**
 * One after the other; one that fails holds back no other, and the faults are told at the end.
 *
 * @throws AggregateError
 */
export async function eachForItself<Item>(items: Item[], perform: (item: Item) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = []
  for (const item of items) {
    try {
      await perform(item)
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) {
    throw new AggregateError(
      faults,
      `${faults.length} of ${items.length} failed, the first because: ${String(faults[0])}`,
    )
  }
}
