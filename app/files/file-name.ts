const LONGEST_NAME = 200

/**
 * The name a file is kept under: no folder, composed letters (NFC), and no character that would not be seen or would
 * turn the reading direction, because `gpj.exe` must not read as `exe.jpg`. Empty when nothing of the name is left.
 */
export function cleanFileName(given: string): string {
  const name = given
    .split(/[/\\]/)
    .at(-1)!
    .normalize('NFC')
    .replace(/\p{Zl}|\p{Zp}|\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shorten(name)
}

/** The extension stays: it decides with what program the reader opens the file. */
function shorten(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= LONGEST_NAME) return name
  const dot = letters.lastIndexOf('.')
  const extension = dot > letters.length - 10 ? letters.slice(dot) : []
  return [...letters.slice(0, LONGEST_NAME - extension.length), ...extension].join('')
}
