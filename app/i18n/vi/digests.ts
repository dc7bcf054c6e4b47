/** Thư tổng hợp: một thư mỗi ngày làm việc thay cho từng thư một. */
export const digests = {
  field: 'Thư điện tử được gửi',
  hint: 'Thông báo trong hệ thống vẫn hiện ngay. Loại nào cơ quan quy định luôn gửi thì vẫn gửi ngay từng thư.',
  atOnce: 'Ngay, mỗi việc một thư',
  atHour: 'Một thư mỗi ngày làm việc, {{hour}} giờ',
  urgency: {
    overdue: 'Quá hạn: {{number}}',
    today: 'Đến hạn hôm nay: {{number}}',
    later: 'Chưa đến hạn: {{number}}',
    none: 'Việc khác: {{number}}',
  },
  unit: '{{unit}}: {{number}}',
  unitOverdue: '{{unit}}: {{number}}, trong đó quá hạn {{overdue}}',
  noUnit: 'Việc khác',
  letter: {
    subject: 'Tổng hợp công việc ngày {{day}} ({{number}} việc)',
    more: 'Và {{number}} việc khác trong hệ thống.',
    all: 'Mở tất cả thông báo:',
    end: 'Thư này do hệ thống gửi tự động, xin không trả lời. Chọn giờ nhận hoặc nhận từng thư ở trang Tài khoản.',
  },
} as const
