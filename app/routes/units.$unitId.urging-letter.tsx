import type { LoaderFunctionArgs } from '@remix-run/node'
import { writeUrgingLetter } from '#app/official-letters/urging-letter.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireSignedIn } from '#app/sign-in/identify.server.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A letter that urges a unit, as a Word file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireSignedIn(request)
  const letter = await writeUrgingLetter({ unitId: params.unitId!, by: actor, at: now() })
  return new Response(new Uint8Array(letter), {
    headers: {
      'content-type': WORD,
      'content-disposition': 'attachment; filename="cong-van-don-doc.docx"',
      'cache-control': 'private, no-store',
    },
  })
}
