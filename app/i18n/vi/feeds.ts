/** Lịch hạn xử lý: hạn của một người trong phần mềm lịch của chính họ, qua một địa chỉ bí mật. */
export const feeds = {
  title: 'Lịch hạn xử lý',
  open: 'Đưa hạn xử lý vào lịch trên điện thoại, máy tính',
  none: 'Chưa có địa chỉ lịch',
  madeAt: 'Địa chỉ lịch tạo lúc {{at}}',
  lastReadAt: 'Phần mềm lịch đọc lần cuối lúc {{at}}.',
  neverRead: 'Chưa có phần mềm lịch nào đọc.',
  what: 'Phần mềm lịch (Outlook, Google, điện thoại) đọc địa chỉ này và hiện mỗi việc có hạn của bạn thành một sự kiện cả ngày: số của văn bản giao, việc phải làm và đường dẫn. Nội dung nhiệm vụ không đi theo; của nhiệm vụ hạn chế chỉ có số.',
  secret:
    'Ai có địa chỉ đều đọc được mà không cần đăng nhập. Đừng gửi cho người khác; nếu lộ, tạo địa chỉ mới hoặc thu hồi.',
  make: 'Tạo địa chỉ lịch',
  renew: 'Tạo địa chỉ mới',
  renewEffect: 'Khi tạo địa chỉ mới hoặc thu hồi, địa chỉ cũ không đọc được nữa.',
  revoke: 'Thu hồi địa chỉ',
  address: 'Địa chỉ lịch của bạn',
  addressOnce:
    'Chép lại ngay: địa chỉ chỉ hiện một lần. Trong phần mềm lịch, chọn thêm lịch theo địa chỉ (URL) rồi dán vào.',
  calendarName: 'Hạn xử lý',
  summary: '{{kind}}: {{number}}',
  unnumbered: 'nhiệm vụ chưa có số',
  over: 'Đã xong hoặc không còn là việc của bạn',
  done: {
    revoked: 'Đã thu hồi địa chỉ lịch. Phần mềm lịch không đọc được nữa.',
  },
} as const
