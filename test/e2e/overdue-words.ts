/** What is read on the page of the task of the journey, worked out by hand, in both languages. */

/** How each day came about: of the task, of what the lead unit has of it, of the officer's part. */
export const DERIVED_VI = {
  task: [
    'Giao nhiệm vụ Thứ Ba 14/04/2026, Chuyên viên tổng hợp 1 Văn phòng',
    '21 ngày làm việc, tính từ ngày tiếp theo Thứ Ba 14/04/2026',
    'Thứ Tư 15/04/2026 – Thứ Sáu 17/04/2026: ngày thứ 1 đến 3',
    'Thứ Bảy 18/04/2026 – Chủ nhật 19/04/2026: không tính: nghỉ hằng tuần',
    'Thứ Hai 20/04/2026 – Thứ Sáu 24/04/2026: ngày thứ 4 đến 8',
    'Thứ Bảy 25/04/2026: không tính: nghỉ hằng tuần',
    'Chủ nhật 26/04/2026: không tính: Giỗ Tổ Hùng Vương (Bộ luật Lao động 2019, Điều 112)',
    'Thứ Hai 27/04/2026: không tính: nghỉ bù Giỗ Tổ Hùng Vương 26/04/2026 (Bộ luật Lao động 2019, Điều 111 khoản 3)',
    'Thứ Ba 28/04/2026 – Thứ Tư 29/04/2026: ngày thứ 9 đến 10',
    'Thứ Năm 30/04/2026: không tính: Ngày Chiến thắng (Bộ luật Lao động 2019, Điều 112)',
    'Thứ Sáu 01/05/2026: không tính: Ngày Quốc tế Lao động (Bộ luật Lao động 2019, Điều 112)',
    'Thứ Bảy 02/05/2026 – Chủ nhật 03/05/2026: không tính: nghỉ hằng tuần',
    'Thứ Hai 04/05/2026 – Thứ Sáu 08/05/2026: ngày thứ 11 đến 15',
    'Thứ Bảy 09/05/2026 – Chủ nhật 10/05/2026: không tính: nghỉ hằng tuần',
    'Thứ Hai 11/05/2026 – Thứ Sáu 15/05/2026: ngày thứ 16 đến 20',
    'Thứ Bảy 16/05/2026 – Chủ nhật 17/05/2026: không tính: nghỉ hằng tuần',
    'Thứ Hai 18/05/2026: ngày thứ 21',
    'Hạn: Thứ Hai 18/05/2026',
  ],
  lead: [
    'Giao phần việc Thứ Ba 14/04/2026, Chuyên viên tổng hợp 1 Văn phòng',
    'Cùng hạn với nhiệm vụ',
    'Thứ Hai 18/05/2026: ngày đến hạn',
    'Hạn: Thứ Hai 18/05/2026',
  ],
  part: [
    'Giao phần việc Thứ Ba 14/04/2026, Giám đốc Trung tâm Thông tin',
    'Hạn được ấn định, không đếm ngày',
    'Thứ Tư 29/04/2026: ngày đến hạn',
    'Gia hạn 08/05/2026, Giám đốc Trung tâm Thông tin: Thứ Tư 29/04/2026 → Thứ Tư 13/05/2026',
    'Hạn: Thứ Tư 13/05/2026',
  ],
}

