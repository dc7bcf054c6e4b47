/** Tệp: attaching, refusing, downloading. */
export const files = {
  attach: 'Tệp đính kèm',
  attachHint:
    'PDF, Word, Excel, PowerPoint, ODF, văn bản thuần, ảnh. Mỗi tệp không quá 50 MB; không quá 20 tệp và 100 MB một lần.',
  download: 'Tải về',
  downloadNamed: 'Tải về {{name}}',
  none: 'Chưa có tệp nào.',
  rejected: {
    wrongType: '“{{name}}”: loại tệp này không được nhận.',
    mismatch: '“{{name}}”: nội dung không đúng với loại tệp ghi ở tên.',
    empty: '“{{name}}”: tệp rỗng.',
    tooLarge: '“{{name}}”: tệp lớn hơn {{most}} MB.',
    tooMany: '“{{name}}”: chỉ được gửi {{most}} tệp một lần.',
    tooMuch: '“{{name}}”: các tệp gửi một lần cộng lại lớn hơn {{most}} MB.',
  },
} as const
