import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { now, officeDay } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'
import { requireEntering } from '#app/task-import/import-request.server.ts'
import { importTemplate } from '#app/task-import/template.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  requireEntering(actor)
  const template = await importTemplate(actor.organId, officeDay(now()))
  return new Response(createReadableStreamFromReadable(template), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="mau-nhap-nhiem-vu.xlsx"',
      'cache-control': 'private, no-store',
    },
  })
}
