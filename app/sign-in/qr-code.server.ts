import { correction, generate } from 'lean-qr'

/** A picture for a camera, as the page draws it: the side in squares, and one path over all dark ones. */
export interface QrCode {
  size: number
  path: string
}

/** Light squares around it, without which cameras do not find it. */
const MARGIN = 4

export function qrCode(text: string): QrCode {
  const code = generate(text, { minCorrectionLevel: correction.M })
  const rows = Array.from({ length: code.size }, (_, y) => rowPath(y, (x) => code.get(x, y), code.size))
  return { size: code.size + 2 * MARGIN, path: rows.join('') }
}

function rowPath(y: number, isDark: (x: number) => boolean, size: number): string {
  const dark = Array.from({ length: size }, (_, x) => x).filter(isDark)
  return dark.map((x) => `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`).join('')
}
