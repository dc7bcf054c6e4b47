import { Link } from '@remix-run/react'
import type { Key, ReactNode } from 'react'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Figures stand right, under one another. */
  numeric?: boolean
  /** The cell that names the row; with `rowLink` it carries the link. */
  rowHeader?: boolean
}

interface RowSelection<Row> {
  formId: string
  name: string
  valueOf: (row: Row) => string
  /** What ticking the row is called. */
  labelOf: (row: Row) => string
  head: string
}

interface TableProps<Row> {
  caption: string
  /** The caption is read aloud but not shown, where a heading above says the same. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => Key
  /** Rows can be ticked, for the form of this id. */
  selection?: RowSelection<Row>
  /**
   * The page of a row: the whole row can be pressed, and the link stands in the row header. All lead to one route, which is looked
   * for once one of them is followed.
   */
  rowLink?: (row: Row) => string
}

/**
 * A table that reads like print; table.css says how. On a phone each row is a small block, so the roles are written out:
 * `display: block` would take them away.
 */
export function Table<Row>({
  caption,
  captionHidden = false,
  columns: given,
  rows,
  keyOf,
  selection,
  rowLink,
}: TableProps<Row>) {
  const columns = selection ? [tickOf(selection), ...given] : given
  return (
    <table role="table" className="sheet">
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={column.numeric ? 'numeric' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => cellOf(column, row, rowLink))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function tickOf<Row>({ formId, name, valueOf, labelOf, head }: RowSelection<Row>): Column<Row> {
  return {
    key: 'tick',
    head,
    cell: (row) => (
      <input
        type="checkbox"
        form={formId}
        name={name}
        value={valueOf(row)}
        aria-label={labelOf(row)}
        className="row-tick"
      />
    ),
  }
}

function cellOf<Row>({ key, head, cell, numeric, rowHeader }: Column<Row>, row: Row, rowLink?: (row: Row) => string) {
  if (!rowHeader) {
    return (
      <td key={key} role="cell" data-head={head} className={numeric ? 'numeric' : undefined}>
        {cell(row)}
      </td>
    )
  }
  return (
    <th key={key} scope="row" role="rowheader">
      {rowLink ? (
        <Link to={rowLink(row)} discover="none" className="row-link">
          {cell(row)}
        </Link>
      ) : (
        cell(row)
      )}
    </th>
  )
}
