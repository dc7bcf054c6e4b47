import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { questionFrom } from '#app/reports/report-address.ts'
import { isReportKind } from '#app/reports/report-kinds.ts'
import { reportFormats, takeOutReport } from '#app/reports/write-report.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A report as a Word file or a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const url = new URL(request.url)
  const format = reportFormats.find((each) => each === url.searchParams.get('format'))
  if (!isReportKind(params.kind) || !format) throw new NotFound()
  const at = now()
  const question = questionFrom(url, { kind: params.kind, by: actor, today: officeDay(at) })
  const file = await takeOutReport({ question, format, by: actor, at })
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="bao-cao-${question.kind}-${question.day}.${format}"`,
      'cache-control': 'private, no-store',
    },
  })
}
