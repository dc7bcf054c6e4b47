/** Lịch làm việc và cách tính hạn. */
export const calendar = {
  weekday: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  day: '{{weekday}} {{day}}',
  holiday: {
    newYear: 'Tết Dương lịch',
    lunarNewYear: 'Tết Nguyên đán',
    hungKings: 'Giỗ Tổ Hùng Vương',
    reunification: 'Ngày Chiến thắng',
    labour: 'Ngày Quốc tế Lao động',
    nationalDay: 'Quốc khánh',
    vietnameseCulture: 'Ngày Văn hóa Việt Nam',
  },
  rest: {
    weekend: 'nghỉ hằng tuần',
    holiday: '{{holiday}} ({{source}})',
    insteadOf: 'nghỉ bù {{holiday}} {{day}} ({{source}})',
    expected: '{{rest}}, dự kiến, chờ thông báo của năm',
    announced: 'nghỉ theo {{source}}',
  },
  rule: {
    FIXED_DAY: 'Hạn là ngày đã định',
    CALENDAR_DAYS: '{{days}} ngày, kể cả ngày nghỉ, tính từ ngày tiếp theo {{from}}',
    WORKING_DAYS: '{{days}} ngày làm việc, tính từ ngày tiếp theo {{from}}',
    END_OF_MONTH: 'Hết tháng của {{from}}',
    END_OF_QUARTER: 'Hết quý của {{from}}',
    OPEN_ENDED: 'Không ấn định hạn',
  },
  counted: 'ngày thứ {{count}}',
  countedAtRest: 'ngày thứ {{count}}; {{rest}}',
  passedOver: 'không tính: {{rest}}',
  keptAtRest: 'giữ nguyên dù là ngày nghỉ: {{rest}}',
  dueDay: 'ngày đến hạn',
} as const
