import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHARED_NAME = 'ket-luan-ubdt-2021-09-09.txt'
/** How the two paragraphs of the published text begin that give tasks. */
const BEGINNINGS = ['Trên cơ sở kết quả khảo sát', 'Bộ trưởng, Chủ nhiệm giao']

/**
 * The part of the conclusions of 9 September 2021 that gives tasks. The published text lies in the folder SAMPLE_TEXTS names;
 * without it the project's own text of the same build takes its place.
 */
export function readConclusions(): string {
  const folder = process.env.SAMPLE_TEXTS
  const shared = folder && join(folder, SHARED_NAME)
  if (!shared || !existsSync(shared)) {
    console.log(
      `${SHARED_NAME} is not at hand (SAMPLE_TEXTS names its folder): the project's own conclusions are entered.`,
    )
    return readFileSync(join(import.meta.dirname, 'own-conclusions.txt'), 'utf8')
  }
  return readFileSync(shared, 'utf8')
    .split('\n')
    .filter((paragraph) => BEGINNINGS.some((beginning) => paragraph.startsWith(beginning)))
    .join('\n')
}
