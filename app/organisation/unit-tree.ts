interface TreeNode {
  id: string
  parentId: string | null
}

/** Puts each row after its parent, keeping the given order among siblings, and says how deep it stands. */
export function unitTree<Row extends TreeNode>(rows: Row[]): (Row & { depth: number })[] {
  const known = new Set(rows.map(({ id }) => id))
  const children = Map.groupBy(rows, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null))

  function below(parentId: string | null, depth: number): (Row & { depth: number })[] {
    return (children.get(parentId) ?? []).flatMap((row) => [{ ...row, depth }, ...below(row.id, depth + 1)])
  }
  return below(null, 0)
}
