/** The read-only mode: what everybody is told while it is on, and where the administrator switches it. */
export const readOnly = {
  refused: 'Hệ thống đang chỉ cho đọc nên việc này chưa được ghi lại. Lý do: {{reason}}. Xin thử lại sau.',
  refusedUntil:
    'Hệ thống đang chỉ cho đọc nên việc này chưa được ghi lại. Lý do: {{reason}}. Dự kiến đến {{until}}; xin thử lại sau đó.',
  banner: 'Hệ thống đang chỉ cho đọc.',
  expectedUntil: 'Dự kiến đến {{until}}.',
  title: 'Chế độ chỉ đọc',
  effect:
    'Khi bật, mọi người vẫn đăng nhập, xem và tải về được, nhưng không ghi được gì; ai gửi biểu mẫu thì được báo lý do dưới đây và không mất nội dung đã nhập. Việc chạy nền dừng lại và chạy tiếp khi tắt. Chế độ này chỉ tắt khi quản trị viên tắt.',
  reason: 'Lý do',
  reasonHint: 'Mọi người đọc câu này trên mọi trang, ví dụ: Bảo trì máy chủ.',
  until: 'Dự kiến đến',
  untilHint: 'Chỉ để báo cho mọi người; đến lúc đó hệ thống không tự mở lại.',
  turnOn: 'Bật chế độ chỉ đọc',
  change: 'Sửa lời báo',
  turnOff: 'Tắt chế độ chỉ đọc',
  onSince: 'Chế độ chỉ đọc bật từ {{since}}.',
  isOff: 'Mọi người đang ghi được.',
  open: 'Bật, tắt chế độ chỉ đọc',
  done: {
    on: 'Đã bật chế độ chỉ đọc. Việc đang ghi dở lúc này sẽ xong trong ít giây.',
    off: 'Đã tắt chế độ chỉ đọc. Mọi người lại ghi được.',
  },
} as const