export const DERIVED_EN = {
  task: [
    'Issued on Tuesday 14/04/2026 by Chuyên viên tổng hợp 1 Văn phòng',
    '21 working day(s), from the day after Tuesday 14/04/2026',
    'Wednesday 15/04/2026 – Friday 17/04/2026: days 1 to 3',
    'Saturday 18/04/2026 – Sunday 19/04/2026: not counted: weekend',
    'Monday 20/04/2026 – Friday 24/04/2026: days 4 to 8',
    'Saturday 25/04/2026: not counted: weekend',
    'Sunday 26/04/2026: not counted: Commemoration of the Hung Kings (Bộ luật Lao động 2019, Điều 112)',
    'Monday 27/04/2026: not counted: day off instead of Commemoration of the Hung Kings on 26/04/2026 (Bộ luật Lao động 2019, Điều 111 khoản 3)',
    'Tuesday 28/04/2026 – Wednesday 29/04/2026: days 9 to 10',
    'Thursday 30/04/2026: not counted: Victory Day (Bộ luật Lao động 2019, Điều 112)',
    'Friday 01/05/2026: not counted: International Labour Day (Bộ luật Lao động 2019, Điều 112)',
    'Saturday 02/05/2026 – Sunday 03/05/2026: not counted: weekend',
    'Monday 04/05/2026 – Friday 08/05/2026: days 11 to 15',
    'Saturday 09/05/2026 – Sunday 10/05/2026: not counted: weekend',
    'Monday 11/05/2026 – Friday 15/05/2026: days 16 to 20',
    'Saturday 16/05/2026 – Sunday 17/05/2026: not counted: weekend',
    'Monday 18/05/2026: day 21',
    'Due: Monday 18/05/2026',
  ],
  lead: [
    'Given on Tuesday 14/04/2026 by Chuyên viên tổng hợp 1 Văn phòng',
    'Due with the task',
    'Monday 18/05/2026: due',
    'Due: Monday 18/05/2026',
  ],
  part: [
    'Given on Tuesday 14/04/2026 by Giám đốc Trung tâm Thông tin',
    'The day was set, not counted',
    'Wednesday 29/04/2026: due',
    'Extended on 08/05/2026 by Giám đốc Trung tâm Thông tin: Wednesday 29/04/2026 → Wednesday 13/05/2026',
    'Due: Wednesday 13/05/2026',
  ],
}

const NO_MAIL_VI = 'chưa gửi thư vì chưa có máy chủ thư hoặc địa chỉ'

/** Who was told of the officer's part, the newest first; the leader alone has read it. */
export const TOLD_VI = [
  '08/05/2026 · Quá hạn 5 ngày làm việc: Lãnh đạo phụ trách (hạn 29/04/2026) · đã báo: Thứ trưởng, Phó Chủ nhiệm 1',
  `Thứ trưởng, Phó Chủ nhiệm 1: đã đọc lúc 08/05/2026; ${NO_MAIL_VI}`,
  '05/05/2026 · Quá hạn 2 ngày làm việc: Thủ trưởng đơn vị (hạn 29/04/2026) · đã báo: Giám đốc Trung tâm Thông tin, Phó Giám đốc Trung tâm Thông tin',
  `Giám đốc Trung tâm Thông tin: chưa đọc; ${NO_MAIL_VI}`,
  `Phó Giám đốc Trung tâm Thông tin: chưa đọc; ${NO_MAIL_VI}`,
  '04/05/2026 · Quá hạn 1 ngày làm việc: Người giữ việc (hạn 29/04/2026) · đã báo: Chuyên viên 1 Trung tâm Thông tin',
  `Chuyên viên 1 Trung tâm Thông tin: chưa đọc; ${NO_MAIL_VI}`,
  '29/04/2026 · Vào ngày đến hạn (hạn 29/04/2026) · đã báo: Chuyên viên 1 Trung tâm Thông tin',
  `Chuyên viên 1 Trung tâm Thông tin: chưa đọc; ${NO_MAIL_VI}`,
]

const NO_MAIL_EN = 'no mail: there is no mail server or no address'

export const TOLD_EN = [
  '08/05/2026 · 5 working day(s) overdue: Leader in charge (due 29/04/2026) · told: Thứ trưởng, Phó Chủ nhiệm 1',
  `Thứ trưởng, Phó Chủ nhiệm 1: read at 08/05/2026; ${NO_MAIL_EN}`,
  '05/05/2026 · 2 working day(s) overdue: Head of unit (due 29/04/2026) · told: Giám đốc Trung tâm Thông tin, Phó Giám đốc Trung tâm Thông tin',
  `Giám đốc Trung tâm Thông tin: not read yet; ${NO_MAIL_EN}`,
  `Phó Giám đốc Trung tâm Thông tin: not read yet; ${NO_MAIL_EN}`,
  '04/05/2026 · 1 working day(s) overdue: Whoever holds it (due 29/04/2026) · told: Chuyên viên 1 Trung tâm Thông tin',
  `Chuyên viên 1 Trung tâm Thông tin: not read yet; ${NO_MAIL_EN}`,
  '29/04/2026 · On the day (due 29/04/2026) · told: Chuyên viên 1 Trung tâm Thông tin',
  `Chuyên viên 1 Trung tâm Thông tin: not read yet; ${NO_MAIL_EN}`,
]
