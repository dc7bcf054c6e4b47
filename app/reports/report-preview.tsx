import { formatNumber } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { SectionPicture } from './section-picture.tsx'
import type { ShownSection } from './shown-section.ts'

/** A report on the screen, in the order of the document. */
export function ReportPreview({ sections }: { sections: ShownSection[] }) {
  const t = useT()
  return sections.map(({ heading, columns, rows, count, empty, picture }) => (
    <section key={heading} className="mb-8">
      {picture && (
        <div className="mb-4 max-w-2xl">
          <SectionPicture picture={picture} />
        </div>
      )}
      {rows.length > 0 ? (
        <Table
          caption={heading}
          columns={columns.map(({ head, numeric, names }, index): Column<string[]> => ({
            key: String(index),
            head,
            cell: (row) => <span className="whitespace-pre-line">{row[index]}</span>,
            ...(numeric && { numeric }),
            ...(names && { rowHeader: names }),
          }))}
          rows={rows}
          keyOf={(row) => rows.indexOf(row)}
        />
      ) : (
        <>
          <h2 className="mb-2 font-semibold">{heading}</h2>
          <p className="text-muted">{empty}</p>
        </>
      )}
      {count > rows.length && (
        <p className="mt-2 text-sm text-muted">
          {t('reports:cut', { shown: formatNumber(rows.length), total: formatNumber(count) })}
        </p>
      )}
    </section>
  ))
}
