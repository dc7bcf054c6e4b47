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

interface TableProps<Row> {
  caption: string
  /** The caption is read aloud but not shown, where a heading above says the same. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => Key
  /** The page of a row: the whole row can be pressed, and the link stands in the row header. */
  rowLink?: (row: Row) => string
}

/**
 * A table that reads like print: rules between rows and none beside them. On a phone each row is a small block with the
 * head of each column before its value; the roles are written out, since `display: block` would take them away.
 */
export function Table<Row>({ caption, captionHidden = false, columns, rows, keyOf, rowLink }: TableProps<Row>) {
  return (
    <table role="table" className="block w-full md:table">
      <caption className={captionHidden ? 'sr-only' : 'mb-2 block text-left font-medium md:table-caption'}>
        {caption}
      </caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={`border-b border-edge py-1.5 pr-4 align-bottom text-sm font-medium text-muted last:pr-0 ${column.numeric ? 'text-right' : 'text-left'}`}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block border-t border-line md:table-row-group md:border-0">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            role="row"
            className={`relative block border-b border-line py-2.5 md:table-row md:py-0 ${rowLink ? 'hover:bg-accent-soft' : ''}`}
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} to={column.rowHeader ? rowLink?.(row) : undefined} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row, to }: { column: Column<Row>; row: Row; to: string | undefined }) {
  const content = column.cell(row)
  if (column.rowHeader) {
    return (
      <th
        scope="row"
        role="rowheader"
        className="block min-w-0 pb-1 text-left font-medium break-words md:table-cell md:py-2 md:pr-4 md:align-baseline md:last:pr-0"
      >
        {to ? (
          <Link to={to} className="text-accent after:absolute after:inset-0 hover:underline">
            {content}
          </Link>
        ) : (
          content
        )}
      </th>
    )
  }
  const isEmpty = content === null || content === undefined || content === ''
  return (
    <td
      role="cell"
      className={`${isEmpty ? 'hidden' : 'grid'} grid-cols-[7rem_1fr] gap-x-3 py-0.5 break-words md:table-cell md:py-2 md:pr-4 md:align-baseline md:last:pr-0 ${column.numeric ? 'tabular-nums md:text-right' : ''}`}
    >
      <span aria-hidden="true" className="text-sm text-muted md:hidden">
        {column.head}
      </span>
      <span className="min-w-0">{content}</span>
    </td>
  )
}
